#include "data/sql_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "data/columns.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

/// What follows `front` in a message of SQLite's.
std::optional<std::string> after(std::string_view message, std::string_view front) {
  if (!message.starts_with(front)) return {};
  return std::string(message.substr(front.size()));
}

std::vector<std::string> column_of(const Connection& connection, std::string_view query) {
  std::vector<std::string> texts;
  Statement statement(connection, query);
  while (statement && statement.next()) texts.emplace_back(statement.text(0));
  return texts;
}

std::string offer(std::string_view typed, const std::vector<std::string>& known) {
  return model::offer(typed, {known.begin(), known.end()});
}

/// The guard refuses what is not a select, so that the names are asked for without it.
class Unguarded {
 public:
  explicit Unguarded(const Connection& connection) : connection_(connection) {
    connection_.library().set_authorizer(connection_.handle(), nullptr, nullptr);
    connection_.library().progress_handler(connection_.handle(), 0, nullptr, nullptr);
  }

  std::vector<std::string> tables() const {
    return column_of(connection_, "select name from sqlite_schema where type in ('table', 'view')");
  }

  std::vector<std::string> columns() const {
    return column_of(connection_,
                     "select distinct c.name from sqlite_schema s, pragma_table_info(s.name) c "
                     "where s.type in ('table', 'view')");
  }

 private:
  const Connection& connection_;
};

/// SQLite does not say where it stands.
SqlProblem unknown_table(const Connection& connection, const std::string& name,
                         std::string_view sql, const std::vector<std::string>& further) {
  auto known = Unguarded(connection).tables();
  std::ranges::copy_if(further, std::back_inserter(known), [&](const std::string& one) {
    return std::ranges::find(known, one) == known.end();
  });
  const auto offset = sql.find(name);
  return {"sql-unknown-table", fmt::format("The query names `{}`, and there is no such data", name),
          known.empty() ? "Name it under `data:`" : offer(name, known),
          offset == std::string_view::npos ? -1 : static_cast<int>(offset)};
}

SqlProblem unknown_column(const Connection& connection, const std::string& name) {
  SqlProblem problem{"sql-unknown-column",
                     fmt::format("The query names `{}`, and no data has such a column", name),
                     {}};
  const auto dot = name.rfind('.');
  const std::string column = dot == std::string::npos ? name : name.substr(dot + 1);
  problem.help = offer(column, Unguarded(connection).columns());
  if (name.starts_with("meeting.") || name.starts_with("values.")) {
    std::string parameter = name;
    std::ranges::replace(parameter, '.', '_');
    problem.help = fmt::format("Write :{} for the value of the layout", parameter);
  }
  return problem;
}

SqlProblem refused(const std::string& what) {
  if (what == "statement") {
    return {"sql-read-only", "A query can only read: it is one `select`",
            "Begin with `select` or `with`"};
  }
  const bool pads = what == "printf()" || what == "format()";
  return {"sql-read-only", fmt::format("A query cannot use {}", what),
          pads ? "Put texts together with ||; numbers are printed in house style"
               : "A report reads the same whenever it is built"};
}

SqlProblem by_code(int code, std::string_view message) {
  switch (code) {
    case SQLITE_INTERRUPT:
      return {"sql-too-long", "This query takes too many steps, or does not end",
              "Give a recursive query a limit, and join tables by a condition"};
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
    case SQLITE_FULL:
      return {"sql-too-large", "This query needs too much memory",
              "Keep only the rows and columns that the report needs"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"not-sqlite", "This file is no SQLite database, or it is damaged",
              "Save it again with the program that made it"};
    default:
      return {"sql-syntax", fmt::format("The query cannot be read: {}", message),
              "Check it against https://www.sqlite.org/lang_select.html"};
  }
}

SqlProblem by_message(const Connection& connection, int code, std::string_view message,
                      std::string_view sql, const std::vector<std::string>& further) {
  if (const auto name = after(message, "no such table: ")) {
    return unknown_table(connection, *name, sql, further);
  }
  if (const auto name = after(message, "no such column: ")) {
    return unknown_column(connection, *name);
  }
  if (const auto name = after(message, "no such function: ")) {
    return {"sql-syntax", fmt::format("There is no function {}()", *name),
            "Functions are those of SQLite, and plus, minus, times and divide"};
  }
  if (const auto name = after(message, "ambiguous column name: ")) {
    return {"sql-unknown-column", fmt::format("Several data have a column `{}`", *name),
            fmt::format("Write the data's name before it, such as actions.{}", *name)};
  }
  return by_code(code, message);
}

/// The column that `text` was counted in, when it is one of numbers but for some cells.
const MixedColumn* mixed_column(const Connection& connection, std::string_view text) {
  model::Node cell = model::text_node(std::string(text), {});
  cell.kind = model::NodeKind::Plain;
  const ColumnType type = infer_cell(cell);
  const auto is_blamed = [&](const MixedColumn& mixed) {
    return (mixed.meant == type || mixed.cell == model::shown(cell)) &&
           std::ranges::any_of(connection.reads(), [&](const ColumnRead& read) {
             return model::same_letters(read.table, mixed.name.table) &&
                    model::same_letters(read.column, mixed.name.column);
           });
  };
  const auto found = std::ranges::find_if(connection.mixed(), is_blamed);
  return found == connection.mixed().end() ? nullptr : &*found;
}

/// A sum stops at the first amount of a column that is text, which may be quite right.
SqlProblem by_fault(const Connection& connection) {
  const auto& [message, text] = connection.fault();
  if (text.empty()) {
    return {"inexact-sql", fmt::format("This query counts inexactly: {}", message),
            "Use plus, minus, times, divide and round, which are exact"};
  }
  if (const MixedColumn* mixed = mixed_column(connection, text)) {
    return {"inexact-sql",
            fmt::format("This query counts with the column `{}` of `{}`, which is text because of "
                        "{}",
                        mixed->name.column, mixed->name.table, mixed->cell),
            "Mend that cell, or leave its row out with `where`, and declare under `columns:` what "
            "the column holds",
            -1, mixed->source};
  }
  return {"inexact-sql", fmt::format("This query counts with text: {}", message),
          "Count with columns of numbers or money; `sheaf data` shows what each column holds"};
}

}  // namespace

SqlProblem explain(const Connection& connection, std::string_view sql,
                   const std::vector<std::string>& further) {
  const SqliteLibrary& library = connection.library();
  const int code = library.errcode(connection.handle()) & 0xFF;
  const int offset = library.error_offset(connection.handle());
  const std::string message = library.errmsg(connection.handle());
  SqlProblem problem;
  if (!connection.refused().empty()) {
    problem = refused(connection.refused());
  } else if (!connection.fault().message.empty()) {
    problem = by_fault(connection);
  } else {
    problem = by_message(connection, code, message, sql, further);
  }
  if (problem.offset < 0 && offset < static_cast<int>(sql.size())) problem.offset = offset;
  return problem;
}

}  // namespace sheaf::data
