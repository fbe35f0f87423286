#pragma once
// Tabular data as read: text cells with their places. Types come from the schema that uses them.

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::data {

/// YAML is read by config, which data must not see: its reader is handed in.
using YamlReader = Result<model::Node> (*)(std::string_view text, SourceId start, Diagnostics&);

enum class Format { Csv, Json, Yaml };

/// By the ending: .csv, .json, .yaml or .yml.
std::optional<Format> format_of(const Path& path);

/// Rows ready to be conformed to a `rows` parameter: a Sequence of Maps from column name to text,
/// each with its place. `text` is a whole UTF-8 file and `start` the place of its first byte.
Result<model::Node> read_rows(Format format, std::string_view text, SourceId start,
                              YamlReader read_yaml, Diagnostics& diagnostics);

/// RFC 4180 with a header line; LF or CRLF, a byte order mark is skipped. Spaces around an unquoted
/// cell and the header's names are dropped, an empty cell is Null, an empty line is no row. The
/// rows' own source is the header line. Failed after an error in any line, when all were looked at.
Result<model::Node> read_csv(std::string_view text, SourceId start, Diagnostics& diagnostics);

/// A list of objects (RFC 8259).
Result<model::Node> read_json(std::string_view text, SourceId start, Diagnostics& diagnostics);

/// Tables beyond this are refused: they would not fit a report, but might fill the memory.
inline constexpr std::size_t kMostCells = 500'000;

}  // namespace sheaf::data
