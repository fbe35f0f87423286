#pragma once
// How dates, numbers and money read in a report (GOV.UK style guide, A to Z).

#include <span>
#include <string>
#include <string_view>

#include "model/partial_date.hpp"

namespace sheaf::document {

/// "25 November 2020", "November 2020", "2020".
std::string date_text(const model::PartialDate& date);

/// `((path as FORMAT))`: "day" (25 November 2020), "month" (November 2020), "year", "iso",
/// "weekday" (Wednesday 25 November 2020), "short" (25 Nov 2020). Empty when the format is unknown
/// or the date not that precise.
std::string date_text(const model::PartialDate& date, std::string_view format);

/// The names of those formats.
std::span<const std::string_view> date_formats();

/// Commas over 999, and a minus sign for the hyphen: "250,000", "−1,234.5". `canonical` is a
/// decimal without commas.
std::string number_text(std::string_view canonical);

/// "£75", "£75.50", "−£1,250".
std::string money_text(std::string_view canonical);

}  // namespace sheaf::document
