#include "config/reference.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/layout_schema.hpp"
#include "config/theme_schema.hpp"
#include "config/type_words.hpp"
#include "config/yaml_text.hpp"
#include "model/example.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

/// The anchor of a heading, as Markdown viewers make it.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (kept) anchor += c;
    if (c >= 'A' && c <= 'Z') anchor += static_cast<char>(c | 0x20);
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? std::string("\\|") : std::string(1, c);
  return cell;
}

/// One record after another: first the outermost, then those in it, each once.
class Page {
 public:
  explicit Page(Place place) : place_(place) {}

  std::string write(std::string_view title, std::string_view introduction, const Type& outermost) {
    collect(outermost, {}, 0);
    std::string page = fmt::format("# {}\n\n{}\n\n", title, introduction);
    append_contents(page);
    for (const Chapter& chapter : chapters_) append(page, chapter);
    page.pop_back();
    return page;
  }

 private:
  struct Chapter {
    std::string path;  // empty: the whole
    const Type* record;
    std::string same_as;  // the path of an equal record that was described before

    std::string heading() const { return path.empty() ? "Keys" : fmt::format("`{}`", path); }
  };

  void collect(const Type& record, const std::string& path, int depth) {
    chapters_.push_back({path, &record, described_at(record)});
    if (!chapters_.back().same_as.empty() || depth > 8) return;
    for (const Field& field : record.fields) {
      if (const Type* inner = record_in(field.type)) {
        collect(*inner, below(path, field), depth + 1);
      }
    }
  }

  /// "services[].conditions": brackets for the entries of a list, a dot for the keys of a map.
  static std::string below(const std::string& path, const Field& field) {
    std::string made = path.empty() ? field.name : fmt::format("{}.{}", path, field.name);
    const Type* type = &field.type;
    while (type->kind != TypeKind::Record || type->fields.empty()) {
      made += type->kind == TypeKind::Record        ? ".NAME"
              : type->kind == TypeKind::KeyedChoice ? ".KEY"
                                                    : "[]";
      type = &type->item.front();
    }
    return made;
  }

  std::string described_at(const Type& record) const {
    const auto same = [&](const Chapter& one) { return same_fields(*one.record, record); };
    const auto found = std::ranges::find_if(chapters_, same);
    return found == chapters_.end() ? std::string() : found->path;
  }

  static bool same_fields(const Type& a, const Type& b) {
    const auto same = [](const Field& one, const Field& other) {
      return one.name == other.name && one.description == other.description &&
             one.type.kind == other.type.kind;
    };
    return std::ranges::equal(a.fields, b.fields, same);
  }

  void append_contents(std::string& page) const {
    if (chapters_.size() < 3) return;
    page += "Contents:";
    for (const Chapter& chapter : chapters_) {
      page += fmt::format("{} [{}](#{})", &chapter == &chapters_.front() ? "" : ",",
                          chapter.heading(), anchor_of(chapter.heading()));
    }
    page += "\n\n";
  }

  void append(std::string& page, const Chapter& chapter) const {
    page += fmt::format("## {}\n\n", chapter.heading());
    if (!chapter.same_as.empty()) {
      page += fmt::format("As [`{0}`](#{1}).\n\n", chapter.same_as, anchor_of(chapter.same_as));
      return;
    }
    page += "| key | what it takes | needed | what it is |\n|---|---|---|---|\n";
    for (const Field& field : chapter.record->fields) append_row(page, chapter, field);
    append_example(page, *chapter.record);
    page += "\n";
  }

  void append_row(std::string& page, const Chapter& chapter, const Field& field) const {
    std::string takes = in_cell(type_in_words(field.type, place_));
    if (record_in(field.type)) {
      takes = fmt::format("[{}](#{})", takes, anchor_of(below(chapter.path, field)));
    }
    page +=
        fmt::format("| `{}` | {} | {} | {}{}{} |\n", field.name, takes, field.required ? "yes" : "",
                    in_cell(field.description), unless_given(field), before_that(field));
  }

  static std::string unless_given(const Field& field) {
    if (field.fallback.kind == Json::Kind::Null) return {};
    return fmt::format("; `{}` unless given", in_cell(yaml_on_one_line(field.fallback)));
  }

  static std::string before_that(const Field& field) {
    if (field.was.empty()) return {};
    return fmt::format("; earlier `{}`", fmt::join(field.was, "`, `"));
  }

  /// The examples of all keys together.
  static void append_example(std::string& page, const Type& record) {
    std::string yaml;
    for (const Field& field : record.fields) {
      const Json example = model::example_of(field);
      if (example.kind != Json::Kind::Null) append_yaml(yaml, field.name, example);
    }
    if (!yaml.empty()) page += fmt::format("\n```yaml\n{}```\n", yaml);
  }

  Place place_;
  std::vector<Chapter> chapters_;
};

constexpr std::string_view kMade =
    "(Written by `sheaf docs reference` from the declarations that `sheaf check` uses. "
    "[How to write a report](../administrator.md) explains what is only listed here.)";

}  // namespace

std::string layout_reference() {
  const std::string introduction = fmt::format(
      "A layout is a YAML file. Whatever takes one text or number also takes a placeholder, such "
      "as "
      "`((meeting.date))`. What is needed may stand in the layout that this one is "
      "`based_on`.\n\n{}",
      kMade);
  return Page(Place::Layout).write("The layout file", introduction, layout_type());
}

std::string theme_reference() {
  const std::string introduction = fmt::format(
      "A theme is a YAML file that says how each role of text looks. Lengths are numbers with a "
      "unit, `12pt`, `20mm` or `2.1cm`; colours are `\"#rrggbb\"`, in quotes, or names from "
      "`colours`.\n\n{}",
      kMade);
  return Page(Place::Layout).write("The theme file", introduction, theme_type());
}

std::string project_reference() {
  const std::string introduction = fmt::format(
      "`sheaf.yaml` marks the root of a project: no file outside its folder is read. It may be "
      "empty.\n\n{}",
      kMade);
  return Page(Place::Layout).write("The project file", introduction, project_type());
}

std::string plugin_reference(const PluginSchema& plugin, std::string_view version) {
  const std::string introduction = fmt::format(
      "{}.\n\nA section says `plugin: {}`, and the keys below under `with:` or in the file that it "
      "takes "
      "with `from:`. Version {}.\n\n{}",
      plugin.description, plugin.id, version, kMade);
  return Page(Place::Parameters)
      .write(fmt::format("{} (`{}`)", plugin.title, plugin.id), introduction, *plugin.parameters);
}

}  // namespace sheaf::config
