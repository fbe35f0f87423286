#pragma once
// Tabular data as read: text cells with their places. Types come from the schema that uses them.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::data {

/// Rows as maps of column name to text (an empty cell is absent), each with its place: ready to be
/// conformed to a `rows` parameter. Kind Sequence of Map.
/// `start` is the place of the file's first byte in `sources`; `path` decides the reader by its
/// ending
/// (.csv, .json, .yaml, .yml need their own reader).
Result<model::Node> read_csv(std::string_view text, SourceId start, Diagnostics& diagnostics);
Result<model::Node> read_json(std::string_view text, SourceId start, Diagnostics& diagnostics);

}  // namespace sheaf::data
