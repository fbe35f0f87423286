#include "data/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace sheaf::data {
namespace {

Result<model::Node> read_yaml_rows(std::string_view text, SourceId start, YamlReader read_yaml,
                                   Diagnostics& diagnostics) {
  SHEAF_TRY(node, read_yaml(text, start, diagnostics));
  const bool maps = std::ranges::all_of(
      node.items, [](const model::Node& row) { return row.kind == model::NodeKind::Map; });
  if (node.kind == model::NodeKind::Sequence && maps) return std::move(node);
  const bool list = node.kind == model::NodeKind::Sequence;
  diagnostics.error("no-rows", node.source ? node.source : start,
                    list ? "A row of a data file is a map"
                         : fmt::format("A data file is a list of rows, not {}", name_of(node.kind)),
                    "Begin each row with `- ` and write lines of the form column: value");
  return failed();
}

Result<model::Node> read_rows(Format format, std::string_view text, SourceId start,
                              YamlReader read_yaml, Diagnostics& diagnostics) {
  switch (format) {
    case Format::Json: return read_json(text, start, diagnostics);
    case Format::JsonLines: return read_json_lines(text, start, diagnostics);
    case Format::Yaml: return read_yaml_rows(text, start, read_yaml, diagnostics);
    case Format::Csv:
    case Format::Sqlite: break;
  }
  return failed();
}

/// What a cell of lists and maps holds counts together.
std::size_t bytes_of(const model::Node& cell) {
  std::size_t bytes = cell.text.size();
  for (const model::Node& item : cell.items) bytes += bytes_of(item);
  for (const model::Member& member : cell.members) bytes += bytes_of(member.value);
  return bytes;
}

/// As read_csv has checked already.
Result<void> check_size(const model::Node& rows, Diagnostics& diagnostics) {
  std::size_t cells = 0;
  for (const model::Node& row : rows.items) {
    for (const model::Member& cell : row.members) {
      const std::size_t bytes = bytes_of(cell.value);
      if (bytes <= kMostCellBytes) continue;
      diagnostics.error(
          "data-too-large", cell.value.source,
          fmt::format("This cell has {} bytes, and a cell may have {}", bytes, kMostCellBytes),
          "Put long texts in files of their own");
      return failed();
    }
    cells += row.members.size();
    if (cells <= kMostCells) continue;
    diagnostics.error("data-too-large", row.source,
                      fmt::format("The table has more than {} cells", kMostCells),
                      "Keep only the rows and columns that the report prints");
    return failed();
  }
  return {};
}

}  // namespace

const Column* Table::find(std::string_view name) const {
  const auto at = std::ranges::find(columns, name, &Column::name);
  return at == columns.end() ? nullptr : &*at;
}

std::optional<Format> format_of(const Path& path) {
  constexpr std::array<std::pair<std::string_view, Format>, 9> kEndings{
      {{".csv", Format::Csv},
       {".json", Format::Json},
       {".jsonl", Format::JsonLines},
       {".ndjson", Format::JsonLines},
       {".yaml", Format::Yaml},
       {".yml", Format::Yaml},
       {".db", Format::Sqlite},
       {".sqlite", Format::Sqlite},
       {".sqlite3", Format::Sqlite}}};
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  const auto known = std::ranges::find(kEndings, ending, [](const auto& one) { return one.first; });
  return known == kEndings.end() ? std::nullopt : std::optional(known->second);
}

std::vector<Column> columns_of(const model::Node& rows) {
  std::vector<Column> columns;
  std::unordered_set<std::string_view> seen;
  for (const model::Node& row : rows.items) {
    for (const model::Member& cell : row.members) {
      if (!seen.insert(cell.key).second) continue;
      Column& column = columns.emplace_back();
      column.name = cell.key;
      column.source = cell.key_source;
    }
  }
  return columns;
}

Result<Table> read_table(Format format, std::string_view text, SourceId start, char separator,
                         YamlReader read_yaml, Diagnostics& diagnostics) {
  if (format == Format::Csv) return read_csv(text, start, separator, diagnostics);
  SHEAF_TRY(rows, read_rows(format, text, start, read_yaml, diagnostics));
  if (!check_size(rows, diagnostics)) return failed();
  return Table{columns_of(rows), std::move(rows)};
}

}  // namespace sheaf::data
