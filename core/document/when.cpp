#include <fmt/format.h>

#include <algorithm>

#include "document/binder.hpp"
#include "document/figures.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using model::Node;
using model::Value;

/// As typed, but yes and true are one, and so are commas in numbers.
bool is_same(const Value& value, const Node& wanted) {
  const std::string text = canonical_text(value);
  const auto yes = model::parse_yes_no(wanted.text);
  if (yes && yes == model::parse_yes_no(text)) return true;
  return text == wanted.text;
}

bool is_one_of(const Value& value, const Node& wanted) {
  if (wanted.is_text()) return is_same(value, wanted);
  return std::ranges::any_of(wanted.items, [&](const Node& one) { return is_same(value, one); });
}

bool is_plain(const Node& wanted) {
  if (wanted.kind != model::NodeKind::Sequence) return wanted.is_text();
  return std::ranges::all_of(wanted.items, &Node::is_text);
}

/// The choice that is wanted, typed with other capitals.
std::optional<std::string_view> choice_in_other_letters(const model::Type& type,
                                                        const Node& wanted) {
  for (const std::string& choice : type.choices) {
    if (choice != wanted.text && model::same_letters(choice, wanted.text)) return choice;
  }
  return {};
}

}  // namespace

/// All conditions must hold; those that ask for nothing known are reported.
bool Binder::is_wanted(const Node& when) {
  bool wanted = true;
  for (const model::Member& condition : when.members) wanted = holds(condition) && wanted;
  return wanted;
}

/// `data.overdue: any` and `data.overdue: none`; nothing for every other condition.
std::optional<bool> Binder::holds_amount(const model::Member& condition) {
  const auto name = parse_figure(condition.key);
  const bool any = condition.value.text == "any";
  if (!name || !name->operation.empty() || (!any && condition.value.text != "none")) return {};
  if (!tables_.is_known(name->data)) return {};
  const data::Table* table = tables_.find(name->data);
  return table && table->rows.items.empty() != any;
}

/// Whether what is wanted is a value of the kind asked for: `meeting.public: ture` never holds.
bool Binder::can_hold(const model::Member& condition) {
  const model::Type* type = names_.declared_type(condition.key);
  if (!type) return true;
  const std::size_t errors = diagnostics_.errors();
  const std::string path = "when." + condition.key;
  model::ConformHooks none;
  const auto check = [&](const Node& wanted) {
    model::conform(wanted, *type, path, none, diagnostics_);
  };
  if (condition.value.is_text()) check(condition.value);
  for (const Node& wanted : condition.value.items) check(wanted);
  return diagnostics_.errors() == errors;
}

/// A word in other letters than the value's, and a month where the value is a day: they seem to
/// hold, and never do. What the value is, is not told: it may be of data that is not for everybody.
void Binder::tell_near_miss(const model::Member& condition, const Value& value) {
  const std::string text = canonical_text(value);
  const model::Type* type = names_.declared_type(condition.key);
  const auto check = [&](const Node& wanted) {
    const auto choice = type ? choice_in_other_letters(*type, wanted) : std::nullopt;
    const bool is_part = value.kind == model::ValueKind::Date && text.starts_with(wanted.text) &&
                         !wanted.text.empty();
    if (!choice && !is_part && !model::same_letters(text, wanted.text)) return;
    Diagnostic& finding = diagnostics_.warning(
        "when-never", wanted.source,
        fmt::format("when.{} never is {}: {}", condition.key, model::shown(wanted),
                    is_part ? "it is a whole date" : "capitals count"),
        is_part  ? "Write the whole date, such as 2020-11-25"
        : choice ? fmt::format("Write {}", *choice)
                 : "Write it with the capitals that the value has");
    if (choice) finding.fixes = {model::replacement_of(wanted, std::string(*choice))};
  };
  if (condition.value.is_text()) check(condition.value);
  for (const Node& wanted : condition.value.items) check(wanted);
}

bool Binder::holds(const model::Member& condition) {
  const DataScope data(diagnostics_, data_places_, names_.data_behind(condition.key));
  if (!is_plain(condition.value)) {
    diagnostics_.error("wrong-type", condition.value.source,
                       fmt::format("when.{} should be a value or a list of values, not {}",
                                   condition.key, name_of(condition.value.kind)),
                       "Write { meeting.public: true }");
    return false;
  }
  if (const auto amount = holds_amount(condition)) return *amount;
  if (const auto name = parse_figure(condition.key);
      name && name->operation.empty() && tables_.is_known(name->data) &&
      tables_.find_typed(name->data) &&
      names_.find(condition.key, *this).outcome == Names::Outcome::Unknown) {
    diagnostics_.error("wrong-type", condition.value.source,
                       fmt::format("when.{} should be any or none, not \"{}\"", condition.key,
                                   condition.value.text),
                       "Write any for a table that has rows, none for one that has not");
    return false;
  }
  if (!can_hold(condition)) return false;
  const Names::Answer answer = names_.find(condition.key, *this);
  if (answer.value && is_one_of(*answer.value, condition.value)) return true;
  if (answer.value) tell_near_miss(condition, *answer.value);
  if (answer.value) return false;
  if (answer.outcome != Names::Outcome::NotGiven) {  // not given is simply not what is wanted
    names_.explain(condition.key, answer.outcome, condition.key_source, condition.key_source);
  }
  return false;
}

}  // namespace sheaf::document
