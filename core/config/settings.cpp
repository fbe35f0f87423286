#include "config/settings.hpp"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "config/layout_schema.hpp"
#include "config/project_files.hpp"
#include "config/shape.hpp"
#include "model/conform.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;

const Type& any_type() {
  static const Type type;
  return type;
}

/// The type of a map's value, or nothing when the format has no such key.
const Type* type_below(const Type& type, std::string_view key) {
  if (type.kind == TypeKind::Any) return &any_type();
  if (const auto* field = type.find(key)) return &field->type;
  return type.item.empty() ? nullptr : &type.item[0];
}

/// One `--set`, on its way from the root of the layout to the value it names.
class Walk {
 public:
  Walk(std::string_view path, SourceId start, Diagnostics& diagnostics)
      : path_(path), start_(start), diagnostics_(diagnostics) {}

  void set(Node& node, const Type& type, Node value) {
    if (begin_ > path_.size()) return replace(node, type, std::move(value));
    const std::size_t begin = begin_;
    const auto key = next();
    const SourceId place = start_ + begin;
    if (node.kind == NodeKind::Sequence) return set_item(node, type, key, place, std::move(value));
    if (!node.is_absent() && node.kind != NodeKind::Map) {
      return unknown(key, place, "Text has nothing below it");
    }
    set_member(node, type, key, place, std::move(value));
  }

 private:
  std::string_view next() {
    const auto end = std::min(path_.find('.', begin_), path_.size());
    const auto key = path_.substr(begin_, end - begin_);
    begin_ = end + 1;
    return key;
  }

  void set_member(Node& map, const Type& type, std::string_view key, SourceId place, Node value) {
    const Type* below = type_below(type, key);
    Node* member = map.find(key);
    if (!member && !below) return unknown(key, place, model::offer(key, names_in(map, type)));
    if (!member) {
      if (map.is_absent()) map = empty_map(place);
      member = &map.members.emplace_back(Member{std::string(key), place, {}}).value;
    }
    set(*member, below ? *below : any_type(), std::move(value));
  }

  void set_item(Node& list, const Type& type, std::string_view key, SourceId place, Node value) {
    std::vector<std::string_view> names;
    for (Node& item : list.items) {
      const Node* id = item.find("id");
      if (!id) continue;
      if (id->text == key)
        return set(item, type.item.empty() ? any_type() : type.item[0], std::move(value));
      names.push_back(id->text);
    }
    unknown(key, place,
            names.empty() ? "A list is replaced in the file" : model::offer(key, names));
  }

  void replace(Node& node, const Type& type, Node value) {
    if (node.kind == NodeKind::Map || node.kind == NodeKind::Sequence) {
      diagnostics_.error(
          "set-not-a-value", start_,
          fmt::format("`{}` is {}, and --set replaces one value", path_, name_of(node.kind)),
          "Name a value inside it, such as meeting.date");
      return;
    }
    const std::size_t errors = diagnostics_.errors();
    check_shape(value, type, path_, diagnostics_);
    if (diagnostics_.errors() == errors) node = std::move(value);  // else it would be told twice
  }

  void unknown(std::string_view key, SourceId place, std::string help) {
    diagnostics_.error(
        "unknown-key", place,
        fmt::format("The layout has no `{}`",
                    path_.substr(0, std::size_t(key.data() + key.size() - path_.data()))),
        std::move(help));
  }

  static std::vector<std::string_view> names_in(const Node& map, const Type& type) {
    std::vector<std::string_view> names;
    for (const auto& field : type.fields) names.push_back(field.name);
    for (const Member& member : map.members) {
      if (!type.find(member.key)) names.push_back(member.key);
    }
    return names;
  }

  static Node empty_map(SourceId place) {
    Node map;
    map.kind = NodeKind::Map;
    map.source = place;
    return map;
  }

  std::string_view path_;
  std::size_t begin_ = 0;
  SourceId start_;
  Diagnostics& diagnostics_;
};

}  // namespace

void apply_setting(Node& layout, const std::pair<std::string, std::string>& setting,
                   SourceId layout_start, SourceMap& sources, Diagnostics& diagnostics) {
  const auto& [path, text] = setting;
  const std::string typed = fmt::format("{}={}", path, text);
  const SourceId start = sources.add(std::string(kSetOption) + typed, typed, layout_start);
  Node value = model::text_node(text, start + (path.size() + 1));
  value.kind = NodeKind::Plain;
  Walk(path, start, diagnostics).set(layout, layout_type(), std::move(value));
}

}  // namespace sheaf::config
