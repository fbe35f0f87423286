#pragma once
// The types of a table's columns: declared by the layout, else inferred from all rows.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/table.hpp"
#include "model/value.hpp"

namespace sheaf::data {

/// "text", "whole", "code", "decimal", "money", "date", "month", "yes/no".
std::string_view name_of(ColumnType type);
std::optional<ColumnType> column_type_of(std::string_view name);

/// "a whole number", "an amount of money": for messages.
std::string_view article_of(ColumnType type);

/// "Write digits only, such as 12": how such a cell is written; empty for text.
std::string_view help_for(ColumnType type);

/// Gives the columns that `declared` names (a column's name, then its type's) their type, and their
/// cells the canonical form: 25/11/2020 becomes 2020-11-25, "£1,250.5" becomes "1250.50". A cell
/// that cannot be read so, and a column that is not there, are reported. False after an error.
/// `said` is the data's name in messages.
bool declare_columns(Table& table, std::span<const model::Member> declared, std::string_view said,
                     Diagnostics& diagnostics);

/// Types the columns that are not declared. A column is the first of yes/no, whole, decimal, money,
/// date and month that fits all its cells, else text; it is text, too, when all are empty. Numbers
/// with a leading zero and numbers in quotes (of JSON and YAML) are text; money needs a £ in at
/// least one cell. Whole numbers and months that are none are codes and text (codes.hpp).
void infer_columns(Table& table);

/// The first cell that keeps a column of text from being what more than half its cells are.
struct Misfit {
  const model::Node* cell;
  ColumnType meant;                              // what the others are
  std::size_t others;                            // how many
  std::size_t cells;                             // of the column that are not empty
  std::vector<const model::Node*> further = {};  // cells that keep it from being so, too
};
std::optional<Misfit> find_misfit(const Table& table, const Column& column);

/// Warns of columns that are text only because of a few cells: at least three cells, and more than
/// half of all, are of one other type. `said` is the data's name in messages.
void report_mixed_columns(const Table& table, std::string_view said, Diagnostics& diagnostics);

/// The type that one cell would give its column; Text for an empty one.
ColumnType infer_cell(const model::Node& cell);

/// A cell of a typed column; Absent when it is empty.
model::Value value_of(const model::Node& cell, ColumnType type);

}  // namespace sheaf::data
