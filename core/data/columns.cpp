#include "data/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text_distance.hpp"
#include "data/cell_cure.hpp"
#include "data/codes.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"
#include "model/partial_date.hpp"

namespace sheaf::data {
namespace {

using model::Node;
using model::NodeKind;

struct TypeWords {
  ColumnType type;
  std::string_view name, article, help;
};

constexpr std::array<TypeWords, 8> kTypes{
    {{ColumnType::Text, "text", "text", ""},
     {ColumnType::Whole, "whole", "a whole number", "Write digits only, such as 12"},
     {ColumnType::Code, "code", "a year or a reference number",
      "Write digits only, such as 2019, and no zero before them; what has letters is text"},
     {ColumnType::Decimal, "decimal", "a number", "Write a number such as 12 or 12.5"},
     {ColumnType::Money, "money", "an amount of money",
      "Write pounds, or pounds and pence, such as 1250 or £12.50"},
     {ColumnType::Date, "date", "a date", "Write 2020-11-25 or 25/11/2020"},
     {ColumnType::Month, "month", "a month", "Write 2020-11"},
     {ColumnType::YesNo, "yes/no", "yes or no", "Write yes or no"}}};

/// In the order in which inference tries them.
constexpr std::array<ColumnType, 6> kInferred{ColumnType::YesNo,   ColumnType::Whole,
                                              ColumnType::Decimal, ColumnType::Money,
                                              ColumnType::Date,    ColumnType::Month};

constexpr std::size_t kFewestAlike = 2;  // cells that show what a column is meant to hold

const TypeWords& words_of(ColumnType type) {
  return *std::ranges::find(kTypes, type, &TypeWords::type);
}

bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Decimal || type == ColumnType::Money;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0115 and 007: numbers of telephones and of documents, not of things.
bool has_leading_zero(std::string_view text) {
  const auto digit = std::min(text.find_first_of("0123456789"), text.size());
  text.remove_prefix(digit);
  return text.size() > 1 && text[0] == '0' && is_digit(text[1]);
}

std::optional<std::string> iso_date(std::string_view text, bool is_day) {
  const auto date = model::parse_partial_date(text);
  if (!date || date->month == 0 || date->is_day() != is_day) return {};
  return std::string(text);
}

/// 25/11/2020 and 5/1/2020, the day first.
std::optional<std::string> british_date(std::string_view text) {
  const auto first = text.find('/');
  const auto second = first == text.npos ? text.npos : text.find('/', first + 1);
  if (second == text.npos || text.size() - second != 5) return {};
  const std::string_view day = text.substr(0, first);
  const std::string_view month = text.substr(first + 1, second - first - 1);
  if (day.empty() || day.size() > 2 || month.empty() || month.size() > 2) return {};
  return iso_date(fmt::format("{}-{:0>2}-{:0>2}", text.substr(second + 1), month, day), true);
}

/// Amounts come with one digit of pence when a spreadsheet has dropped the zero.
std::optional<std::string> money(std::string_view text) {
  const bool short_pence = text.size() > 2 && text[text.size() - 2] == '.';
  return model::parse_money(short_pence ? std::string(text) + '0' : std::string(text));
}

/// The canonical form of what may be typed for a declared type, if `text` is that.
std::optional<std::string> canonical(std::string_view text, ColumnType type) {
  switch (type) {
    case ColumnType::Text: return std::string(text);
    case ColumnType::Decimal: return model::parse_decimal(text);
    case ColumnType::Money: return money(text);
    case ColumnType::Month: return iso_date(text, false);
    case ColumnType::Whole: {
      const auto whole = model::parse_whole(text);
      return whole ? std::optional(fmt::to_string(*whole)) : std::nullopt;
    }
    case ColumnType::Code: {
      const bool digits = std::ranges::all_of(text, is_digit) && !has_leading_zero(text);
      return digits && model::parse_whole(text) ? std::optional(std::string(text)) : std::nullopt;
    }
    case ColumnType::Date: {
      auto date = iso_date(text, true);
      return date ? date : british_date(text);
    }
    case ColumnType::YesNo: {
      const auto yes = model::parse_yes_no(text);
      return yes ? std::optional<std::string>(*yes ? "yes" : "no") : std::nullopt;
    }
  }
  return {};
}

bool is_bare(const Node& cell) { return cell.kind == NodeKind::Plain; }

/// Whether a cell may stand in a column that is inferred to be of a type. One that is not bare
/// stood in quotes, and is no number.
bool fits(const Node& cell, ColumnType type, bool bare) {
  if (!cell.is_text()) return false;
  if (is_number(type) && (!bare || has_leading_zero(cell.text))) return false;
  switch (type) {
    case ColumnType::YesNo: return bare && model::parse_yes_no(cell.text).has_value();
    case ColumnType::Money: return model::parse_money(cell.text).has_value();
    case ColumnType::Date: return iso_date(cell.text, true).has_value();
    default: return canonical(cell.text, type).has_value();
  }
}

/// The cells of one column that are not empty.
std::vector<const Node*> cells_of(const Table& table, const Column& column) {
  std::vector<const Node*> cells;
  for (const Node& row : table.rows.items) {
    const Node* cell = row.find(column.name);
    if (cell && !cell->is_absent()) cells.push_back(cell);
  }
  return cells;
}

ColumnType infer(std::span<const Node* const> cells) {
  if (cells.empty()) return ColumnType::Text;
  for (const ColumnType type : kInferred) {
    if (std::ranges::all_of(cells,
                            [&](const Node* cell) { return fits(*cell, type, is_bare(*cell)); })) {
      return type;
    }
  }
  return ColumnType::Text;
}

/// The type by the cells, unless they are names and no numbers.
ColumnType infer(const Column& column, std::span<const Node* const> cells) {
  const ColumnType type = infer(cells);
  if (type == ColumnType::Whole && are_codes(column, cells)) return ColumnType::Code;
  if (type == ColumnType::Decimal && are_codes(column, cells)) return ColumnType::Text;  // too long
  if (type == ColumnType::Month && are_financial_years(column, cells)) return ColumnType::Text;
  return type;
}

class Declaration {
 public:
  Declaration(Table& table, std::string_view said, Diagnostics& diagnostics)
      : table_(table), said_(said), diagnostics_(diagnostics) {}

