#include "document/table_writer.hpp"

#include <fmt/format.h>

#include <utility>

namespace sheaf::document {

using model::Element;
using model::ElementKind;
using model::Role;
using model::Scope;
using model::StructureId;

namespace {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace

TableWriter::TableWriter(Flow& flow, const Fill& caption, RowHeaders row_headers, SourceId source)
    : composition_(flow.composition()),
      row_headers_(row_headers),
      table_(flow.add(element(ElementKind::Table, source))) {
  Element text = element(ElementKind::Caption, source);
  text.role = Role::TableCaption;
  TextWriter writer(composition_.document, table_, std::move(text));
  caption(writer);
  writer.finish();
}

TableWriter::~TableWriter() {
  end_row();
  const SourceId source = table().source;
  if (head_row_ == StructureId::None) {
    composition_.diagnostics.error("table-header", source, "This table has no column headings",
                                   "A screen reader needs one for each column");
    remove_from(composition_.document, table_);
  } else if (body_ == StructureId::None) {
    composition_.diagnostics.warning("table-no-rows", source,
                                     "This table has no rows, so it is left out",
                                     "Give it rows, or leave the table out");
    remove_from(composition_.document, table_);
  }
}

bool TableWriter::add_cell(StructureId row, Element cell, Role role, const Fill& fill) {
  const SourceId source = cell.source;
  const StructureId id = composition_.document.add(row, std::move(cell));
  TextWriter writer(composition_.document, id, paragraph(role, source));
  fill(writer);
  return writer.finish() != StructureId::None;
}

void TableWriter::column(model::ColumnAlign align, SourceId source, const Fill& fill) {
  if (head_row_ == StructureId::None) {
    const auto head =
        composition_.document.add(table_, element(ElementKind::TableHead, table().source));
    head_row_ = composition_.document.add(head, element(ElementKind::Row, source));
  }
  Element cell = element(ElementKind::HeaderCell, source);
  cell.scope = Scope::Column;
  table().columns.push_back(align);
  if (add_cell(head_row_, std::move(cell), Role::TableHead, fill)) return;
  composition_.diagnostics.error("table-empty-header", source,
                                 "This column of the table has no heading",
                                 "Say in a word or two what the column holds");
}

void TableWriter::begin_row(std::size_t cells, SourceId source) {
  end_row();
  const std::size_t columns = table().columns.size();
  if (cells != columns && columns > 0) {
    composition_.diagnostics.error("table-ragged", source,
                                   fmt::format("This row has {}, but the table has {}",
                                               counted(cells, "cell"), counted(columns, "column")),
                                   "Give every row one cell for each column");
  }
  if (body_ == StructureId::None) {
    body_ = composition_.document.add(table_, element(ElementKind::TableBody, table().source));
  }
  row_ = composition_.document.add(body_, element(ElementKind::Row, source));
}

/// Fills a short row with empty cells.
void TableWriter::end_row() {
  if (row_ == StructureId::None) return;
  const SourceId source = composition_.document[row_].source;
  for (auto n = composition_.document[row_].children.size(); n < table().columns.size(); ++n) {
    composition_.document.add(row_, element(ElementKind::Cell, source));
  }
}

void TableWriter::cell(SourceId source, const Fill& fill, EmptyCell empty) {
  if (composition_.document[row_].children.size() == table().columns.size()) return;
  const bool is_header =
      row_headers_ == RowHeaders::FirstColumn && composition_.document[row_].children.empty();
  Element cell = element(is_header ? ElementKind::HeaderCell : ElementKind::Cell, source);
  if (is_header) cell.scope = Scope::Row;
  if (add_cell(row_, std::move(cell), Role::TableCell, fill)) return;
  constexpr const char *kId = "table-empty-cell", *kIsEmpty = "This cell of the table is empty";
  if (empty == EmptyCell::OfFigures) {
    composition_.diagnostics.advice(
        kId, source, kIsEmpty, "Leave it so if it is not known: a word would make its column text");
  } else {
    composition_.diagnostics.warning(kId, source, kIsEmpty,
                                     "Write \"none\" or \"not known\", whichever is true; leave an "
                                     "unknown number, amount or date empty");
  }
}

}  // namespace sheaf::document
