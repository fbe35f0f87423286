#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "model/conformer.hpp"
#include "model/literal.hpp"

namespace sheaf::model {
namespace {

Value made(ValueKind kind, SourceId source, std::string text = {}) {
  Value value = text_value(std::move(text), source);
  value.kind = kind;
  return value;
}

Value made(ValueKind kind, SourceId source, std::int64_t whole) {
  Value value = made(kind, source);
  value.whole = whole;
  return value;
}

Value made(ValueKind kind, SourceId source, const PartialDate& date) {
  Value value = made(kind, source);
  value.date = date;
  return value;
}

template <class T>
Value value_or_absent(ValueKind kind, SourceId source, const std::optional<T>& parsed) {
  return parsed ? made(kind, source, *parsed) : Value();
}

/// The value of a text that one of the plain types takes, or Absent.
Value parse(const Node& node, TypeKind kind) {
  const std::string& text = node.text;
  switch (kind) {
    case TypeKind::Whole: return value_or_absent(ValueKind::Whole, node.source, parse_whole(text));
    case TypeKind::Decimal:
      return value_or_absent(ValueKind::Decimal, node.source, parse_decimal(text));
    case TypeKind::Money: return value_or_absent(ValueKind::Money, node.source, parse_money(text));
    case TypeKind::YesNo: return value_or_absent(ValueKind::YesNo, node.source, parse_yes_no(text));
    case TypeKind::PartialDate:
      return value_or_absent(ValueKind::Date, node.source, parse_partial_date(text));
    case TypeKind::Day: {
      const auto date = parse_partial_date(text);
      return date && date->is_day() ? made(ValueKind::Date, node.source, *date) : Value();
    }
    default: return made(ValueKind::Text, node.source, text);
  }
}

/// Digits and separators only: a date, or an attempt at one.
bool looks_like_a_date(std::string_view text) {
  return text.find_first_not_of("0123456789-/.") == std::string_view::npos;
}

/// As YAML would give it: line feeds only, none at the end.
void tidy_lines(std::string& text) {
  std::erase(text, '\r');
  while (text.ends_with('\n')) text.pop_back();
}

}  // namespace

Value Conformer::text(const Node& node, const Type& type, const Trail& at) {
  if (const Node* name = sole_member(node, "file")) return text_of_file(*name, type, at);
  if (node.is_text() && !node.layout.block) tell_file_name(node, type, at);
  return scalar(node, type, at);
}

Value Conformer::text_of_file(const Node& file_name, const Type& type, const Trail& at) {
  const Value name = scalar(file_name, Type{}, at);
  if (name.is_absent()) return {};
  Node resolved = file_name;
  resolved.text = name.text;
  auto content = hooks_.read_text(resolved);
  if (!content) return refused(file_name, at);
  if (type.kind == TypeKind::Text) tidy_lines(content->text);
  return scalar(*content, type, at);
}

Value Conformer::scalar(const Node& node, const Type& type, const Trail& at) {
  if (!node.is_text()) return wrong_type(node, type, at);
  const auto has = [&](auto signs) { return node.text.find(signs) != node.text.npos; };
  const bool is_plain = !has('(') && !has('{') && !has("[[") && !has("<<");
  if (is_plain) return literal(node, type, at);
  std::vector<Replacement> replacements;
  const auto resolved = hooks_.resolve(node, type, replacements);
  if (!resolved) return {};
  Value value = literal(*resolved, type, at);
  value.replacements = std::move(replacements);
  return value;
}

Value Conformer::literal(const Node& node, const Type& type, const Trail& at) {
  if (has_control_character(node, at)) return {};
  if (type.kind == TypeKind::Choice) return choice(node, type, at);
  if (type.kind == TypeKind::Timing) return timing(node, type, at);
  Value value = parse(node, type.kind);
  if (value.is_absent()) return wrong_type(node, type, at);
  if (type.kind == TypeKind::Markdown) value.kind = ValueKind::Markdown;
  value.layout = node.layout;
  return limited(std::move(value), node, type, at);
}

/// JSON may spell what no text can show: \u0007.
bool Conformer::has_control_character(const Node& node, const Trail& at) {
  const auto control = find_control_character(node.text);
  if (!control) return false;
  diagnostics_.error("control-character", node.source,
                     fmt::format("{} holds the invisible control character {}", at.text(),
                                 code_point_name(decode(node.text, *control).value)),
                     "Delete it");
  return true;
}

Value Conformer::choice(const Node& node, const Type& type, const Trail& at) {
  const auto matches = [&](const std::string& one) { return same_letters(one, node.text); };
  const auto found = std::ranges::find_if(type.choices, matches);
  if (found == type.choices.end()) return wrong_type(node, type, at);
  return made(ValueKind::Choice, node.source, *found);
}

Value Conformer::timing(const Node& node, const Type& type, const Trail& at) {
  if (const auto date = parse_partial_date(node.text)) {
    return made(ValueKind::Timing, node.source, *date);
  }
  if (looks_like_a_date(node.text)) return wrong_type(node, type, at);
  return made(ValueKind::Timing, node.source, node.text);
}

}  // namespace sheaf::model
