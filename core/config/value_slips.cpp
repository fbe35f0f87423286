#include "config/value_slips.hpp"

#include <fmt/format.h>

#include <algorithm>
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

/// Of three parts, so that it is a day and nothing else.
bool is_like_day(std::string_view text) {
  return std::ranges::count(text, '-') == 2 || std::ranges::count(text, '/') == 2;
}

void report_date(const Member& value, Diagnostics& diagnostics) {
  const std::string& text = value.value.text;
  if (const auto why = is_like_day(text) ? model::why_impossible(text) : std::nullopt) {
    diagnostics.error("impossible-date", value.value.source,
                      fmt::format("`{}` is {}, and {}", value.key, text, *why),
                      "Look the date up in a calendar");
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
