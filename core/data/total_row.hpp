#pragma once
// The total that a spreadsheet shows below its rows, which is no row itself.

#include <string_view>

#include "base/diagnostic.hpp"
#include "data/table.hpp"

namespace sheaf::data {

/// Warns of a last or first row that begins with "Total" or its like and has a number where the
/// others have numbers, whether it is their sum or not; of a last row that is a remark ("Source:
/// …"), and of the first row that begins "Sub-total". `said` is the data's name in messages.
void report_total_row(const Table& table, std::string_view said, Diagnostics& diagnostics);

}  // namespace sheaf::data
