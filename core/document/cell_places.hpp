#pragma once
// Where the cells that are empty stand in the data that a table prints. A section gets no value for
// them, and so can name no place.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/block.hpp"
#include "model/value.hpp"

namespace sheaf::document {

/// The cells of all tables of data that a section was given (borrowed), by their places.
class CellPlaces {
 public:
  explicit CellPlaces(const model::Value& with) : with_(with) {}

  struct Cell {
    const model::Value* row = nullptr;
    std::string_view column;
  };
  /// What stands at a place; without a row if it is no cell.
  Cell find(SourceId place);

 private:
  void add(const model::Value& value);

  const model::Value& with_;
  bool is_read_ = false;  // few sections have empty cells
  std::unordered_map<std::uint32_t, Cell> cells_;
};

/// One table of a section.
class TablePlaces {
 public:
  TablePlaces(const model::Block& table, CellPlaces& cells) : table_(table), cells_(cells) {}

  /// Of the empty cell in a row's column, or no place when the row is none of the data's.
  SourceId empty_cell(const model::Block& row, std::size_t column);

 private:
  const std::vector<std::string_view>& columns();

  const model::Block& table_;
  CellPlaces& cells_;
  std::vector<std::string_view> columns_;  // of the data, as the table prints them
};

}  // namespace sheaf::document
