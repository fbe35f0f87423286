#include "config/shape.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/layout_schema.hpp"
#include "model/conformer.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Node;
using model::NodeKind;
using model::Trail;
using model::Type;
using model::TypeKind;

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

bool is_section(const Type& type) { return type.find("plugin") && type.find("with"); }

/// How messages call a section: by its title, else by its id, its plugin or its part. Titles of
/// sections that may be exempt are not for everybody.
std::string section_name(const Node& entry, const Type& type) {
  if (!is_section(type)) return {};
  for (const std::string_view key : {"title", "id", "plugin", "use"}) {
    const Node* name = key == "title" && entry.find("access") ? nullptr : entry.find(key);
    if (name && name->is_text() && !model::is_blank(name->text))
      return fmt::format("Section {}", model::shown(*name));
  }
  return {};
}

/// Whether a text, and so a placeholder, may be the whole of it.
bool takes_text(const Type& type) {
  if (type.kind == TypeKind::Record) return !type.shorthand.empty() || !type.choices.empty();
  return type.kind != TypeKind::List || type.lone;
}

class Shape {
 public:
  explicit Shape(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const Node& node, const Type& type, const Trail& at) {
    if (node.is_absent() || (has_placeholder(node) && takes_text(type))) return;
    if (type.kind == TypeKind::Record) return check_record(node, type, at);
    if (type.kind == TypeKind::List && node.kind == NodeKind::Sequence) {
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        const std::string name = section_name(node.items[i], type.item[0]);
        check_entry(node.items[i], type.item[0],
                    name.empty() ? at.item(i) : Trail{nullptr, name, 0});
      }
    } else if (type.lone && node.is_text() && node.text.find(',') != std::string::npos) {
      list_without_brackets(node, at);
    } else if (type.lone && node.is_text()) {
      check(node, type.item[0], at);
    } else if (type.kind != TypeKind::Any) {
      check_leaf(node, type, at);
    }
  }

 private:
  /// An entry of a list is there to say something; where a text may stand for it, its reader says
  /// what is wanted.
  void check_entry(const Node& node, const Type& type, const Trail& at) {
    const bool may_be_empty = type.kind == TypeKind::Any || !type.shorthand.empty();
    if (!node.is_absent() || may_be_empty) return check(node, type, at);
    if (is_section(type)) return empty_section(node, type, at);
    model::ConformHooks none;
    model::conform(node, type, at.text(), none, diagnostics_);
  }

  /// A value under a name that the author chose may be empty, as to take a base's away; no part.
  void check_named(const Node& node, const Type& type, const Trail& at) {
    is_section(type) ? check_entry(node, type, at) : check(node, type, at);
  }

  void empty_section(const Node& node, const Type& type, const Trail& at) {
    diagnostics_.error("empty-value", node.source, fmt::format("{} is empty", at.text()),
                       type.find("use")
                           ? "Write `plugin:` or `use:` with a name behind the dash, or take the "
                             "dash out"
                           : "Write `plugin:` with the name of a section plugin below it, or take "
                             "the line out");
  }

  void check_record(const Node& node, const Type& type, const Trail& at) {
    if (node.is_text() && !type.shorthand.empty()) return;
    if (node.is_text() && !type.choices.empty()) return check_word(node, type, at);
    if (node.kind != NodeKind::Map) return check_leaf(node, type, at);
    if (type.item.empty()) check_names(node, type, at);
    for (const auto& [key, key_source, value] : node.members) {
      if (const Field* field = type.find(key)) {
        meaning_ = field->description;
        if (value.is_absent() && is_never_empty(type, key)) tell_empty(value, at.field(key));
        check(value, field->type, at.field(key));
      } else if (!type.item.empty()) {
        check_named(value, type.item[0], at.field(key));
      }
    }
  }

  static bool is_never_empty(const Type& record, std::string_view key) {
    if (is_section(record))
      return std::ranges::find(kNeverEmptyInSection, key) != kNeverEmptyInSection.end();
    return key == kNeverEmptyInLayout && record.find("sections");
  }

  void tell_empty(const Node& value, const Trail& at) {
    const std::string path = at.text();
    std::string help = "Give the value behind the colon, or take the line out";
    if (path == kNeverEmptyInLayout)
      help = "Write draft or final; without this line, a report is final";
    if (path.ends_with(".access"))
      help = "Write public, or { exempt: …, because: … }; without this line, everybody may read it";
    diagnostics_.error("empty-value", value.source, fmt::format("{} is empty", path), help);
  }

  /// One of the words that may stand in place of the map.
  void check_word(const Node& node, const Type& type, const Trail& at) {
    if (std::ranges::find(type.choices, node.text) != type.choices.end()) return;
    Diagnostic& finding = diagnostics_.error(
        "wrong-type", node.source,
        fmt::format("{} should be {} or a map, not \"{}\"", at.text(),
                    fmt::join(type.choices, ", "), node.text),
        fmt::format("Write {}, or {{ {}: … }}", type.choices[0], type.fields[0].name));
    if (const auto word = meant(node, type); word != type.choices.end())
      finding.fixes = {model::replacement_of(node, *word)};
  }

  void check_names(const Node& map, const Type& type, const Trail& at) {
    const auto is_known = [&](const model::Member& member) { return type.find(member.key); };
    if (std::ranges::all_of(map.members, is_known)) return;
    Node names;
    names.kind = NodeKind::Map;
    for (const auto& [key, key_source, value] : map.members) {
      names.members.push_back({key, key_source, model::text_node({}, value.source)});
    }
    Diagnostics found;
    model::check_keys(names, open_to_merging(type), spoken(at.text()), found);
    for (Diagnostic one : found.all()) {
      if (is_section(type) && one.id == "unknown-key" && one.fixes.empty()) ask_for_with(map, one);
      diagnostics_.report(std::move(one));
    }
  }

  /// What a plugin takes stands below `with:`.
  static void ask_for_with(const Node& section, Diagnostic& unknown) {
    const bool has_with = section.find("with") != nullptr;
    unknown.help = fmt::format("{}. If it is what the section is to say, {}", unknown.help,
                               has_with ? "indent it below `with:`"
                                        : "write the line `with:` above it and indent it below");
  }

  /// Spells the place only for a leaf that has something wrong with it.
  void check_leaf(const Node& node, const Type& type, const Trail& at) {
    if (is_choice_in_capitals(node, type)) return choice_in_capitals(node, type, at);
    model::ConformHooks none;
    model::conform(node, type, {}, none, trial_);
    if (trial_.all().empty()) return;
    trial_ = {};
    if (is_numbered(type)) return unknown_number(node, type, at);
    model::conform(node, type, spoken(at.text()), none, diagnostics_);
  }

  /// The files' readers compare these words as they are, unlike a plugin's.
  static bool is_choice_in_capitals(const Node& node, const Type& type) {
    if (type.kind != TypeKind::Choice || !node.is_text()) return false;
    return std::ranges::find(type.choices, node.text) == type.choices.end() &&
           meant(node, type) != type.choices.end();
  }

  static std::vector<std::string>::const_iterator meant(const Node& node, const Type& type) {
    return std::ranges::find_if(
        type.choices, [&](const std::string& one) { return model::same_letters(one, node.text); });
  }

  void choice_in_capitals(const Node& node, const Type& type, const Trail& at) {
    diagnostics_
        .error("wrong-type", node.source,
               fmt::format("{} should be {}, not \"{}\"", spoken(at.text()), *meant(node, type),
                           node.text),
               fmt::format("Write it as {}, in small letters", *meant(node, type)))
        .fixes = {model::replacement_of(node, *meant(node, type))};
  }

  /// `exempt: 1, 3`
  void list_without_brackets(const Node& node, const Trail& at) {
    const std::string list = fmt::format("[{}]", node.text);
    Diagnostic& finding = diagnostics_.error(
        "wrong-type", node.source,
        fmt::format("{} should be a list in brackets, not {}", at.text(), model::shown(node)),
        fmt::format("Write {}", list));
    if (node.kind == NodeKind::Plain) finding.fixes = {{node.source, node.text, list}};
  }

  /// Whether it is a choice of numbers, which say nothing by themselves.
  static bool is_numbered(const Type& type) {
    return type.kind == TypeKind::Choice && model::parse_whole(type.choices[0]);
  }

  void unknown_number(const Node& node, const Type& type, const Trail& at) {
    diagnostics_.error("wrong-type", node.source,
                       fmt::format("{} should be one of {}, not {}", spoken(at.text()),
                                   fmt::join(type.choices, ", "), model::shown(node)),
                       std::string(meaning_));
  }

  Diagnostics& diagnostics_;
  Diagnostics trial_;
  std::string_view meaning_;  // of the field at hand
};

