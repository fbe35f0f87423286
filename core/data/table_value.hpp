#pragma once
// A table as a section plugin gets it.

#include "data/table.hpp"
#include "model/value.hpp"

namespace sheaf::data {

/// The value of a parameter that takes rows of any columns: { columns: a list of { name, type },
/// rows: a list of records }. Columns that are not declared are inferred first. Cells are typed by
/// their column, and keep their places; empty ones are Absent.
model::Value table_value(Table table);

}  // namespace sheaf::data
