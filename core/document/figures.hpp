#pragma once
// Single values out of tables: ((data.overdue.count)), ((data.spend.sum.cost)), ((data.total)).

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "data/table.hpp"
#include "model/value.hpp"

namespace sheaf::document {

/// A path that begins with `data.`, taken apart; views into it.
struct FigureName {
  std::string_view data;
  std::string_view operation;  // empty: the one value of a table with one row and one column
  std::string_view column;     // its name, with _ for each space
};
std::optional<FigureName> parse_figure(std::string_view path);

/// The column that it names, or null.
const data::Column* find_column(const data::Table& table, const FigureName& name);

struct FigureProblem {
  std::string message, help;
  std::string meant = {};  // the path that was surely meant, if one was
  SourceId cell = {};      // that is at fault, if one is
};

/// `count`, or `sum`, `min`, `max` and `first` of a column; exact. Absent when there is none: the
/// smallest of no rows, an empty cell. `table` has typed columns.
tl::expected<model::Value, FigureProblem> figure(const data::Table& table, const FigureName& name);

}  // namespace sheaf::document
