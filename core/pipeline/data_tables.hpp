#pragma once
// A layout's data as `sheaf data` shows it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/build.hpp"

namespace sheaf::pipeline {

struct DataColumn {
  std::string name;
  std::string_view type;  // "money"
  bool declared = false;  // by the layout
};

/// Cells as text, empty ones empty.
struct DataTable {
  std::string name;
  std::vector<DataColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

/// How amounts of money stand in the cells: £1,250, as a report prints them, or 1250.00, for
/// programs.
enum class CellText : std::uint8_t { Printed, Canonical };

/// All of the layout's data, or what `only` names. What is wrong with it goes into `made`.
std::vector<DataTable> read_data(Session& session, const Request& request, std::string_view only,
                                 CellText cells, Outcome& made);

}  // namespace sheaf::pipeline
