#include "config/value_slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "model/foreign_date.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;

void report_name(const Member& value, Diagnostics& diagnostics) {
  std::string meant = value.key;
  std::ranges::replace(meant, ' ', '_');
  diagnostics.error(
      "value-name", value.key_source,
      fmt::format("The name `{}` has a space in it, and no placeholder can hold it", value.key),
      fmt::format("Write {}, also in its placeholder", meant));
}

/// Why it is no day, if it is sure to be meant as one: a reference, a policy or a telephone number
/// may have three parts, too, but hardly a year of these centuries and a month.
std::optional<std::string> why_no_day(std::string_view text) {
  const bool by_hyphens = std::ranges::count(text, '-') == 2;
  if (!by_hyphens && std::ranges::count(text, '/') != 2) return {};
  const auto last = text.find_last_of("-/") + 1;
  const auto middle = text.find_first_of("-/") + 1;
  const auto year = by_hyphens ? text.substr(0, middle - 1) : text.substr(last);
  const auto month = text.substr(middle, last - 1 - middle);
  const bool is_year = year >= "1900" && year <= "2099";
  const bool is_month = month.size() == 2 && month >= "01" && month <= "12";
  return is_year && is_month ? model::why_impossible(text) : std::nullopt;
}

void report_date(const Member& value, Diagnostics& diagnostics) {
  const std::string& text = value.value.text;
  if (const auto why = why_no_day(text)) {
    diagnostics.error("impossible-date", value.value.source,
                      fmt::format("`{}` is {}, and {}", value.key, text, *why),
                      fmt::format("Look the date up in a calendar; if it is none, put it in "
                                  "quotes: \"{}\"",
                                  text));
  }
  if (model::is_financial_year(text) && model::parse_partial_date(text)) {
    diagnostics.warning("financial-year", value.value.source,
                        fmt::format("`{}` is {}, which is taken for a month", value.key, text),
                        fmt::format("If it is a financial year, put it in quotes: \"{}\"", text));
  }
}

}  // namespace

void report_value_slips(const Node& values, Diagnostics& diagnostics) {
  for (const Member& value : values.members) {
    if (value.key.find(' ') != std::string::npos) report_name(value, diagnostics);
    if (value.value.kind == NodeKind::Plain) report_date(value, diagnostics);
    if (value.value.kind == NodeKind::Map) report_value_slips(value.value, diagnostics);
  }
}

}  // namespace sheaf::config
