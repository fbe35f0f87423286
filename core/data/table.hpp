#pragma once
// Tabular data as read: text cells with their places, in named columns.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::data {

/// What all cells of a column hold, empty ones apart (columns.hpp).
enum class ColumnType : std::uint8_t { Text, Whole, Code, Decimal, Money, Date, Month, YesNo };

struct Column {
  std::string name;
  SourceId source;  // its heading
  ColumnType type = ColumnType::Text;
  bool declared = false;    // the layout says so; else it is inferred when somebody asks
  bool inherited = false;   // of a query's column: of the type of the columns that it reads
  bool worked_out = false;  // by a query, which gave it its name, too
};

/// Rows ready to be conformed to a `rows` parameter: a Sequence of Maps from column name to text,
/// each with its place. Rows of JSON and YAML may lack a column.
struct Table {
  std::vector<Column> columns;  // in the order of the file
  model::Node rows;
  bool is_whole = true;  // else lines are missing that could not be read, which was reported

  const Column* find(std::string_view name) const;
};

/// YAML is read by config, which data must not see: its reader is handed in.
using YamlReader = Result<model::Node> (*)(std::string_view text, SourceId start, Diagnostics&);

enum class Format { Csv, Json, JsonLines, Yaml, Sqlite };

/// By the ending: .csv, .json, .jsonl or .ndjson, .yaml or .yml, .db, .sqlite or .sqlite3.
std::optional<Format> format_of(const Path& path);

/// A text format. `text` is a whole UTF-8 file and `start` the place of its first byte; `separator`
/// stands between the cells of CSV.
Result<Table> read_table(Format format, std::string_view text, SourceId start, char separator,
                         YamlReader read_yaml, Diagnostics& diagnostics);

/// RFC 4180 with a header line; LF or CRLF, a byte order mark is skipped. Spaces around an unquoted
/// cell, a number or date in quotes and the header's names are dropped, an empty cell is Null, an
/// empty line is no row. The rows' own source is the header line. After an error in a line the
/// others are read, for what else is wrong in them; failed if none could be.
Result<Table> read_csv(std::string_view text, SourceId start, char separator,
                       Diagnostics& diagnostics);

/// A list of objects (RFC 8259).
Result<model::Node> read_json(std::string_view text, SourceId start, Diagnostics& diagnostics);

/// One object on each line that is not blank (jsonlines.org).
Result<model::Node> read_json_lines(std::string_view text, SourceId start,
                                    Diagnostics& diagnostics);

/// The names that the rows use, in the order they first appear.
std::vector<Column> columns_of(const model::Node& rows);

/// Tables beyond this are refused: they would not fit a report, but might fill the memory.
inline constexpr std::size_t kMostCells = 200'000;
inline constexpr std::size_t kMostCellBytes = 65'536;  // as of the Markdown of a section

}  // namespace sheaf::data
