#pragma once
// What SQLite found wrong with a query, in words for people who are not programmers.

#include <string>
#include <string_view>
#include <vector>

#include "data/connection.hpp"

namespace sheaf::data {

struct SqlProblem {
  std::string id, message, help;
  int offset = -1;     // bytes into the query; -1: none is to blame
  SourceId cell = {};  // of the data, that is to blame
};

/// Of the last call that failed. `further` names tables that are known besides those at hand.
SqlProblem explain(const Connection& connection, std::string_view sql,
                   const std::vector<std::string>& further);

}  // namespace sheaf::data
