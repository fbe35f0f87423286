#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "data/columns.hpp"
#include "data/connection.hpp"
#include "data/database.hpp"
#include "data/decimal.hpp"
#include "data/sql_columns.hpp"
#include "data/sql_slips.hpp"
#include "data/sql_words.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

using model::Node;
using model::NodeKind;
using model::ValueKind;

constexpr std::size_t kMostResultBytes = 8 << 20;

/// Declared types of columns that hold numbers with a fraction, in our tables and in others' files
/// (https://www.sqlite.org/datatype3.html section 3.1).
bool holds_fractions(std::string_view declared) {
  constexpr std::array<std::string_view, 6> kSigns{"REAL", "FLOA", "DOUB", "DEC", "NUM", "MONEY"};
  std::string capitals(declared);
  std::ranges::transform(capitals, capitals.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return capitals.find(sign) != std::string::npos; });
}

std::optional<ColumnType> type_of_declared(std::string_view declared) {
  if (declared == "WHOLE INTEGER") return ColumnType::Whole;
  if (declared == "CODE INTEGER") return ColumnType::Code;
  if (declared == "DECIMAL REAL") return ColumnType::Decimal;
  if (declared == "MONEY REAL") return ColumnType::Money;
  if (declared == "DATE TEXT") return ColumnType::Date;
  if (declared == "MONTH TEXT") return ColumnType::Month;
  if (declared == "YESNO TEXT") return ColumnType::YesNo;
  if (declared == "TEXT") return ColumnType::Text;
  return {};
}

/// One query, from its text to its rows.
class Query {
 public:
  Query(Connection& connection, std::string_view sql, QueryPlace& place, Diagnostics& diagnostics)
      : connection_(connection),
        library_(connection.library()),
        sql_(sql),
        place_(place),
        diagnostics_(diagnostics) {}

  Result<Table> run() {
    connection_.guard();
    const Statement statement(connection_, sql_);
    if (!statement) return refuse();
    if (!is_alone(statement) || !is_meant() || !bind(statement) || !is_allowed()) return failed();
    if (!take_columns(statement)) return failed();
    return take_rows(statement);
  }

 private:
  tl::unexpected<Failed> refuse() {
    return refuse(explain(connection_, sql_, place_.further_tables()));
  }

  tl::unexpected<Failed> refuse(const SqlProblem& problem) {
    const SourceId place =
        problem.offset < 0 ? place_.start() : place_.at(static_cast<std::size_t>(problem.offset));
    Diagnostic& finding = diagnostics_.error(problem.id, place, problem.message, problem.help);
    if (problem.cell) finding.notes.push_back({problem.cell, "this cell"});
    return failed();
  }

  bool error(std::string id, std::string message, std::string help) {
    diagnostics_.error(std::move(id), place_.start(), std::move(message), std::move(help));
    return false;
  }

  bool is_alone(const Statement& statement) {
    const std::string_view rest = statement.rest();
    const auto further = rest.find_first_not_of(" \t\r\n;");
    if (further == std::string_view::npos || rest.substr(further).starts_with("--")) return true;
    diagnostics_.error("sql-one-query", place_.at(sql_.size() - rest.size() + further),
                       "A second query follows the first", "Give each query a name of its own");
    return false;
  }

  /// Comparisons that never hold and the like, which SQLite takes.
  bool is_meant() {
    const auto type_of = [&](std::string_view name) { return type_read(name); };
    const auto is_value = [&](std::string_view name) { return place_.has_parameter(name); };
    const auto slip = find_comparison_slip(sql_, type_of, is_value);
    if (slip) refuse(*slip);
    const auto group = slip ? std::nullopt : find_group_slip(sql_, type_of);
    if (group) diagnostics_.warning(group->id, place_.start(), group->message, group->help);
    return !slip;
  }

  bool bind(const Statement& statement) {
    const int count = library_.bind_parameter_count(statement.handle());
    bool all = true;
    for (int i = 1; i <= count; ++i) all = bind(statement, i) && all;
    return all;
  }

  bool bind(const Statement& statement, int index) {
    const char* name = library_.bind_parameter_name(statement.handle(), index);
    if (!name || name[0] != ':') {
      return error("sql-parameter", "A value in a query needs a name",
                   "Write :meeting_date, or another value of the layout");
    }
    const auto value = place_.parameter(name + 1);
    return value && bind(statement, index, *value);
  }

