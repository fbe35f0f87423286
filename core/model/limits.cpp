#include "model/limits.hpp"

#include <fmt/format.h>

#include <sheaf/limit_words.hpp>
#include <sheaf/pattern.hpp>

#include "base/utf8.hpp"
#include "model/literal.hpp"

namespace sheaf::model {
namespace {

/// Spaces of any width, those that do not break among them, and line ends.
bool is_white_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00A0' || c == U'\u202F' ||
         (c >= U'\u2000' && c <= U'\u200B') || c == U'\u3000';
}

/// The number that limits are about.
std::string measured(const Value& value) {
  switch (value.kind) {
    case ValueKind::Whole: return std::to_string(value.whole);
    case ValueKind::Decimal:
    case ValueKind::Money: return value.text;
    default: return std::to_string(size_of(value));
  }
}

bool is_below(const Value& value, const std::string& least) {
  if (least.empty()) return false;
  if (value.kind != ValueKind::Date) return compare_decimals(measured(value), least) < 0;
  const auto first = parse_partial_date(least);
  return first && is_after(*first, value.date);
}

bool is_above(const Value& value, const std::string& most) {
  if (most.empty()) return false;
  if (value.kind != ValueKind::Date) return compare_decimals(measured(value), most) > 0;
  const auto last = parse_partial_date(most);
  return last && is_after(value.date, *last);
}

/// What the limits of a type are about.
Measure measure_of(TypeKind kind) {
  switch (kind) {
    case TypeKind::Text: return Measure::Characters;
    case TypeKind::List:
    case TypeKind::Rows: return Measure::Entries;
    case TypeKind::Day:
    case TypeKind::PartialDate: return Measure::Date;
    default: return Measure::Decimal;
  }
}

}  // namespace

bool is_form(std::string_view pattern) {
  return !pattern.empty() && Pattern(pattern).problem().empty();
}

bool has_form(std::string_view text, std::string_view form) { return Pattern(form).matches(text); }

std::string next_of_form(std::string_view form, std::string_view start) {
  const Pattern pattern(form);
  std::string all, longer(start);
  longer += ' ';
  for (char c = ' '; c <= '~'; ++c) {
    longer.back() = c;
    if (pattern.may_begin(longer)) all += c;
  }
  return all;
}

bool is_key(std::string_view name) { return sheaf::is_key(name); }

bool takes_some_of(std::string_view form, std::string_view characters) {
  return Pattern(form).matches_some_of(characters);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint one = decode(text, at);
    if (!is_white_space(one.value)) return false;
    at += one.bytes;
  }
  return true;
}

std::size_t size_of(const Value& value) {
  if (value.kind == ValueKind::List) return value.items.size();
  return is_blank(value.text) ? 0 : count_code_points(value.text);
}

std::optional<Excess> excess_of(const Value& value, const Type& type) {
  const Limits& limits = type.limits;
  if (is_below(value, limits.least)) return Excess::TooLow;
  if (is_above(value, limits.most)) return Excess::TooHigh;
  if (limits.form.empty() || has_form(value.text, limits.form)) return {};
  return Excess::WrongForm;
}

std::string range_in_words(const Type& type) {
  return sheaf::range_in_words(measure_of(type.kind), type.limits.least, type.limits.most);
}

std::string limits_in_words(const Type& type) {
  const std::string range = range_in_words(type);
  const std::string& form = type.limits.form_in_words;
  return fmt::format("{}{}{}", form, form.empty() || range.empty() ? "" : ", ", range);
}

LimitKeywords limit_keywords(TypeKind kind) {
  switch (kind) {
    case TypeKind::Whole:
    case TypeKind::Decimal:
    case TypeKind::Money: return {"minimum", "maximum"};
    case TypeKind::Day:
    case TypeKind::PartialDate: return {"x-minimum", "x-maximum"};
    case TypeKind::Text: return {"minLength", "maxLength"};
    case TypeKind::List:
    case TypeKind::Rows: return {"minItems", "maxItems"};
    default: return {};
  }
}

}  // namespace sheaf::model