  bool apply(const model::Member& declared) {
    const auto column = std::ranges::find(table_.columns, declared.key, &Column::name);
    if (column == table_.columns.end()) return unknown(declared);
    const auto type = column_type_of(declared.value.text);
    if (!type) return false;  // which its schema has reported
    column->type = *type;
    column->declared = true;
    return convert(*column);
  }

 private:
  bool unknown(const model::Member& declared) {
    if (table_.columns.empty()) return true;  // no rows, and no heading to name what they lack
    std::vector<std::string_view> known;
    for (const Column& column : table_.columns) known.push_back(column.name);
    Diagnostic& finding =
        diagnostics_.error("unknown-column", declared.key_source,
                           fmt::format("The data `{}` has no column `{}`", said_, declared.key),
                           model::offer(declared.key, known));
    if (const auto meant = surely_named(declared.key, known))
      finding.fixes = {{declared.key_source, declared.key, std::string(*meant)}};
    return false;
  }

  bool convert(const Column& column) {
    const auto doubtful = column.type == ColumnType::Date
                              ? find_doubtful_date(cells_of(table_, column))
                              : std::nullopt;
    bool all = true;
    for (std::size_t i = 0; i < table_.rows.items.size(); ++i) {
      Node* cell = table_.rows.items[i].find(column.name);
      if (!cell || cell->is_absent()) continue;
      auto text = cell->is_text() ? canonical(cell->text, column.type) : std::nullopt;
      if (text) {
        cell->text = *std::move(text);
      } else {
        CellCure cure = cure_of(*cell, column.type, doubtful);
        if (says_nothing(*cell)) cure.help += ", or leave the cell empty";
        bad_cell(*cell, column, i + 1, std::move(cure));
        all = false;
      }
    }
    return all;
  }