  bool bind(const Statement& statement, int index, const model::Value& value) {
    const std::string text = canonical_text(value);
    if (value.kind == ValueKind::Whole) {
      library_.bind_int64(statement.handle(), index, value.whole);
    } else if (value.kind == ValueKind::Decimal || value.kind == ValueKind::Money) {
      const auto decimal = to_decimal(text);
      const auto number = decimal ? to_double(*decimal) : std::nullopt;
      if (!number) {
        return error("too-many-digits", fmt::format("{} has more than 15 digits", text),
                     "Round it where it is given");
      }
      fractions_ = true;
      library_.bind_double(statement.handle(), index, *number);
    } else {
      library_.bind_text(statement.handle(), index, text.data(), static_cast<int>(text.size()),
                         SQLITE_TRANSIENT);
    }
    return true;
  }

  /// What the query was compiled to shows whether it counts, and may be busy without end.
  bool is_allowed() {
    bool counts = false, divides = false, trims = false;
    const Statement program(connection_, fmt::format("explain {}", sql_));
    while (program && library_.step(program.handle()) == SQLITE_ROW) {
      const std::string_view code = program.text(1);
      counts = counts || code == "Add" || code == "Subtract" || code == "Multiply";
      divides = divides || code == "Divide" || code == "Remainder";
      trims = trims || program.text(5).ends_with("trim(2)");
      fractions_ = fractions_ || code == "Real";
    }
    if (divides) return refuse_division();
    if (trims) {
      return error("sql-read-only", "A query cannot use trim() with characters of one's own",
                   "Use trim() alone, or replace()");
    }
    return !counts || !(fractions_ || reads_fractions()) || refuse_counting();
  }

  /// SQLite drops the rest of whole numbers, and rounds others.
  bool refuse_division() {
    return error("inexact-sql", "This query uses / or %, and SQLite would drop what is left over",
                 "Write divide(a, b, places), such as divide(5, 2, 1) for 2.5; places 0 rounds to "
                 "whole numbers");
  }

  bool refuse_counting() {
    return error("inexact-sql",
                 "This query uses + - or * where there are decimals or money, and SQLite would "
                 "round",
                 "Write plus(a, b), minus(a, b) or times(a, b), which are exact, also for whole "
                 "numbers beside them; minus(0, a) for -a");
  }

  bool reads_fractions() const {
    return std::ranges::any_of(connection_.reads(), [&](const ColumnRead& read) {
      return holds_fractions(declared_type(read));
    });
  }

  bool take_columns(const Statement& statement) {
    const int count = library_.column_count(statement.handle());
    for (int i = 0; i < count; ++i) {
      Column column;
      column.name = library_.column_name(statement.handle(), i);
      column.source = place_.start();
      if (table_.find(column.name)) {
        return error("sql-columns", fmt::format("The query gives two columns `{}`", column.name),
                     "Name one of them with `as`, such as: select cost as total");
      }
      const char* declared = library_.column_decltype(statement.handle(), i);
      if (const auto type = type_of_declared(declared ? declared : "")) {
        column.type = *type;
        column.inherited = true;
      }
      column.worked_out = !declared;
      table_.columns.push_back(std::move(column));
    }
    inherit(ColumnType::Money, Keeping::Sums);
    inherit(ColumnType::Code, Keeping::Extremes);
    return true;
  }

