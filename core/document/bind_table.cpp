#include <utility>

#include "data/table_value.hpp"
#include "document/binder.hpp"

namespace sheaf::document {

model::Value Binder::make_table(model::Node rows, const model::Node* data) {
  const data::Table* read = data ? tables_.find_readable(data->text) : nullptr;
  auto columns = read ? read->columns : data::columns_of(rows);
  return data::table_value({std::move(columns), std::move(rows)});
}

}  // namespace sheaf::document
