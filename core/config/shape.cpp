#include "config/shape.hpp"

#include <fmt/format.h>

#include "config/layout_schema.hpp"
#include "model/conform.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;

std::string below(std::string_view path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

std::string_view spoken(std::string_view path) { return path.empty() ? "The file" : path; }

/// The type with nothing required: other files may fill the gaps.
Type open_to_merging(const Type& record) {
  Type made;
  made.kind = TypeKind::Record;
  for (const Field& field : record.fields) {
    Field& copy = made.fields.emplace_back();
    copy.name = field.name;
    copy.required = false;
  }
  return made;
}

/// The words that may stand in place of a map.
Type words_of(const Type& record) {
  Type made;
  made.kind = TypeKind::Choice;
  made.choices = record.choices;
  return made;
}

class Shape {
 public:
  explicit Shape(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const Node& node, const Type& type, std::string_view path) {
    if (node.is_absent() || has_placeholder(node)) return;
    if (type.kind == TypeKind::Record) return check_record(node, type, path);
    if (type.kind == TypeKind::List && node.kind == NodeKind::Sequence) {
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        check(node.items[i], type.item[0], fmt::format("{}[{}]", path, i + 1));
      }
    } else if (type.lone && node.is_text()) {
      check(node, type.item[0], path);
    } else if (type.kind != TypeKind::Any) {
      check_leaf(node, type, path);
    }
  }

 private:
  void check_record(const Node& node, const Type& type, std::string_view path) {
    if (node.is_text() && !type.shorthand.empty()) return;
    if (node.is_text() && !type.choices.empty()) return check_leaf(node, words_of(type), path);
    if (node.kind != NodeKind::Map) return check_leaf(node, type, path);
    if (type.item.empty()) check_names(node, type, path);
    for (const auto& [key, key_source, value] : node.members) {
      if (const Field* field = type.find(key)) {
        check(value, field->type, below(path, key));
      } else if (!type.item.empty()) {
        check(value, type.item[0], below(path, key));
      }
    }
  }

  void check_names(const Node& map, const Type& type, std::string_view path) {
    Node names;
    names.kind = NodeKind::Map;
    for (const auto& [key, key_source, value] : map.members) {
      names.members.push_back({key, key_source, model::text_node({}, value.source)});
    }
    model::check_keys(names, open_to_merging(type), spoken(path), diagnostics_);
  }

  void check_leaf(const Node& node, const Type& type, std::string_view path) {
    model::ConformHooks none;
    model::conform(node, type, spoken(path), none, diagnostics_);
  }

  Diagnostics& diagnostics_;
};

}  // namespace

bool has_placeholder(const Node& node) {
  return node.is_text() && node.text.find("((") != std::string::npos;
}

void check_shape(const Node& node, const Type& type, std::string_view path,
                 Diagnostics& diagnostics) {
  Shape(diagnostics).check(node, type, path);
}

void check_complete(const Node& map, const Type& type, SourceId place, std::string_view path,
                    Diagnostics& diagnostics) {
  for (const Field& field : type.fields) {
    const Node* given = map.find(field.name);
    if (!field.required || (given && !given->is_absent())) continue;
    diagnostics.error("missing-value", given ? given->source : place,
                      fmt::format("{} needs `{}`", spoken(path), field.name),
                      fmt::format("Add `{}:` ({})", field.name, field.description));
  }
}

void check_complete_below(const Node& node, const Type& type, std::string_view path,
                          Diagnostics& diagnostics) {
  if (type.kind != TypeKind::Record || node.kind != NodeKind::Map) return;
  check_complete(node, type, node.source, path, diagnostics);
  for (const auto& [key, key_source, value] : node.members) {
    if (const Field* field = type.find(key)) {
      check_complete_below(value, field->type, below(path, key), diagnostics);
    }
  }
}

}  // namespace sheaf::config
