#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "data/table.hpp"

namespace sheaf::data {
namespace {

constexpr std::size_t kMostFindings = 1'000;
constexpr std::size_t kMostColumns = 2'000;  // SQLite's limit, too

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Cell {
  std::size_t begin = 0;  // of its first byte, a quote included
  std::string text;
};

std::string_view without_spaces(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view name_of_separator(char separator) {
  if (separator == '\t') return "a tab";
  return separator == ';' ? "a semicolon" : "a comma";
}

class CsvReader {
 public:
  CsvReader(std::string_view text, SourceId start, char separator, Diagnostics& diagnostics)
      : text_(text), start_(start), separator_(separator), diagnostics_(diagnostics) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  Result<Table> read();

 private:
  bool at_space() const;
  bool at_line_end() const;
  void skip_line_end();
  void skip_line();
  bool next_row(std::vector<Cell>& cells);
  bool read_cell(Cell& cell);
  bool read_quoted(Cell& cell);
  void read_plain(Cell& cell);
  void wrong_separator(const Cell& heading);
  bool is_hopeless() const { return findings_ > kMostFindings; }
  bool check_header();
  bool check_names();
  bool check_width(const std::vector<Cell>& cells);
  bool check_cells(const std::vector<Cell>& cells);
  bool check_size(const model::Node& rows);
  model::Node row_of(std::vector<Cell> cells) const;
  std::vector<Column> columns() const;
  void error(std::string id, std::size_t at, std::string message, std::string help);

  std::string_view text_;
  SourceId start_;
  char separator_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::vector<Cell> header_;
  std::size_t findings_ = 0;
};

void CsvReader::error(std::string id, std::size_t at, std::string message, std::string help) {
  if (++findings_ > kMostFindings) {  // the last, where reading stops
    id = "too-many-findings";
    message = "More is wrong with this file from here on, and is not listed";
    help = "Mend what is listed, then check again";
  }
  diagnostics_.error(std::move(id), start_ + at, std::move(message), std::move(help));
}

bool CsvReader::at_space() const {
  return at_ < text_.size() && text_[at_] != separator_ &&
         (text_[at_] == ' ' || text_[at_] == '\t');
}

bool CsvReader::at_line_end() const {
  return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
}

void CsvReader::skip_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size()) ++at_;
}

void CsvReader::skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

/// The cells of the next line that is not empty; false at the end. A line with a stray quote comes
/// back empty.
bool CsvReader::next_row(std::vector<Cell>& cells) {
  cells.clear();
  while (at_ < text_.size() && at_line_end()) skip_line_end();
  if (at_ >= text_.size()) return false;
  for (;;) {
    if (!read_cell(cells.emplace_back())) {
      cells.clear();
      skip_line();
      break;
    }
    if (cells.size() > kMostColumns) skip_line();  // it is refused, whatever follows
    if (at_line_end()) break;
    ++at_;  // the separator
  }
  skip_line_end();
  return true;
}

bool CsvReader::read_cell(Cell& cell) {
  while (at_space()) ++at_;
  cell.begin = at_;
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
  read_plain(cell);
  const auto stray = cell.text.find_first_of("\"\r");
  if (stray == std::string::npos) return true;
  if (cell.text[stray] == '\r') {
    error("csv-line-end", cell.begin + stray, "This line ends in a lone carriage return",
          "Save the file with the line ends of Windows or Linux");
    return false;
  }
  error("csv-stray-quote", cell.begin + stray,
        "A quotation mark stands inside a cell without quotes",
        "Put the whole cell in quotes and write the mark twice: \"say \"\"yes\"\"\"");
  return false;
}

void CsvReader::read_plain(Cell& cell) {
  while (!at_line_end() && text_[at_] != separator_) ++at_;
  cell.text = without_spaces(text_.substr(cell.begin, at_ - cell.begin));
}

bool CsvReader::read_quoted(Cell& cell) {
  for (++at_;; ++at_) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      error("csv-unclosed-quote", cell.begin,
            "The quotation mark that begins this cell is not closed",
            "End the cell with a quotation mark");
      return false;
    }
    cell.text += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    cell.text += '"';
  }
  while (at_space()) ++at_;
  if (at_line_end() || text_[at_] == separator_) return true;
  error("csv-stray-quote", at_, "Text follows the quotation mark that ends the cell",
        "Write a quotation mark inside a cell twice");
  return false;
}

/// A separator is never guessed: a table would change its shape with a text in its first line.
void CsvReader::wrong_separator(const Cell& heading) {
  const char other = heading.text[heading.text.find_first_of(",;\t")];
  const std::string said = other == '\t' ? "tab" : fmt::format("\"{}\"", other);
  error("csv-separator", heading.begin,
        fmt::format("The columns are not separated by {}", name_of_separator(separator_)),
        fmt::format("Write separator: {} beside `file:`, or save the file with commas", said));
}

