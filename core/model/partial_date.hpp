#pragma once
// Calendar dates that may stop at the month or the year: 2009, 2020-02, 2020-11-25.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf::model {

/// Proleptic Gregorian. `month` 0: only the year is known; `day` 0: only year and month.
struct PartialDate {
  int year = 0, month = 0, day = 0;

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
  bool is_day() const { return day != 0; }
};

/// ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD with a day that exists; years 1000 to 9999.
std::optional<PartialDate> parse_partial_date(std::string_view text);

/// Whether `date` lies after all of `other`: 2020-12-01 after 2020-11, but not after 2020 or
/// 2020-12.
bool is_after(const PartialDate& date, const PartialDate& other);

/// ISO 8601 to the precision known: "2020-02".
std::string to_iso(const PartialDate& date);

}  // namespace sheaf::model
