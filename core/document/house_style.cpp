#include "document/house_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace sheaf::document {
namespace {

using model::PartialDate;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};

/// A hyphen in its place is low and short, and screen readers pass over it.
constexpr std::string_view kMinus = "\u2212";

constexpr std::array<std::string_view, 6> kFormats = {"day", "month",   "year",
                                                      "iso", "weekday", "short"};

std::string_view month_name(const PartialDate& date) {
  return kMonths.at(static_cast<std::size_t>(date.month - 1));
}

std::string_view weekday_name(const PartialDate& date) {
  const std::chrono::weekday weekday{std::chrono::sys_days(
      std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
      std::chrono::day(static_cast<unsigned>(date.day)))};
  return kWeekdays.at(weekday.c_encoding());
}

std::string to_precision(const PartialDate& date, std::string_view month) {
  if (date.month == 0) return fmt::to_string(date.year);
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {} {}", date.day, month, date.year);
}

std::string short_text(const PartialDate& date) {
  return to_precision(date, date.month ? month_name(date).substr(0, 3) : std::string_view());
}

std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

struct Parts {
  std::string_view sign, whole, fraction;
};

Parts split(std::string_view canonical) {
  Parts parts;
  if (canonical.starts_with('-')) {
    parts.sign = kMinus;
    canonical.remove_prefix(1);
  }
  const auto point = std::min(canonical.find('.'), canonical.size());
  parts.whole = canonical.substr(0, point);
  if (point < canonical.size()) parts.fraction = canonical.substr(point + 1);
  return parts;
}

}  // namespace

std::string date_text(const PartialDate& date) {
  return to_precision(date, date.month ? month_name(date) : std::string_view());
}

std::string date_text(const PartialDate& date, std::string_view format) {
  if (format == "iso") return to_iso(date);
  if (format == "year") return fmt::to_string(date.year);
  if (format == "short") return short_text(date);
  if (format == "month") return date.month ? date_text({date.year, date.month, 0}) : "";
  if (!date.is_day()) return {};
  if (format == "day") return date_text(date);
  if (format == "weekday") return fmt::format("{} {}", weekday_name(date), date_text(date));
  return {};
}

std::span<const std::string_view> date_formats() { return kFormats; }

std::string number_text(std::string_view canonical) {
  const Parts parts = split(canonical);
  return fmt::format("{}{}{}{}", parts.sign, grouped(parts.whole),
                     parts.fraction.empty() ? "" : ".", parts.fraction);
}

std::string money_text(std::string_view canonical) {
  const Parts parts = split(canonical);
  const bool whole_pounds = parts.fraction.find_first_not_of('0') == std::string_view::npos;
  if (whole_pounds) return fmt::format("{}£{}", parts.sign, grouped(parts.whole));
  return fmt::format("{}£{}.{:0<2}", parts.sign, grouped(parts.whole), parts.fraction);
}

}  // namespace sheaf::document
