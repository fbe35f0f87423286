#include "cli/data_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace sheaf::cli {
namespace {

using pipeline::DataColumn;
using pipeline::DataTable;

constexpr std::size_t kWidestCell = 30;  // letters

using Line = std::vector<std::string>;

/// Its first line, and that no longer than a cell may be.
std::string shortened(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), text.size());
  for (std::size_t at = 0, letters = 0; at < end; at += decode(text, at).bytes) {
    if (++letters == kWidestCell) end = at;
  }
  return fmt::format("{}{}", text.substr(0, end), end < text.size() ? "…" : "");
}

/// Lines with their cells below one another; `at_end` are the columns that stand to the right.
std::string aligned(const std::vector<Line>& lines, const std::vector<bool>& at_end = {}) {
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], count_code_points(line[i]));
    }
  }
  std::string text;
  for (const Line& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string gap(widths[i] - count_code_points(line[i]), ' ');
      const bool to_the_right = i < at_end.size() && at_end[i];
      row += "  " + (to_the_right ? gap + line[i] : line[i] + gap);
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::size_t shown_rows(const DataTable& table, std::size_t most) {
  return std::min(table.rows.size(), most);
}

std::string columns_text(const DataTable& table) {
  std::vector<Line> lines;
  for (const DataColumn& column : table.columns) {
    lines.push_back({column.name, std::string(column.type), column.declared ? "declared" : ""});
  }
  return aligned(lines);
}

std::string rows_text(const DataTable& table, std::size_t most) {
  Line head;
  std::vector<bool> numbers;
  for (const DataColumn& column : table.columns) {
    head.push_back(shortened(column.name));
    numbers.push_back(column.type == "whole" || column.type == "decimal" || column.type == "money");
  }
  std::vector<Line> lines{std::move(head)};
  for (std::size_t i = 0; i < shown_rows(table, most); ++i) {
    Line& line = lines.emplace_back();
    for (const std::string& cell : table.rows[i]) line.push_back(shortened(cell));
  }
  return aligned(lines, numbers);
}

std::string csv_cell(const std::string& text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with(' ') &&
                     !text.ends_with(' ');
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string csv_line(const Line& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line += '\n';
}

}  // namespace

std::string text_of(const DataTable& table, std::size_t most) {
  const std::size_t count = table.rows.size();
  std::string text = fmt::format("{}: {} {}\n", table.name, count, count == 1 ? "row" : "rows");
  text += columns_text(table);
  if (count == 0) return text;
  text += "\n" + rows_text(table, most);
  if (count > most) text += fmt::format("  … and {} more\n", count - most);
  return text;
}

Json json_of(const DataTable& table, std::size_t most) {
  Json columns = Json::array();
  for (const DataColumn& column : table.columns) {
    columns.items.push_back(Json::object({{"name", Json::string(column.name)},
                                          {"type", Json::string(column.type)},
                                          {"declared", Json::boolean(column.declared)}}));
  }
  Json first = Json::array();
  for (std::size_t i = 0; i < shown_rows(table, most); ++i) {
    Json& row = first.items.emplace_back(Json::object());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      row.set(table.columns[c].name, Json::string(table.rows[i][c]));
    }
  }
  return Json::object({{"name", Json::string(table.name)},
                       {"rows", Json::number(static_cast<std::int64_t>(table.rows.size()))},
                       {"columns", std::move(columns)},
                       {"first", std::move(first)}});
}

std::string csv_of(const DataTable& table) {
  Line head;
  for (const DataColumn& column : table.columns) head.push_back(column.name);
  std::string text = csv_line(head);
  for (const Line& row : table.rows) text += csv_line(row);
  return text;
}

}  // namespace sheaf::cli
