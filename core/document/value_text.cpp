#include "document/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text_distance.hpp"
#include "document/house_style.hpp"
#include "document/printed_text.hpp"
#include "model/conform.hpp"
#include "model/foreign_date.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using model::PartialDate;
using model::Value;
using model::ValueKind;
using Text = tl::expected<std::string, FormatProblem>;

tl::unexpected<FormatProblem> problem(std::string message, std::string help) {
  return tl::unexpected<FormatProblem>({std::move(message), std::move(help), {}});
}

bool is_date(const Value& value) {
  return value.kind == ValueKind::Date || (value.kind == ValueKind::Timing && value.date.year != 0);
}

/// In running text yes and no are words of a sentence, not the entry of a table.
std::string house_text(const Value& value) {
  return value.kind == ValueKind::YesNo ? canonical_text(value) : printed_text(value);
}

std::string to_iso_as(const PartialDate& date, std::string_view format) {
  if (format == "year") return to_iso(PartialDate{date.year, 0, 0});
  if (format == "month") return to_iso(PartialDate{date.year, date.month, 0});
  return to_iso(date);
}

/// 01/04/2020, or no date at all.
Text no_date(const Value& value, std::string_view format) {
  const std::string text = canonical_text(value);
  const bool is_text = value.kind == ValueKind::Text;
  const auto why = is_text ? model::why_impossible(text) : std::nullopt;
  const auto meant = is_text ? model::parse_foreign_date(text) : std::nullopt;
  if (!why && !meant) return problem("is no date", fmt::format("Take out `as {}`", format));
  auto made = problem(fmt::format("is {}, which is no date in the form 2020-11-25", text),
                      why            ? fmt::format("Look the date up in a calendar, as {}", *why)
                      : meant->other ? fmt::format("Write {}, or {} if the month comes first",
                                                   to_iso(meant->date), to_iso(*meant->other))
                                     : fmt::format("Write {}", to_iso(meant->date)));
  made.value().value = value.source;
  return made;
}

Text date_as(const Value& value, std::string_view format, TextStyle style) {
  const bool may_be_date = value.kind == ValueKind::Text || value.kind == ValueKind::Timing;
  const auto typed = may_be_date ? model::parse_partial_date(canonical_text(value)) : std::nullopt;
  const auto date = is_date(value) ? std::optional(value.date) : typed;
  if (!date) return no_date(value, format);
  std::string text = date_text(*date, format);
  if (text.empty()) {
    return problem(
        fmt::format("is {}, which is not precise enough for `as {}`", date_text(*date), format),
        "Give the whole date, or take another format");
  }
  return style == TextStyle::House ? text : to_iso_as(*date, format);
}

Text number_as(const Value& value, std::string_view format, TextStyle style) {
  const std::string text = canonical_text(value);
  const bool money = format == "money";
  const auto number = money ? model::parse_money(text) : model::parse_decimal(text);
  if (!number) {
    return problem(money ? "is no amount of money" : "is no number",
                   fmt::format("Take out `as {}`", format));
  }
  if (style == TextStyle::Canonical) return *number;
  return money ? money_text(*number) : number_text(*number);
}

/// Only what can print the value may have been meant, if anything can: `mony` is no month where the
/// value is a number.
Text unknown_format(const Value& value, std::string_view format) {
  const auto formats = date_formats();
  std::vector<std::string_view> known(formats.begin(), formats.end());
  known.insert(known.end(), {"number", "money"});
  std::vector<std::string_view> fitting = known;
  std::erase_if(
      fitting, [&](std::string_view one) { return !value_text(value, one, TextStyle::Canonical); });
  if (!fitting.empty()) known = std::move(fitting);
  auto unknown =
      problem(fmt::format("cannot be printed as `{}`", format), model::offer(format, known));
  unknown.value().meant = surely_meant(format, known).value_or("");
  return unknown;
}

}  // namespace

Text value_text(const Value& value, std::string_view format, TextStyle style) {
  if (format.empty()) {
    return style == TextStyle::House ? house_text(value) : canonical_text(value);
  }
  const auto formats = date_formats();
  if (std::ranges::find(formats, format) != formats.end()) return date_as(value, format, style);
  if (format == "number" || format == "money") return number_as(value, format, style);
  return unknown_format(value, format);
}

}  // namespace sheaf::document