  /// The row is counted for cells that have no line of their own, those of a query.
  void bad_cell(const Node& cell, const Column& column, std::size_t row, CellCure cure) {
    const bool has_line = cell.source != table_.rows.source;
    diagnostics_
        .error("bad-cell", cell.source,
               fmt::format("{} is not {}, which the column `{}` of `{}` holds{}",
                           model::shown(cell), article_of(column.type), column.name, said_,
                           has_line ? "" : fmt::format(" (row {} of the result)", row)),
               std::move(cure.help))
        .fixes = std::move(cure.fixes);
  }

  Table& table_;
  std::string_view said_;
  Diagnostics& diagnostics_;
};

/// What to do about the cells of a misfit: the cure of the only one, else what the others look
/// like.
CellCure cure_of(const Misfit& misfit) {
  std::vector<const Node*> cells{misfit.cell};
  cells.insert(cells.end(), misfit.further.begin(), misfit.further.end());
  const auto doubtful = misfit.meant == ColumnType::Date ? find_doubtful_date(cells) : std::nullopt;
  CellCure all = cure_of(*misfit.cell, misfit.meant, doubtful);
  const bool is_date_of_many = misfit.meant == ColumnType::Date && cells.size() > 1;
  if (is_date_of_many && !doubtful) all.help = "Write dates as 2020-11-25";
  constexpr std::size_t kMostCured = 1'000;
  for (const Node* cell : misfit.further) {
    if (all.fixes.size() > kMostCured) break;
    for (Fix& fix : cure_of(*cell, misfit.meant, doubtful).fixes)
      all.fixes.push_back(std::move(fix));
  }
  return all;
}

/// Warns of a column that is text because of the cells of a misfit.
void report_mixed(const Column& column, const Misfit& misfit, std::string_view said,
                  Diagnostics& diagnostics) {
  constexpr std::size_t kMostNamed = 10;
  const std::size_t more = misfit.further.size();
  const std::string others = more == 0   ? ""
                             : more == 1 ? " and 1 other cell"
                                         : fmt::format(" and {} other cells", more);
  CellCure cure = cure_of(misfit);
  Diagnostic& finding = diagnostics.warning(
      "mixed-column", misfit.cell->source,
      fmt::format(
          "The column `{}` of `{}` is taken as text because of {}{}: {} of its {} cells hold {}",
          column.name, said, model::shown(*misfit.cell), others, misfit.others, misfit.cells,
          article_of(misfit.meant)),
      fmt::format("{}, leave the cell empty if it is not known, or declare `{{ file: …, columns: "
                  "{{ {}: text }} }}`",
                  cure.help, column.name));
  finding.fixes = std::move(cure.fixes);
  for (std::size_t i = 0; i < std::min(more, kMostNamed); ++i) {
    const Node& cell = *misfit.further[i];
    finding.notes.push_back({cell.source, fmt::format("{}, too", model::shown(cell))});
  }
}

/// Warns of days with the month first, which everybody here would read in another way.
void report_month_first(const Column& column, const DoubtfulDate& doubtful, std::string_view said,
                        Diagnostics& diagnostics) {
  const std::string meant = month_first(doubtful.text);
  if (doubtful.is_one_cell) {
    diagnostics.warning(
        "month-first", column.source,
        fmt::format("The column `{}` of `{}` has a date with the month first, {}", column.name,
                    said, doubtful.month_first),
        fmt::format("Write {} for {}; and if the whole column has the month first, write all its "
                    "dates so, {} for {}",
                    month_first(doubtful.month_first), doubtful.month_first, meant, doubtful.text));
    return;
  }
  diagnostics.warning(
      "month-first", column.source,
      fmt::format("The column `{}` of `{}` has dates with the month first: {} is {} there",
                  column.name, said, doubtful.text, meant),
      fmt::format("Write {} for {}, and the others so", meant, doubtful.text));
}

/// Days, months and years side by side are dates of different precision, which is no slip.
bool may_stand_among(const Node& cell, ColumnType meant, bool bare) {
  if (fits(cell, meant, bare)) return true;
  const bool is_date = meant == ColumnType::Date || meant == ColumnType::Month;
  return is_date && cell.is_text() && model::parse_partial_date(cell.text);
}

}  // namespace

std::string_view name_of(ColumnType type) { return words_of(type).name; }

std::string_view article_of(ColumnType type) { return words_of(type).article; }

std::string_view help_for(ColumnType type) { return words_of(type).help; }

std::optional<ColumnType> column_type_of(std::string_view name) {
  const auto known = std::ranges::find(kTypes, name, &TypeWords::name);
  return known == kTypes.end() ? std::nullopt : std::optional(known->type);
}

bool declare_columns(Table& table, std::span<const model::Member> declared, std::string_view said,
                     Diagnostics& diagnostics) {
  Declaration declaration(table, said, diagnostics);
  bool all = true;
  for (const model::Member& one : declared) all = declaration.apply(one) && all;
  return all;
}

void infer_columns(Table& table) {
  for (Column& column : table.columns) {
    if (!column.declared && !column.inherited) column.type = infer(column, cells_of(table, column));
  }
}

std::optional<Misfit> find_misfit(const Table& table, const Column& column) {
  const auto cells = cells_of(table, column);
  if (are_financial_years(column, cells)) return {};
  // A query hands on as texts the cells of the column that it reads.
  const auto bare = [&](const Node* cell) { return column.inherited || is_bare(*cell); };
  ColumnType meant = ColumnType::Text;
  std::size_t most = cells.size() / 2;  // of more than half the cells
  for (const ColumnType type : kInferred) {
    const auto fitting = static_cast<std::size_t>(std::ranges::count_if(
        cells, [&](const Node* cell) { return fits(*cell, type, bare(cell)); }));
    if (fitting <= most) continue;
    most = fitting;
    meant = type;
  }
  if (meant == ColumnType::Text || most == cells.size()) return {};
  std::optional<Misfit> first;
  for (const Node* cell : cells) {
    if (may_stand_among(*cell, meant, bare(cell))) continue;
    if (first) {
      first->further.push_back(cell);
    } else {
      first = Misfit{cell, meant, most, cells.size()};
    }
  }
  return first;
}

void report_mixed_columns(const Table& table, std::string_view said, Diagnostics& diagnostics) {
  for (const Column& column : table.columns) {
    if (column.declared || column.inherited) continue;
    const auto misfit = find_misfit(table, column);
    if (misfit && misfit->others >= kFewestAlike) {
      report_mixed(column, *misfit, said, diagnostics);
    } else if (const auto doubtful = find_doubtful_date(cells_of(table, column))) {
      report_month_first(column, *doubtful, said, diagnostics);
    }
  }
}

ColumnType infer_cell(const Node& cell) {
  if (cell.is_absent()) return ColumnType::Text;
  const Node* const one[] = {&cell};
  return infer(one);
}

model::Value value_of(const Node& cell, ColumnType type) {
  if (!cell.is_text()) return {};
  const auto text = canonical(cell.text, type);
  if (!text) return {};
  model::Value value = model::text_value(*text, cell.source);
  switch (type) {
    case ColumnType::Text:
    case ColumnType::Code: return value;
    case ColumnType::Decimal: value.kind = model::ValueKind::Decimal; return value;
    case ColumnType::Money: value.kind = model::ValueKind::Money; return value;
    case ColumnType::Date:
    case ColumnType::Month:
      value.kind = model::ValueKind::Date;
      value.date = *model::parse_partial_date(*text);
      break;
    case ColumnType::Whole:
      value.kind = model::ValueKind::Whole;
      value.whole = *model::parse_whole(*text);
      break;
    case ColumnType::YesNo:
      value.kind = model::ValueKind::YesNo;
      value.whole = *text == "yes" ? 1 : 0;
      break;
  }
  value.text.clear();
  return value;
}

}  // namespace sheaf::data
