#include "document/cell_places.hpp"

#include <algorithm>

namespace sheaf::document {

using model::Block;
using model::BlockKind;
using model::NamedValue;
using model::Value;

CellPlaces::Cell CellPlaces::find(SourceId place) {
  if (!is_read_) add(with_);
  is_read_ = true;
  const auto found = cells_.find(place.offset);
  return found == cells_.end() ? Cell() : found->second;
}

void CellPlaces::add(const Value& value) {
  for (const Value& item : value.items) add(item);
  for (const NamedValue& member : value.members) {
    if (member.value.source)
      cells_.try_emplace(member.value.source.offset, Cell{&value, member.name});
    add(member.value);
  }
}

/// Told by the first row that has the cell: a table may leave columns out, and order them anew.
const std::vector<std::string_view>& TablePlaces::columns() {
  if (!columns_.empty()) return columns_;
  for (const Block& row : table_.children) {
    if (row.kind != BlockKind::Row) continue;
    columns_.resize(std::max(columns_.size(), row.children.size()));
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const bool is_open = columns_[i].empty() && !row.children[i].children.empty();
      if (is_open) columns_[i] = cells_.find(row.children[i].source).column;
    }
  }
  return columns_;
}

SourceId TablePlaces::empty_cell(const Block& row, std::size_t column) {
  if (column >= columns().size()) return {};
  for (const Block& cell : row.children) {
    const CellPlaces::Cell known = cells_.find(cell.source);
    const Value* empty = known.row ? known.row->find(columns()[column]) : nullptr;
    if (empty && empty->is_absent()) return empty->source;
  }
  return {};
}

}  // namespace sheaf::document
