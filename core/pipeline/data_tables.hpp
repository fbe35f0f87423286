#pragma once
// A layout's data as `sheaf data` shows it.

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

/// All of the layout's data, or what `only` names. What is wrong with it goes into `made`.
std::vector<DataTable> read_data(Session& session, const Request& request, std::string_view only,
                                 Outcome& made);

}  // namespace sheaf::pipeline
