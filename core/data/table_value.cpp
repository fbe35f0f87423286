#include "data/table_value.hpp"

#include <utility>

#include "data/columns.hpp"

namespace sheaf::data {
namespace {

using model::Value;
using model::ValueKind;

Value empty_value(ValueKind kind, SourceId source) {
  Value made;
  made.kind = kind;
  made.source = source;
  return made;
}

Value column_value(const Column& column) {
  Value made = empty_value(ValueKind::Record, column.source);
  const bool is_code = column.type == ColumnType::Code;  // which plugins print as it is
  Value type = model::text_value(std::string(name_of(is_code ? ColumnType::Text : column.type)),
                                 column.source);
  type.kind = ValueKind::Choice;
  made.members = {{"name", model::text_value(column.name, column.source)},
                  {"type", std::move(type)}};
  return made;
}

Value row_value(const model::Node& row, const std::vector<Column>& columns) {
  Value made = empty_value(ValueKind::Record, row.source);
  for (const Column& column : columns) {
    const model::Node* cell = row.find(column.name);
    Value value = cell ? value_of(*cell, column.type) : Value();
    if (cell) value.source = cell->source;
    if (!value.is_absent() || value.source) {
      made.members.push_back({column.name, std::move(value)});
    }
  }
  return made;
}

}  // namespace

Value table_value(Table table) {
  infer_columns(table);
  Value columns = empty_value(ValueKind::List, table.rows.source);
  Value rows = columns;
  for (const Column& column : table.columns) columns.items.push_back(column_value(column));
  for (const model::Node& row : table.rows.items) {
    rows.items.push_back(row_value(row, table.columns));
  }
  Value made = empty_value(ValueKind::Record, table.rows.source);
  made.members = {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
  return made;
}

}  // namespace sheaf::data
