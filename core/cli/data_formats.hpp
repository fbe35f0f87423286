#pragma once
// Tables of data as text for people, as JSON and as CSV.

#include <string>

#include "base/json.hpp"
#include "pipeline/data_tables.hpp"

namespace sheaf::cli {

/// The columns with their types, then the first `most` rows below one another.
std::string text_of(const pipeline::DataTable& table, std::size_t most);

/// { name, rows, columns: [{ name, type, declared }], first: [{ … }] }
Json json_of(const pipeline::DataTable& table, std::size_t most);

/// RFC 4180, all rows, lines that end in LF.
std::string csv_of(const pipeline::DataTable& table);

}  // namespace sheaf::cli
