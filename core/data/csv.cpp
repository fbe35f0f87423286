#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "data/csv_text.hpp"
#include "data/split_amounts.hpp"
#include "data/table.hpp"

namespace sheaf::data {
namespace {

constexpr std::size_t kMostFindings = 1'000;
constexpr std::size_t kMostColumns = 2'000;  // SQLite's limit, too

constexpr std::string_view kSeparators = ",;\t";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Cell {
  std::size_t begin = 0;  // of its first byte, a quote included
  std::string text;
};

/// A row with more or fewer cells than the first line, and where to mend it.
struct RaggedRow {
  std::size_t at, cells, begin, end;
};

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
  bool unclosed_quote(const Cell& cell, std::string help);
  bool endless_quote(const Cell& cell);
  void read_plain(Cell& cell);
  void wrong_separator(const Cell& heading);
  bool is_hopeless() const { return findings_ + ragged_.size() > kMostFindings; }
  bool check_header();
  bool check_names();
  bool is_title() const {
    return header_.size() > 2 && !header_[0].text.empty() &&
           std::all_of(header_.begin() + 1, header_.end(),
                       [](const Cell& cell) { return cell.text.empty(); });
  }
  bool check_width(const std::vector<Cell>& cells);
  void tell_ragged();
  bool are_all_alike() const;
  bool tell_split_amounts(const RaggedRow& row);
  Diagnostic& tell_width(const RaggedRow& row, std::size_t at, std::string help);
  bool tell_separator_of_header();
  bool tell_separator_of_rows();
  void tell_width_of_rows();
  bool check_cells(const std::vector<Cell>& cells);
  bool check_size(const model::Node& rows);
  model::Node row_of(std::vector<Cell> cells) const;
  std::vector<Column> columns() const;
  Diagnostic& error(std::string id, std::size_t at, std::string message, std::string help);

  std::string_view text_;
  SourceId start_;
  char separator_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::vector<Cell> header_;
  std::vector<RaggedRow> ragged_;
  std::size_t rows_ = 0;  // that have cells
  std::size_t findings_ = 0;
};

Diagnostic& CsvReader::error(std::string id, std::size_t at, std::string message,
                             std::string help) {
  if (++findings_ > kMostFindings) {  // the last, where reading stops
    id = "too-many-findings";
    message = "More is wrong with this file from here on, and is not listed";
    help = "Mend what is listed, then check again";
  }
  return diagnostics_.error(std::move(id), start_ + at, std::move(message), std::move(help));
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
  cell.text = without_blanks(text_.substr(cell.begin, at_ - cell.begin));
}

bool CsvReader::unclosed_quote(const Cell& cell, std::string help) {
  error("csv-unclosed-quote", cell.begin, "The quotation mark that begins this cell is not closed",
        std::move(help));
  return false;
}

/// Past a quote that is not closed nothing can be read: where cells begin is not known.
bool CsvReader::endless_quote(const Cell& cell) {
  at_ = text_.size();
  return unclosed_quote(cell, "End the cell with a quotation mark, and write one inside it twice");
}

bool CsvReader::read_quoted(Cell& cell) {
  for (++at_;; ++at_) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) return endless_quote(cell);
    cell.text += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    cell.text += '"';
  }
  while (at_space()) ++at_;
  if (at_line_end() || text_[at_] == separator_) return true;
  // The one that ends it opens another cell, in a line further down or in this one: "one,"two".
  if (cell.text.find('\n') != std::string::npos) return endless_quote(cell);
  if (cell.text.ends_with(separator_))
    return unclosed_quote(cell, "End it with a quotation mark: the next one begins another cell");
  error("csv-stray-quote", at_, "Text follows the quotation mark that ends the cell",
        "Write a quotation mark inside a cell twice");
  return false;
}

/// A separator is never guessed: a table would change its shape with a text in its first line.
void CsvReader::wrong_separator(const Cell& heading) {
  const char other = heading.text[heading.text.find_first_of(kSeparators)];
  const auto below = text_.substr(at_, text_.find('\n', at_) - at_);
  const bool rows_differ = below.find(separator_) != below.npos && below.find(other) == below.npos;
  const std::string said = other == '\t' ? "tab" : fmt::format("\"{}\"", other);
  error(
      "csv-separator", heading.begin,
      fmt::format("The columns are not separated by {}", name_of_separator(separator_)),
      rows_differ
          ? fmt::format("Write {} between them, as in the rows below",
                        name_of_separator(separator_))
          : fmt::format("Write {{ file: …, separator: {} }}, or save the file with commas", said));
}

bool CsvReader::check_header() {
  if (header_.size() > kMostColumns) {
    error("data-too-large", header_[kMostColumns].begin,
          fmt::format("The table has more than {} columns", kMostColumns),
          "Keep only the columns that the report prints");
    return false;
  }
  if (header_.size() == 1 && header_[0].text.find_first_of(kSeparators) != std::string::npos) {
    wrong_separator(header_[0]);
  }
  return check_names();
}

