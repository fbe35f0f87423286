#pragma once
// What to write in place of a cell that is not what its column holds.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/table.hpp"

namespace sheaf::data {

/// A date that can be read in two ways (12/01/2020), and the first of those that show that the
/// month comes first (12/31/2020).
struct DoubtfulDate {
  std::string text, month_first;
  bool is_one_cell = true;  // that shows it, and may be mistyped
};

/// In cells as they were typed; nothing where any shows that the day comes first.
std::optional<DoubtfulDate> find_doubtful_date(std::span<const model::Node* const> cells);

/// 2020-12-01 for 12/01/2020: a doubtful date with its month first.
std::string month_first(const std::string& doubtful);

/// The help of a finding, and its fix where the cell can mean one thing only.
struct CellCure {
  std::string help;
  std::vector<Fix> fixes = {};
};

/// `doubtful` is the doubtful date of the cell's column; none of such a file's is mended unasked.
CellCure cure_of(const model::Node& cell, ColumnType meant,
                 const std::optional<DoubtfulDate>& doubtful);

/// What is written for nothing: -, n/a, none.
bool says_nothing(const model::Node& cell);

}  // namespace sheaf::data