bool CsvReader::check_header() {
  if (header_.size() > kMostColumns) {
    error("data-too-large", header_[kMostColumns].begin,
          fmt::format("The table has more than {} columns", kMostColumns),
          "Keep only the columns that the report prints");
    return false;
  }
  if (header_.size() == 1 && header_[0].text.find_first_of(",;\t") != std::string::npos) {
    wrong_separator(header_[0]);
  }
  return check_names();
}

bool CsvReader::check_names() {
  for (std::size_t i = 0; i < header_.size() && !is_hopeless(); ++i) {
    const Cell& cell = header_[i];
    if (cell.text.empty()) {
      error("csv-empty-column", cell.begin, fmt::format("Column {} has no name", i + 1),
            "Name each column in the first line, and take out columns that are empty");
    } else if (std::ranges::find(header_, cell.text, &Cell::text) - header_.begin() !=
               static_cast<std::ptrdiff_t>(i)) {
      error("csv-duplicate-column", cell.begin,
            fmt::format("There are two columns `{}`", cell.text),
            "Give each column a name of its own");
    }
  }
  return findings_ == 0;
}

bool CsvReader::check_width(const std::vector<Cell>& cells) {
  if (cells.size() == header_.size()) return true;
  const bool more = cells.size() > header_.size();
  error(
      "csv-ragged", cells[more ? header_.size() : 0].begin,
      fmt::format("This row has {} {}, but the first line names {} {}", cells.size(),
                  cells.size() == 1 ? "cell" : "cells", header_.size(),
                  header_.size() == 1 ? "column" : "columns"),
      more ? fmt::format("Put a cell that contains {} in quotes", name_of_separator(separator_))
           : fmt::format("Write {} for each cell that stays empty", name_of_separator(separator_)));
  return false;
}

bool CsvReader::check_cells(const std::vector<Cell>& cells) {
  const auto large = std::ranges::find_if(
      cells, [](const Cell& cell) { return cell.text.size() > kMostCellBytes; });
  if (large == cells.end()) return true;
  error("data-too-large", large->begin,
        fmt::format("This cell has {} bytes, and a cell may have {}", large->text.size(),
                    kMostCellBytes),
        "Put long texts in files of their own, and look whether a quotation mark is missing");
  return false;
}

bool CsvReader::check_size(const model::Node& rows) {
  if ((rows.items.size() + 1) * header_.size() <= kMostCells) return true;
  error("data-too-large", at_, fmt::format("The table has more than {} cells", kMostCells),
        "Keep only the rows and columns that the report prints");
  return false;
}

model::Node CsvReader::row_of(std::vector<Cell> cells) const {
  model::Node row;
  row.kind = model::NodeKind::Map;
  row.source = start_ + cells[0].begin;
  row.members.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    model::Node cell;
    cell.source = start_ + cells[i].begin;
    cell.kind = cells[i].text.empty() ? model::NodeKind::Null : model::NodeKind::Plain;
    cell.text = std::move(cells[i].text);
    row.members.push_back({header_[i].text, start_ + header_[i].begin, std::move(cell)});
  }
  return row;
}

std::vector<Column> CsvReader::columns() const {
  std::vector<Column> made;
  for (const Cell& cell : header_) {
    Column& column = made.emplace_back();
    column.name = cell.text;
    column.source = start_ + cell.begin;
  }
  return made;
}

Result<Table> CsvReader::read() {
  model::Node rows;
  rows.kind = model::NodeKind::Sequence;
  if (!next_row(header_)) {
    error("csv-empty", at_, "The file is empty", "Name the columns in the first line");
  }
  if (findings_ > 0 || !check_header()) return failed();
  rows.source = start_ + header_[0].begin;
  for (std::vector<Cell> cells; next_row(cells) && check_size(rows) && !is_hopeless();) {
    const auto is_empty = [](const Cell& cell) { return cell.text.empty(); };
    if (cells.empty() || !check_width(cells) || !check_cells(cells) ||
        std::ranges::all_of(cells, is_empty))
      continue;
    rows.items.push_back(row_of(std::move(cells)));
  }
  if (findings_ > 0) return failed();
  return Table{columns(), std::move(rows)};
}

}  // namespace

Result<Table> read_csv(std::string_view text, SourceId start, char separator,
                       Diagnostics& diagnostics) {
  return CsvReader(text, start, separator, diagnostics).read();
}

}  // namespace sheaf::data
