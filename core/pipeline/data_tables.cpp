#include "pipeline/data_tables.hpp"

#include <utility>

#include "config/layout_reader.hpp"
#include "config/yaml_reader.hpp"
#include "data/columns.hpp"
#include "document/bind.hpp"
#include "document/printed_text.hpp"
#include "model/conform.hpp"

namespace sheaf::pipeline {
namespace {

/// Data needs no plugins.
class NoTypes final : public document::ParameterTypes {
 public:
  const model::Type* find(std::string_view) const override { return nullptr; }
  std::vector<std::string_view> ids() const override { return {}; }
};

/// Money as it is wanted; all else as it was typed.
std::string cell_text(const model::Node* cell, data::ColumnType type, CellText wanted) {
  if (!cell || cell->is_absent()) return {};
  if (!cell->is_text()) return model::shown(*cell);
  const model::Value value =
      type == data::ColumnType::Money ? data::value_of(*cell, type) : model::Value();
  if (value.is_absent()) return cell->text;
  return wanted == CellText::Printed ? document::printed_text(value) : model::canonical_text(value);
}

DataTable table_of(const document::NamedTable& named, CellText wanted) {
  DataTable made;
  made.name = named.name;
  for (const data::Column& column : named.table.columns) {
    made.columns.push_back({column.name, data::name_of(column.type), column.declared});
  }
  for (const model::Node& row : named.table.rows.items) {
    auto& cells = made.rows.emplace_back();
    for (const data::Column& column : named.table.columns) {
      cells.push_back(cell_text(row.find(column.name), column.type, wanted));
    }
  }
  return made;
}

}  // namespace

std::vector<DataTable> read_data(Session& session, const Request& request, std::string_view only,
                                 CellText cells, Outcome& made) {
  auto spec = config::read_layout(request.layout, request.options, session.files(), made.sources,
                                  made.diagnostics, &session.yaml());
  if (!spec) return {};
  made.spec = std::move(*spec);
  const NoTypes types;
  std::vector<DataTable> tables;
  for (const document::NamedTable& named :
       document::read_tables(*made.spec, {session.files(), made.sources, types, config::read_yaml},
                             only, made.diagnostics)) {
    tables.push_back(table_of(named, cells));
  }
  return tables;
}

}  // namespace sheaf::pipeline
