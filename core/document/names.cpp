#include "document/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text_distance.hpp"
#include "data/columns.hpp"
#include "document/figures.hpp"
#include "document/placeholder.hpp"
#include "model/builtin_types.hpp"

namespace sheaf::document {
namespace {

using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;
using model::Value;

/// What a meeting has are the program's words, and every other name is of somebody's choice.
std::optional<std::string_view> meant_for_sure(std::string_view path,
                                               const std::vector<std::string_view>& known) {
  return path.starts_with("meeting.") ? surely_meant(path, known) : surely_named(path, known);
}

Type type_of(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

constexpr const char* kWhereValuesAre =
    "Values come from title, subtitle, language, status, meeting, people, values and data";
constexpr std::size_t kMostCompared = 50'000;  // names with slips; more would take seconds

/// `values:` have no declared types: what was typed bare and reads as a date to the month or the
/// day is one, a year is not.
TypeKind looks_like(const Node& node) {
  const auto date = node.kind == NodeKind::Plain ? model::parse_partial_date(node.text)
                                                 : std::optional<model::PartialDate>();
  return date && date->month ? TypeKind::PartialDate : TypeKind::Text;
}

/// One of `values` can be given on the spot.
std::string where_to_give(std::string_view path) {
  constexpr std::string_view kOwn = "values.";
  if (!path.starts_with(kOwn)) return kWhereValuesAre;
  return fmt::format("Add `{}: …` under `values:`", path.substr(kOwn.size()));
}

/// A path as queries write it.
std::string parameter_of(std::string_view path) {
  std::string name(path);
  std::ranges::replace(name, '.', '_');
  std::ranges::replace(name, '-', '_');
  return name;
}

}  // namespace

Type type_of_printed(const Node& typed) {
  Type type = type_of(TypeKind::Text);
  if (find_placeholder(typed.text, 0)) type.limits.least = "1";
  return type;
}

/// What people try, though no report may depend on when it is built.
std::optional<Names::Words> Names::words_for_clock(std::string_view path) {
  if (path == "now" || path == "today" || path == "date") {
    return Words{
        fmt::format("There is no `{}`: a report reads the same whenever it is built", path),
        "Use `meeting.date`"};
  }
  if (!path.starts_with("run.")) return {};
  return Words{fmt::format("`{}` is known only in a scheduled run", path), "Use `meeting.date`"};
}

Names::Names(const model::LayoutSpec& spec, TypedTables& tables, Diagnostics& diagnostics)
    : spec_(spec), tables_(tables), diagnostics_(diagnostics) {
  add("title", &spec.title, type_of_printed(spec.title));
  add("subtitle", &spec.subtitle, type_of(TypeKind::Text));
  add_text("language", spec.language, spec.language_source);
  add_text("status", spec.status == model::Status::Draft ? "draft" : "final", spec.source);
  entries_.back().type = type_of(TypeKind::Choice);
  entries_.back().type.choices = {"draft", "final"};
  add_fields("meeting.", spec.meeting, model::meeting_type());
  for (const model::Member& person : spec.people.members) {
    add_fields(fmt::format("people.{}.", person.key), person.value, model::person_type());
  }
  add_values("values.", spec.values);
}

void Names::add(std::string path, const Node* node, Type type) {
  Entry made;
  made.path = std::move(path);
  made.node = node && !node->is_absent() ? node : nullptr;
  if (node && node->is_absent()) made.left_empty = node->source;
  made.type = std::move(type);
  Entry& kept = entries_.emplace_back(std::move(made));
  by_path_.try_emplace(kept.path, &kept);
}

void Names::add_text(std::string path, std::string_view text, SourceId source) {
  add(std::move(path), nullptr, type_of(TypeKind::Text));
  entries_.back().value = model::text_value(std::string(text), source);
  entries_.back().state = State::Done;
}

void Names::add_fields(const std::string& prefix, const Node& map, const Type& record) {
  for (const model::Field& field : record.fields) {
    add(prefix + field.name, map.find(field.name), field.type);
  }
}

void Names::add_values(const std::string& prefix, const Node& map) {
  for (const auto& [key, source, node] : map.members) {
    if (key.find(' ') != key.npos) continue;  // which no placeholder can hold, and was reported
    if (node.kind == NodeKind::Map) {
      add_values(fmt::format("{}{}.", prefix, key), node);
    } else {
      add(prefix + key, &node, type_of(looks_like(node)));
    }
  }
}

Names::Entry* Names::entry(std::string_view path) {
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : at->second;
}

Names::Answer Names::find(std::string_view path, model::ConformHooks& hooks) {
  Entry* found = entry(path);
  return found ? work_out(*found, hooks) : find_figure(path);
}

const DataNames& Names::just(std::string_view data) {
  return just_.try_emplace(std::string(data), DataNames{std::string(data)}).first->second;
}

/// What stands behind a value is known when it is for all values in its text: these are opened, and
/// the answer is whether there were none. A value that is made of itself has no text.
bool Names::look_behind(Entry& value, std::vector<Entry*>& open) {
  const std::size_t before = open.size();
  const bool is_first = !value.behind;
  if (is_first) value.behind.emplace();
  for (const std::string_view path :
       paths_in(value.node ? std::string_view(value.node->text) : "")) {
    Entry* inner = entry(path);
    const auto figure = parse_figure(path);
    if (figure) value.behind->emplace(figure->data);
    if (figure || !inner || inner == &value) continue;
    if (inner->behind) value.behind->insert(inner->behind->begin(), inner->behind->end());
    if (!inner->behind && is_first) open.push_back(inner);
  }
  return open.size() == before;
}

/// Values may be made of so many others that no stack would hold them.
const DataNames& Names::data_behind(std::string_view path) {
  static const DataNames kNone;
  if (const auto figure = parse_figure(path)) return just(figure->data);
  Entry* asked = entry(path);
  if (!asked) return kNone;
  std::vector<Entry*> open;
  if (!asked->behind) open.push_back(asked);
  while (!open.empty()) {
    if (look_behind(*open.back(), open)) open.pop_back();
  }
  return *asked->behind;
}

const Type* Names::declared_type(std::string_view path) const {
  const auto at = by_path_.find(path);
  if (at == by_path_.end() || path.starts_with("values.")) return nullptr;
  const Type& type = at->second->type;
  return type.kind == TypeKind::Text || type.kind == TypeKind::Any ? nullptr : &type;
}

/// Figures are kept like other values once they were asked for.
Names::Answer Names::find_figure(std::string_view path) {
  const auto name = parse_figure(path);
  if (!name ||
      std::ranges::find(spec_.data, name->data, &model::DataSpec::name) == spec_.data.end()) {
    return {};
  }
  const data::Table* table = tables_.find_typed(name->data);
  if (!table) return {Outcome::Broken};
  auto value = figure(*table, *name);
  if (!value) return {};
  add(std::string(path), nullptr, {});
  Entry& made = entries_.back();
  made.value = std::move(*value);
  made.state = State::Done;
  return made.value.is_absent() ? Answer{Outcome::NotGiven} : Answer{Outcome::Found, &made.value};
}

Names::Answer Names::work_out(Entry& entry, model::ConformHooks& hooks) {
  if (entry.state == State::Working) return {Outcome::Cycle};
  if (entry.state == State::Fresh && working_ == kDeepest) return {Outcome::TooDeep};
  if (entry.state == State::Fresh) {
    const SectionScope scope(diagnostics_, {});  // a value of the layout, whoever asks first
    entry.state = State::Working;
    ++working_;
    if (entry.node) {
      entry.value = model::conform(*entry.node, entry.type, entry.path, hooks, diagnostics_);
    }
    --working_;
    entry.state = State::Done;
  }
  if (!entry.value.is_absent()) return {Outcome::Found, &entry.value};
  return {entry.node ? Outcome::Broken : Outcome::NotGiven};
}

void Names::explain(std::string_view path, Outcome outcome, SourceId place, SourceId typed) {
  switch (outcome) {
    case Outcome::Found:
    case Outcome::Broken: return;
    case Outcome::NotGiven: return explain_not_given(path, place);
    case Outcome::Cycle:
      diagnostics_.error("placeholder-cycle", place, fmt::format("`{}` is made of itself", path),
                         "Write one of the values out");
      return;
    case Outcome::TooDeep:
      diagnostics_.error(
          "placeholder-depth", place,
          fmt::format("`{}` is reached through more than {} values that are made of one another",
                      path, kDeepest),
          "Write one of the values out");
      return;
    case Outcome::Unknown: explain_unknown(path, place, typed); return;
  }
}

/// Told once, where the value belongs, whoever asks for it.
bool Names::explain_left_empty(std::string_view path, SourceId place) {
  Entry* asked = entry(path);
  if (!asked || !asked->left_empty) return false;
  if (std::exchange(asked->is_told, true)) return true;
  const SectionScope scope(diagnostics_, {});
  diagnostics_
      .error("empty-value", asked->left_empty, fmt::format("{} is empty", path),
             "Give the value behind the colon")
      .notes.push_back({place, "the value is printed here"});
  return true;
}

void Names::explain_not_given(std::string_view path, SourceId place) {
  if (explain_left_empty(path, place)) return;
  const auto name = parse_figure(path);
  const data::Table* table = name ? tables_.find_typed(name->data) : nullptr;
  if (table && table->rows.items.empty()) {
    diagnostics_.error("placeholder-without-value", place,
                       fmt::format("`{}` has no value: `{}` has no rows", path, name->data),
                       fmt::format("Print it only `when: {{ data.{}: any }}`", name->data));
    return;
  }
  diagnostics_.error("placeholder-without-value", place,
                     fmt::format("`{}` has no value in this layout", path),
                     fmt::format("Give `{}`, or take the placeholder out", path));
}

/// The same path with the nearest name of data, where that is what was mistyped.
Names::Meant Names::near_data(std::string_view path) const {
  const auto name = parse_figure(path);
  if (!name) return {};
  std::vector<std::string_view> known;
  for (const model::DataSpec& data : spec_.data) known.push_back(data.name);
  const auto near = nearest(name->data, known);
  if (!near || *near == name->data) return {};
  constexpr std::string_view kData = "data.";
  return {fmt::format("{}{}{}", kData, *near, path.substr(kData.size() + name->data.size())),
          surely_named(name->data, known) == near};
}

/// A path that is only the beginning of others, or that is none at all.
Names::Words Names::words_for_unknown(std::string_view path) {
  compared_ += entries_.size();
  if (compared_ > kMostCompared)
    return {fmt::format("There is no value `{}`", path), kWhereValuesAre};
  std::vector<std::string_view> known;
  const std::string beginning = fmt::format("{}.", path);
  for (const Entry& entry : entries_) {
    known.push_back(entry.path);
    if (!entry.path.starts_with(beginning)) continue;
    return {fmt::format("`{}` holds several values", path),
            fmt::format("Name one of them, such as `{}`", entry.path)};
  }
  if (Meant data = near_data(path); !data.path.empty()) {
    return {fmt::format("There is no value `{}`", path),
            fmt::format("Did you mean `{}`?", data.path), data};
  }
  std::vector<std::string> counts;
  for (const model::DataSpec& data : spec_.data) {
    counts.push_back(fmt::format("data.{}.count", data.name));
  }
  known.insert(known.end(), counts.begin(), counts.end());
  const auto near = nearest(path, known);
  const bool is_sure = near && meant_for_sure(path, known) == near;
  return {fmt::format("There is no value `{}`", path),
          near ? fmt::format("Did you mean `{}`?", *near) : where_to_give(path),
          {std::string(near.value_or("")), is_sure}};
}

Names::Meant Names::meant_by(std::string_view path) {
  constexpr std::array<std::string_view, 3> kRoots{"meeting.", "values.", "data."};
  const auto begins = [&](std::string_view root) { return path.starts_with(root); };
  return std::ranges::any_of(kRoots, begins) ? words_for_unknown(path).meant : Meant();
}

/// Why a table that is there gives no such value.
std::optional<Names::Words> Names::words_for_figure(std::string_view path) {
  const auto name = parse_figure(path);
  const data::Table* table = name ? tables_.find_typed(name->data) : nullptr;
  if (!table) return {};
  auto value = figure(*table, *name);
  if (value) return {};
  FigureProblem& problem = value.error();
  const bool is_sure = !problem.meant.empty();
  return Words{std::move(problem.message),
               std::move(problem.help),
               {std::move(problem.meant), is_sure},
               problem.cell};
}

void Names::explain_unknown(std::string_view path, SourceId place, SourceId typed) {
  auto words = words_for_clock(path);
  if (!words) words = words_for_figure(path);
  if (!words) words = words_for_unknown(path);
  Diagnostic& finding =
      diagnostics_.error("unknown-value", place, std::move(words->message), std::move(words->help));
  if (words->cell) finding.notes.push_back({words->cell, "this cell"});
  // The nearest name may be another figure, and nobody would see it on the page.
  if (typed && words->meant.is_sure)
    finding.fixes = {{typed, std::string(path), std::move(words->meant.path)}};
}

std::optional<std::string> Names::path_of_parameter(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (parameter_of(entry.path) == name) return entry.path;
  }
  return {};
}

std::vector<std::string> Names::parameters() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) names.push_back(parameter_of(entry.path));
  return names;
}

}  // namespace sheaf::document
