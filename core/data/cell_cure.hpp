#pragma once
// What to write in place of a cell that is not what its column holds.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/table.hpp"

namespace sheaf::data {

/// In cells as they were typed, a date that can be read in two ways (12/01/2020), where another one
/// shows that the month comes first (12/31/2020) and none that the day does.
std::optional<std::string> find_doubtful_date(std::span<const model::Node* const> cells);

/// 2020-12-01 for 12/01/2020: a doubtful date with its month first.
std::string month_first(const std::string& doubtful);

/// The help of a finding, and its fix where the cell can mean one thing only.
struct CellCure {
  std::string help;
  std::vector<Fix> fixes = {};
};

/// `doubtful` is the doubtful date of the cell's column; none of such a file's is mended unasked.
CellCure cure_of(const model::Node& cell, ColumnType meant,
                 const std::optional<std::string>& doubtful);

}  // namespace sheaf::data