  /// The sum of money is money, and the last of the years is a year.
  void inherit(ColumnType type, Keeping keeping) {
    const auto selects = selected_columns(sql_);
    const auto is_of = [&](std::string_view name) { return type_read(name) == type; };
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const auto keeps = [&](const std::vector<std::string>& select) {
        return select.size() == table_.columns.size() && keeps_kind(select[i], keeping, is_of);
      };
      Column& column = table_.columns[i];
      if (column.inherited || selects.empty() || !std::ranges::all_of(selects, keeps)) continue;
      column.type = type;
      column.inherited = true;
    }
  }

  /// The type of all columns of this name that the query reads, if they have one.
  std::optional<ColumnType> type_read(std::string_view name) const {
    std::optional<ColumnType> type;
    for (const ColumnRead& read : connection_.reads()) {
      if (!model::same_letters(read.column, name)) continue;
      const auto one = type_of_declared(declared_type(read));
      if (!one || (type && *type != *one)) return {};
      type = one;
    }
    return type;
  }

  std::string_view declared_type(const ColumnRead& read) const {
    const char* type = nullptr;
    library_.table_column_metadata(connection_.handle(), nullptr, read.table.c_str(),
                                   read.column.c_str(), &type, nullptr, nullptr, nullptr, nullptr);
    return type ? type : "";
  }

  Result<Table> take_rows(const Statement& statement) {
    table_.rows.kind = NodeKind::Sequence;
    table_.rows.source = place_.start();
    int result = library_.step(statement.handle());
    for (; result == SQLITE_ROW; result = library_.step(statement.handle())) {
      if (!take_row(statement)) return failed();
    }
    if (result != SQLITE_DONE) return refuse();
    if (connection_.asked_for_time()) {
      error("sql-clock", "This query asks what day it is, and a report reads the same on any day",
            "Use :meeting_date");
      return failed();
    }
    return std::move(table_);
  }

  bool take_row(const Statement& statement) {
    Node row;
    row.kind = NodeKind::Map;
    row.source = place_.start();
    row.members.reserve(table_.columns.size());
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      auto cell = take_cell(statement, static_cast<int>(i));
      if (!cell) return false;
      bytes_ += cell->text.size();
      row.members.push_back({table_.columns[i].name, place_.start(), *std::move(cell)});
    }
    table_.rows.items.push_back(std::move(row));
    if (table_.rows.items.size() * table_.columns.size() <= kMostResultCells &&
        bytes_ <= kMostResultBytes) {
      return true;
    }
    return error("data-too-large",
                 fmt::format("The query gives more than {} cells", kMostResultCells),
                 "Keep only what the report prints, with `where` or `limit`");
  }

  std::optional<Node> take_cell(const Statement& statement, int column) {
    Node cell;
    cell.source = place_.start();
    switch (library_.column_type(statement.handle(), column)) {
      case SQLITE_NULL: return cell;
      case SQLITE_INTEGER:
        cell.kind = NodeKind::Plain;
        cell.text = fmt::to_string(library_.column_int64(statement.handle(), column));
        return cell;
      case SQLITE_FLOAT:
        return take_number(library_.column_double(statement.handle(), column), column);
      case SQLITE_TEXT: return take_text(statement.text(column), column);
      default: break;
    }
    error("bad-cell", fmt::format("{} holds bytes, not text", place_in_result(column)),
          "Leave the column out of the query");
    return {};
  }

  std::optional<Node> take_number(double number, int column) {
    const auto decimal = from_double(number);
    if (!decimal) {
      error("inexact-sql",
            fmt::format("{} holds {}, which was rounded in counting", place_in_result(column),
                        number),
            "Say how precise it is to be, with round(…, 2)");
      return {};
    }
    Node cell = model::text_node(text_of(*decimal), place_.start());
    cell.kind = NodeKind::Plain;
    Column& taker = table_.columns[static_cast<std::size_t>(column)];
    if (taker.type != ColumnType::Money) return cell;
    cell.text = text_of(round(*decimal, 2));  // an average may be in parts of pence
    cell.text = canonical_text(value_of(cell, ColumnType::Money));  // with both digits of pence
    return cell;
  }

  std::optional<Node> take_text(std::string_view text, int column) {
    if (!find_invalid_utf8(text)) {
      Node cell = model::text_node(std::string(text), place_.start());
      cell.kind = NodeKind::Quoted;
      return cell;
    }
    error("not-utf8", fmt::format("{} holds text that is not UTF-8", place_in_result(column)),
          "Mend the file with the program that made it");
    return {};
  }

  /// "Row 3 of the result, column `cost`,"
  std::string place_in_result(int column) const {
    return fmt::format("The column `{}` in row {} of the result",
                       table_.columns[static_cast<std::size_t>(column)].name,
                       table_.rows.items.size() + 1);
  }

  Connection& connection_;
  const SqliteLibrary& library_;
  std::string_view sql_;
  QueryPlace& place_;
  Diagnostics& diagnostics_;
  Table table_;
  std::size_t bytes_ = 0;
  bool fractions_ = false;  // also in constants and in values of the layout
};

}  // namespace

Result<Table> Database::select(std::string_view sql, QueryPlace& place, Diagnostics& diagnostics) {
  return Query(*connection_, sql, place, diagnostics).run();
}

}  // namespace sheaf::data
