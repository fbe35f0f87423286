#pragma once
// A table with its header row, checked to be rectangular.

#include <functional>

#include "document/flow.hpp"

namespace sheaf::document {

/// First `column` for each column, then `begin_row` and its cells. A table without rows is left
/// out, with a warning.
class TableWriter {
 public:
  using Fill = std::function<void(TextWriter&)>;
  enum class RowHeaders { None, FirstColumn };
  /// What an empty cell's column holds; words among numbers, amounts and dates would do harm.
  enum class EmptyCell { OfText, OfFigures };

  /// A caption that `caption` leaves empty is left out.
  TableWriter(Flow& flow, const Fill& caption, RowHeaders row_headers, SourceId source);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  void column(model::ColumnAlign align, SourceId source, const Fill& fill);
  /// `cells` is how many the row was given; another number than the columns' is an error. The
  /// table is made rectangular all the same, so that all that follows can rely on it.
  void begin_row(std::size_t cells, SourceId source);
  void cell(SourceId source, const Fill& fill, EmptyCell empty = EmptyCell::OfText);

 private:
  model::Element& table() { return composition_.document[table_]; }
  void end_row();
  bool add_cell(model::StructureId row, model::Element cell, model::Role role, const Fill& fill);

  Composition& composition_;
  RowHeaders row_headers_;
  model::StructureId table_;
  model::StructureId head_row_ = model::StructureId::None;
  model::StructureId body_ = model::StructureId::None;
  model::StructureId row_ = model::StructureId::None;
};

}  // namespace sheaf::document
