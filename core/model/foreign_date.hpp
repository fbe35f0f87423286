#pragma once
// Dates that are written in another way than Sheaf reads, for what messages offer.

#include <optional>
#include <string>
#include <string_view>

#include "model/partial_date.hpp"

namespace sheaf::model {

/// Digits in the form YYYY-MM, YYYY-MM-DD or DD/MM/YYYY, or words as `31 November 2020`, that name
/// no day of the calendar: why, as "February 2020 has 29 days". Nothing for anything else.
std::optional<std::string> why_impossible(std::string_view text);

/// The text as parse_foreign_date() reads it: Word's dashes as hyphens, 20201125 with them,
/// `Wednesday 25 November 2020` without its first word. Any other text as it is.
std::string with_plain_signs(std::string_view text);

/// What a date in another form can mean: 25/11/2020, 25.11.2020, 2020/11/25, 25 November 2020,
/// 25-Nov-20, November 2020. `other` is there when day and month could be swapped.
struct ForeignDate {
  PartialDate date;
  std::optional<PartialDate> other = {};
};
std::optional<ForeignDate> parse_foreign_date(std::string_view text);

/// The date, as 2020-11-25, if the text can mean no other: the month stands apart from the day, and
/// the year has its century.
std::optional<std::string> surely_meant_date(std::string_view text);

/// 2011-12: a year, and the one after it, which may look like a month.
bool is_financial_year(std::string_view text);

}  // namespace sheaf::model