void check_fields(const Node& map, const Type& type, SourceId place, const Trail& at,
                  Diagnostics& diagnostics) {
  for (const Field& field : type.fields) {
    if (!field.required) continue;
    const Node* given = map.find(field.name);
    if ((given && !given->is_absent()) || model::misspelt(map, type, field)) continue;
    diagnostics.error("missing-value", given ? given->source : place,
                      fmt::format("{} needs `{}`", spoken(at.text()), field.name),
                      fmt::format("Add `{}:` ({})", field.name, field.description));
  }
}

void check_fields_below(const Node& node, const Type& type, const Trail& at,
                        Diagnostics& diagnostics) {
  if (type.kind != TypeKind::Record || node.kind != NodeKind::Map) return;
  check_fields(node, type, node.source, at, diagnostics);
  for (const auto& [key, key_source, value] : node.members) {
    if (const Field* field = type.find(key)) {
      check_fields_below(value, field->type, at.field(key), diagnostics);
    }
  }
}

}  // namespace

bool has_placeholder(const Node& node) {
  return node.is_text() && node.text.find("((") != std::string::npos;
}

const Node* text_of(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value && value->is_text() ? value : nullptr;
}

void check_shape(const Node& node, const Type& type, std::string_view path,
                 Diagnostics& diagnostics) {
  Shape(diagnostics).check(node, type, {nullptr, path, 0});
}

void take_as_meant(Node& map, const Type& type) {
  if (map.kind != NodeKind::Map) return;
  for (const Field& field : type.fields) {
    const model::Member* meant = model::misspelt(map, type, field);
    if (meant) map.members[static_cast<std::size_t>(meant - map.members.data())].key = field.name;
  }
}

void check_complete(const Node& map, const Type& type, SourceId place, std::string_view path,
                    Diagnostics& diagnostics) {
  check_fields(map, type, place, {nullptr, path, 0}, diagnostics);
}

void check_complete_below(const Node& node, const Type& type, std::string_view path,
                          Diagnostics& diagnostics) {
  check_fields_below(node, type, {nullptr, path, 0}, diagnostics);
}

}  // namespace sheaf::config
