#include "model/partial_date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace sheaf::model {
namespace {

/// Exactly `digits` decimal digits at the front of `text`, which are taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits || text[0] < '0' || text[0] > '9') return {};
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits) return {};
  text.remove_prefix(digits);
  return value;
}

std::optional<int> take_part(std::string_view& text) {
  if (!text.starts_with('-')) return {};
  text.remove_prefix(1);
  return take_number(text, 2);
}

bool exists(const PartialDate& date) {
  const auto whole = std::chrono::year(date.year) /
                     std::chrono::month(static_cast<unsigned>(date.month ? date.month : 1)) /
                     std::chrono::day(static_cast<unsigned>(date.day ? date.day : 1));
  return date.year >= 1000 && whole.ok();
}

}  // namespace

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year) return {};
  PartialDate date{*year, 0, 0};
  for (int* part : {&date.month, &date.day}) {
    if (text.empty()) break;
    const auto value = take_part(text);
    if (!value || *value == 0) return {};
    *part = *value;
  }
  return text.empty() && exists(date) ? std::optional(date) : std::nullopt;
}

bool is_after(const PartialDate& date, const PartialDate& other) {
  if (date.year != other.year) return date.year > other.year;
  if (date.month == 0 || other.month == 0) return false;
  if (date.month != other.month) return date.month > other.month;
  return date.day != 0 && other.day != 0 && date.day > other.day;
}

std::string to_iso(const PartialDate& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace sheaf::model
