#include "model/conform.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text_distance.hpp"
#include "model/conformer.hpp"
#include "model/json_node.hpp"

namespace sheaf::model {

std::optional<Node> ConformHooks::resolve(const Node& node, const Type&,
                                          std::vector<Replacement>&) {
  return node;
}
std::optional<Node> ConformHooks::read_text(const Node&) { return {}; }
bool ConformHooks::has_file(const Node&) const { return false; }
const Node* ConformHooks::read_rows(const Node&) { return nullptr; }
// Those that make one move the rows. NOLINTNEXTLINE(performance-unnecessary-value-param)
Value ConformHooks::make_table(Node, const Node*) { return {}; }
std::optional<Value> ConformHooks::find_person(const Node&) { return {}; }
std::optional<int> ConformHooks::read_image(const Node&) { return {}; }

const Node* sole_member(const Node& node, std::string_view key) {
  const bool sole = node.kind == NodeKind::Map && node.members.size() == 1 &&
                    node.members[0].key == key && node.members[0].value.is_text();
  return sole ? &node.members[0].value : nullptr;
}

Node map_of(std::vector<Member> members, const Node& place) {
  Node map;
  map.kind = NodeKind::Map;
  map.source = place.source;
  map.members = std::move(members);
  return map;
}

namespace {

std::vector<std::string_view> names_of(const Type& record) {
  std::vector<std::string_view> names;
  for (const Field& field : record.fields) names.push_back(field.name);
  return names;
}

}  // namespace

const Member* misspelt(const Node& map, const Type& type, const Field& field) {
  constexpr std::size_t most = 256;  // a map of more members was not typed by hand
  if (map.members.size() > most || map.find_member(field.name)) return nullptr;
  std::vector<std::string_view> known;  // once one is looked for
  const auto is_meant = [&](const Member& member) {
    if (type.find(member.key)) return false;
    if (known.empty()) known = names_of(type);
    return nearest(member.key, known) == field.name;
  };
  const auto at = std::ranges::find_if(map.members, is_meant);
  return at == map.members.end() ? nullptr : &*at;
}

namespace {

constexpr std::size_t kMostErrors = 1'000;  // that are told of one list or map

/// A misspelt name is no slip when the right one is given, too.
std::vector<Fix> name_fix(const Member& member, const Node& map,
                          const std::vector<std::string_view>& known) {
  auto fixes = nearest_fix(member.key_source, member.key, known);
  if (!fixes.empty() && map.find(fixes[0].replacement)) fixes.clear();
  return fixes;
}

bool is_one_of(std::string_view name, const std::vector<std::string>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// The member that gives a field, by its name or an earlier one.
const Member* member_of(const Node& map, const Field& field) {
  if (const Member* member = map.find_member(field.name); member || field.was.empty())
    return member;
  const auto has_old_name = [&](const Member& one) { return is_one_of(one.key, field.was); };
  const auto at = std::ranges::find_if(map.members, has_old_name);
  return at == map.members.end() ? nullptr : &*at;
}

}  // namespace

Value Conformer::value(const Node& node, const Type& type, const Trail& at) {
  if (node.is_absent()) return empty(node, type, at);
  switch (type.kind) {
    case TypeKind::Text:
    case TypeKind::Markdown: return text(node, type, at);
    case TypeKind::List: return list(node, type, at);
    case TypeKind::Record: return record(node, type, at);
    case TypeKind::Rows: return rows(node, type, at);
    case TypeKind::Table: return table(node, type, at);
    case TypeKind::KeyedChoice: return keyed_choice(node, type, at);
    case TypeKind::Person: return person(node, type, at);
    case TypeKind::Link: return link(node, type, at);
    case TypeKind::Image: return image(node, type, at);
    default: return scalar(node, type, at);
  }
}

Value Conformer::list(const Node& node, const Type& type, const Trail& at) {
  if (node.kind != NodeKind::Sequence) return wrong_type(node, type, at);
  return items(node, type, at);
}

Value Conformer::items(const Node& sequence, const Type& type, const Trail& at) {
  Value made;
  made.kind = ValueKind::List;
  made.source = sequence.source;
  made.items.reserve(sequence.items.size());
  const std::size_t errors = diagnostics_.errors();
  for (std::size_t i = 0; i < sequence.items.size(); ++i) {
    if (is_enough(errors, sequence.items[i].source)) break;
    made.items.push_back(value(sequence.items[i], type.item.at(0), at.item(i)));
  }
  std::erase_if(made.items, [](const Value& one) { return one.is_absent(); });
  const bool all_sound = made.items.size() == sequence.items.size();
  if (!all_sound) return made;
  return limited(std::move(made), sequence, type, at);
}

/// The value, or nothing, and said, when it breaks its limits.
Value Conformer::limited(Value value, const Node& node, const Type& type, const Trail& at) {
  if (const auto excess = excess_of(value, type)) {
    return out_of_limits(value, *excess, node, type, at);
  }
  return value;
}

/// True, and said, when a list or map has more mistakes than are worth listing.
bool Conformer::is_enough(std::size_t errors_before, SourceId place) {
  if (diagnostics_.errors() - errors_before < kMostErrors) return false;
  diagnostics_.error("too-many-findings", place, "More is wrong from here on, and is not listed",
                     "Mend what is listed, then check again");
  return true;
}

Value Conformer::record(const Node& node, const Type& type, const Trail& at) {
  if (node.is_text() && !type.shorthand.empty()) {
    return record(map_of({{type.shorthand, node.source, node}}, node), type, at);
  }
  if (node.kind != NodeKind::Map) return wrong_type(node, type, at);
  return record_fields(node, type, at);
}

Value Conformer::record_fields(const Node& map, const Type& type, const Trail& at) {
  check_keys(map, type, at);
  Value made;
  made.kind = ValueKind::Record;
  made.source = map.source;
  for (const Field& field : type.fields) {
    Value one = field_value(map, field, at.field(field));
    if (!one.is_absent()) made.members.push_back({field.name, std::move(one)});
  }
  return made;
}

/// What was typed, or else what the field falls back on.
Value Conformer::field_value(const Node& map, const Field& field, const Trail& at) {
  const Member* typed = member_of(map, field);
  if (typed && (field.required || !typed->value.is_absent())) {
    return value(typed->value, field.type, at);
  }
  const bool falls_back = field.fallback.kind != Json::Kind::Null;
  return falls_back ? value(node_of(field.fallback, map.source), field.type, at) : Value();
}

void Conformer::check_keys(const Node& map, const Type& type, const Trail& at) {
  const std::size_t errors = diagnostics_.errors();
  for (const Member& member : map.members) {
    if (type.find(member.key) || check_old_name(member, map, type, at)) continue;
    if (is_enough(errors, member.key_source)) break;
    unknown_key(member, map, type, at);
  }
  for (const Field& field : type.fields) {
    const bool excused = std::ranges::find(excused_, &field) != excused_.end();
    if (!field.required || excused || member_of(map, field)) continue;
    if (misspelt(map, type, field)) continue;  // which was told
    diagnostics_.error(
        "missing-value", map.source, fmt::format("{} needs `{}`", at.text(), field.name),
        fmt::format("Add `{}:` ({}{})", field.name, field.description, such_as(at.field(field))));
  }
}

/// Whether the member has an earlier name of a field; this is said.
bool Conformer::check_old_name(const Member& member, const Node& map, const Type& type,
                               const Trail& at) {
  const auto has_it = [&](const Field& field) { return is_one_of(member.key, field.was); };
  const auto field = std::ranges::find_if(type.fields, has_it);
  if (field == type.fields.end()) return false;
  const bool is_column = data_ != nullptr;
  const bool is_told = is_column
                           ? !reported_old_columns_.insert(member.key).second
                           : member.key_source && !reported_keys_.insert(member.key_source).second;
  if (is_told) return true;
  if (map.find(field->name)) {
    diagnostics_.error("given-twice", member.key_source,
                       fmt::format("{} gives `{}` twice, as `{}` is its earlier name", at.text(),
                                   field->name, member.key),
                       fmt::format("Take `{}` out", member.key));
    return true;
  }
  Diagnostic& finding = diagnostics_.warning(
      "old-name", member.key_source,
      fmt::format("{} calls `{}` by its earlier name, `{}`", at.text(), field->name, member.key),
      fmt::format("Write `{}`", field->name));
  if (!is_column) finding.fixes = {{member.key_source, member.key, field->name}};
  return true;
}

namespace {

/// The text in lines below a `|` that stands before what is written unlike a name.
const Member* block_above(const Member& member, const Node& map) {
  constexpr std::string_view kOfNames = "abcdefghijklmnopqrstuvwxyz_";
  if (member.key.find_first_not_of(kOfNames) == std::string::npos) return nullptr;
  const auto at = static_cast<std::size_t>(&member - map.members.data());
  if (at == 0 || at >= map.members.size()) return nullptr;
  const Member& above = map.members[at - 1];
  return above.value.layout.block && above.key_source < member.key_source ? &above : nullptr;
}

}  // namespace

void Conformer::unknown_key(const Member& member, const Node& map, const Type& type,
                            const Trail& at) {
  if (data_ && at.parent == data_) return unknown_column(member, type);
  if (member.key_source && !reported_keys_.insert(member.key_source).second) return;
  const auto known = names_of(type);
  std::string help = offer(member.key, known);
  if (member.value.is_absent() && member.key.find(' ') != std::string::npos) {
    help = "A comma ends a value inside { }: put text with a comma in quotes";
  }
  if (const Member* block = block_above(member, map)) {
    help +=
        fmt::format(". If it is a line of the text above, indent it deeper than `{}`", block->key);
  }
  diagnostics_
      .error("unknown-key", member.key_source, fmt::format("{} has no `{}`", at.text(), member.key),
             std::move(help))
      .fixes = name_fix(member, map, known);
}

void Conformer::unknown_column(const Member& heading, const Type& row) {
  if (std::ranges::find(reported_columns_, heading.key) != reported_columns_.end()) return;
  reported_columns_.push_back(heading.key);
  const auto known = names_of(row);
  Diagnostic& finding =
      diagnostics_.error("unknown-column", heading.key_source,
                         fmt::format("The data of {} has a column `{}`, which is not wanted there",
                                     data_->text(), heading.key),
                         offer(heading.key, known));
  if (const auto meant = surely_meant(heading.key, known))
    finding.fixes = {{heading.key_source, heading.key, std::string(*meant)}};
}

Value Conformer::rows(const Node& node, const Type& type, const Trail& at) {
  if (const Node* name = sole_member(node, "data")) return data_rows(*name, type, at);
  if (node.kind != NodeKind::Sequence) return wrong_type(node, type, at);
  return items(node, type, at);
}

Value Conformer::data_rows(const Node& name, const Type& type, const Trail& at) {
  const Node* rows = hooks_.read_rows(name);
  if (!rows) return refused(name, at);
  if (rows->kind != NodeKind::Sequence) return wrong_type(*rows, type, at);
  const std::size_t excused = excused_.size();
  excuse_missing_columns(*rows, type.item.at(0), at);
  data_ = &at;
  reported_columns_.clear();
  Value made = items(*rows, type, at);
  data_ = nullptr;
  excused_.resize(excused);
  return made;
}

/// A required column that no row has is one mistake, not one for each row.
void Conformer::excuse_missing_columns(const Node& rows, const Type& item, const Trail& at) {
  if (rows.items.empty()) return;
  for (const Field& field : item.fields) {
    const auto has_it = [&](const Node& row) { return member_of(row, field) != nullptr; };
    if (!field.required || std::ranges::any_of(rows.items, has_it)) continue;
    excused_.push_back(&field);
    if (misspelt(rows.items[0], item, field)) continue;  // which is told
    diagnostics_.error("missing-column", rows.source,
                       fmt::format("The data of {} has no column `{}`", at.text(), field.name),
                       fmt::format("Add a column `{}` ({})", field.name, field.description));
  }
}

/// Rows of any columns; what these hold, the hooks find out.
Value Conformer::table(const Node& node, const Type& type, const Trail& at) {
  const Node* data = sole_member(node, "data");
  const Node* given = data ? hooks_.read_rows(*data) : &node;
  if (!given) return refused(*data, at);
  if (given->kind != NodeKind::Sequence) return wrong_type(*given, type, at);
  Node rows = *given;
  const std::size_t errors = diagnostics_.errors();
  bool sound = true;
  for (std::size_t i = 0; i < rows.items.size(); ++i) {
    if (is_enough(errors, rows.items[i].source)) break;
    sound = fill_row(rows.items[i], at.item(i)) && sound;
  }
  return sound ? hooks_.make_table(std::move(rows), data) : Value();
}

/// Fills in the placeholders of a row; false after an error.
bool Conformer::fill_row(Node& row, const Trail& at) {
  Type type;
  type.kind = TypeKind::Record;
  bool sound = row.kind == NodeKind::Map;
  if (!sound) wrong_type(row, type, at);
  type.kind = TypeKind::Text;
  for (Member& cell : row.members) {
    if (cell.value.is_absent()) continue;
    Value filled = scalar(cell.value, type, at.field(cell.key));
    sound = sound && !filled.is_absent();
    cell.value.text = std::move(filled.text);
  }
  return sound;
}

Value Conformer::keyed_choice(const Node& node, const Type& type, const Trail& at) {
  if (node.kind != NodeKind::Map || node.members.empty()) return wrong_type(node, type, at);
  const Member& first = node.members[0];
  if (node.members.size() > 1) {
    diagnostics_.error("one-key-only", node.members[1].key_source,
                       fmt::format("{} has more than one key: `{}` and `{}`", at.text(), first.key,
                                   node.members[1].key),
                       "Begin each entry with `- `, on a line of its own");
    return {};
  }
  const auto at_choice = std::ranges::find(type.choices, first.key);
  if (at_choice == type.choices.end()) {
    const std::vector<std::string_view> known(type.choices.begin(), type.choices.end());
    diagnostics_
        .error("unknown-choice", first.key_source,
               fmt::format("{} cannot be `{}`", at.text(), first.key), offer(first.key, known))
        .fixes = nearest_fix(first.key_source, first.key, known);
    return {};
  }
  Value made;
  made.kind = ValueKind::Record;
  made.source = node.source;
  Value content = value(first.value, type.item.at(0), at.field(first.key));
  if (content.is_absent()) return {};
  made.members.push_back({first.key, std::move(content)});
  return made;
}

Value conform(const Node& node, const Type& type, std::string_view path, ConformHooks& hooks,
              Diagnostics& diagnostics) {
  return Conformer(hooks, diagnostics).value(node, type, {nullptr, path, 0});
}

void check_keys(const Node& node, const Type& record, std::string_view path,
                Diagnostics& diagnostics) {
  ConformHooks none;
  Conformer(none, diagnostics).check_keys(node, record, {nullptr, path, 0});
}

}  // namespace sheaf::model