bool CsvReader::check_names() {
  for (std::size_t i = 0; i < header_.size() && !is_hopeless(); ++i) {
    const Cell& cell = header_[i];
    if (cell.text.empty() && is_title()) {
      error("csv-empty-column", cell.begin, "Only the first column has a name",
            "If the first line is a title, take it out: the first line names the columns");
      break;
    }
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
  ++rows_;
  if (cells.size() == header_.size()) return true;
  const bool more = cells.size() > header_.size();
  ragged_.push_back({cells[more ? header_.size() : 0].begin, cells.size(), cells[0].begin, at_});
  return false;
}

/// One cause has one message: a separator that differs between the first line and the rows.
void CsvReader::tell_ragged() {
  if (are_all_alike() && (tell_separator_of_header() || tell_separator_of_rows())) return;
  std::erase_if(ragged_, [&](const RaggedRow& row) { return tell_split_amounts(row); });
  if (are_all_alike() && ragged_.size() > 1) return tell_width_of_rows();
  const std::string_view separator = name_of_separator(separator_);
  const std::string too_many =
      fmt::format("Put a cell that contains {} in quotes, or take out one too many", separator);
  const std::string too_few = fmt::format("Write {} for each cell that stays empty", separator);
  for (const RaggedRow& row : ragged_)
    tell_width(row, row.at, row.cells > header_.size() ? too_many : too_few);
}

Diagnostic& CsvReader::tell_width(const RaggedRow& row, std::size_t at, std::string help) {
  return error("csv-ragged", at,
               fmt::format("This row has {}, but the first line names {}",
                           counted(row.cells, "cell"), counted(header_.size(), "column")),
               std::move(help));
}

/// £1,350.00 without quotes is two cells. Told if such amounts are all that the row has too many.
bool CsvReader::tell_split_amounts(const RaggedRow& row) {
  if (separator_ != ',' || row.cells <= header_.size()) return false;
  auto fixes = put_amounts_in_quotes(text_.substr(row.begin, row.end - row.begin),
                                     start_ + row.begin, row.cells - header_.size());
  if (fixes.empty()) return false;
  tell_width(row, fixes[0].at.offset - start_.offset,
             fmt::format("Put an amount with a comma in quotes: {}", fixes[0].replacement))
      .fixes = std::move(fixes);
  return true;
}

/// Whether all rows are ragged, and all by the same number of cells.
bool CsvReader::are_all_alike() const {
  return !ragged_.empty() && ragged_.size() == rows_ &&
         std::ranges::all_of(ragged_,
                             [&](const RaggedRow& row) { return row.cells == ragged_[0].cells; });
}

/// `name;cost,due` above rows of three cells.
bool CsvReader::tell_separator_of_header() {
  const auto is_other = [&](char c) {
    return c != separator_ && kSeparators.find(c) != kSeparators.npos;
  };
  std::size_t parts = header_.size();
  const Cell* first = nullptr;
  for (const Cell& cell : header_) {
    const auto others = static_cast<std::size_t>(std::ranges::count_if(cell.text, is_other));
    if (others > 0 && !first) first = &cell;
    parts += others;
  }
  if (!first || parts != ragged_[0].cells) return false;
  const char sign = *std::ranges::find_if(first->text, is_other);
  error("csv-separator", text_.find(sign, first->begin),
        fmt::format("The first line has {} where the rows have {}", name_of_separator(sign),
                    name_of_separator(separator_)),
        fmt::format("Write {} there", name_of_separator(separator_)));
  return true;
}

/// Rows of one cell each, in which another separator stands.
bool CsvReader::tell_separator_of_rows() {
  const auto row = text_.substr(ragged_[0].begin, ragged_[0].end - ragged_[0].begin);
  const auto sign = row.find_first_of(kSeparators);
  if (ragged_[0].cells != 1 || sign == row.npos) return false;
  error(
      "csv-separator", ragged_[0].begin + sign,
      fmt::format("The rows have {} where the first line has {}", name_of_separator(row[sign]),
                  name_of_separator(separator_)),
      "Write the same sign in all lines, and if it is no comma, say so: { file: …, separator: … }");
  return true;
}

void CsvReader::tell_width_of_rows() {
  error(
      "csv-ragged", ragged_[0].at,
      fmt::format("The rows, of which this is the first, have {} each, but the first line names {}",
                  counted(ragged_[0].cells, "cell"), counted(header_.size(), "column")),
      header_.size() == 1
          ? "If the first line is a title, take it out: the first line names the columns"
      : ragged_[0].cells > header_.size()
          ? fmt::format("Name each column in the first line, and put a cell that contains {} in "
                        "quotes",
                        name_of_separator(separator_))
          : fmt::format("Name only columns that the rows have, and write {} for each cell that "
                        "stays empty",
                        name_of_separator(separator_)));
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
    cell.text = without_padding(std::move(cells[i].text));
    row.members.push_back({header_[i].text, start_ + header_[i].begin, std::move(cell)});
  }
  return row;
}

std::vector<Column> CsvReader::columns() const {
  std::vector<Column> made;
  for (const Cell& cell : header_) made.push_back({cell.text, start_ + cell.begin});
  return made;
}

Result<Table> CsvReader::read() {
  model::Node rows;
  rows.kind = model::NodeKind::Sequence;
  if (!next_row(header_)) {
    error("csv-empty", at_, "The file is empty", "Name the columns in the first line");
  }
  for (Cell& cell : header_) cell.text = heading_of(cell.text);
  if (findings_ > 0 || !check_header()) return failed();
  rows.source = start_ + header_[0].begin;
  for (std::vector<Cell> cells; next_row(cells) && !is_hopeless();) {
    if (!check_size(rows)) return failed();
    if (cells.empty() || !check_width(cells) || !check_cells(cells) ||
        std::ranges::all_of(cells, &std::string::empty, &Cell::text))
      continue;
    rows.items.push_back(row_of(std::move(cells)));
  }
  tell_ragged();
  if (findings_ > 0 && rows.items.empty()) return failed();
  return Table{columns(), std::move(rows), findings_ == 0};
}

}  // namespace

Result<Table> read_csv(std::string_view text, SourceId start, char separator,
                       Diagnostics& diagnostics) {
  return CsvReader(text, start, separator, diagnostics).read();
}

}  // namespace sheaf::data
