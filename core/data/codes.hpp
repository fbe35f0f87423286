#pragma once
// Digits that are a name and no number: years, references, telephone numbers, financial years.

#include <span>

#include "data/table.hpp"

namespace sheaf::data {

/// Whether whole numbers are codes. Each is typed in digits alone, and they are years (1900 to
/// 2099) of a column that is named so: "Year", "Financial year"; or have ten digits and more; or
/// have four digits somewhere and a column whose name says that it holds references: "id", "Case
/// number". Of what a query has worked out, only years in a column that is named so.
bool are_codes(const Column& column, std::span<const model::Node* const> cells);

/// Whether all are such as 2010-11, 2011-12: a year, and the one after it. A lone one that could be
/// a month is none, unless its column is named so.
bool are_financial_years(const Column& column, std::span<const model::Node* const> cells);

}  // namespace sheaf::data
