#include "data/database.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "data/columns.hpp"
#include "data/connection.hpp"
#include "data/decimal.hpp"
#include "model/conform.hpp"

namespace sheaf::data {
namespace {

using model::Node;

/// What a column of a table is declared as. SQLite derives from it how values compare: INT gives
/// whole numbers, TEXT text, REAL numbers.
constexpr std::string_view declared_type(ColumnType type) {
  switch (type) {
    case ColumnType::Text: return "TEXT";
    case ColumnType::Whole: return "WHOLE INTEGER";
    case ColumnType::Code: return "CODE INTEGER";
    case ColumnType::Decimal: return "DECIMAL REAL";
    case ColumnType::Money: return "MONEY REAL";
    case ColumnType::Date: return "DATE TEXT";
    case ColumnType::Month: return "MONTH TEXT";
    case ColumnType::YesNo: return "YESNO TEXT";
  }
  return {};
}

/// Fills one table, row by row.
class Filler {
 public:
  Filler(Connection& connection, std::string_view name, const Table& table,
         Diagnostics& diagnostics)
      : connection_(connection),
        library_(connection.library()),
        name_(name),
        table_(table),
        diagnostics_(diagnostics) {}

  bool fill() {
    if (table_.columns.empty()) return true;  // an empty list says of no column that it has it
    if (!make_table()) return false;
    note_mixed_columns();
    Statement insert(connection_, fmt::format("insert into {} values ({})", quoted_name(name_),
                                              fmt::join(marks(), ",")));
    if (!insert) return failed_at(table_.rows.source);
    connection_.library().exec(connection_.handle(), "begin", nullptr, nullptr, nullptr);
    for (const Node& row : table_.rows.items) {
      if (!insert_row(insert, row)) return false;
    }
    connection_.library().exec(connection_.handle(), "commit", nullptr, nullptr, nullptr);
    return true;
  }

 private:
  std::vector<std::string_view> marks() const { return {table_.columns.size(), "?"}; }

  bool make_table() {
    std::vector<std::string> columns;
    for (const Column& column : table_.columns) {
      columns.push_back(fmt::format("{} {}", quoted_name(column.name), declared_type(column.type)));
    }
    Statement create(connection_, fmt::format("create table {} ({})", quoted_name(name_),
                                              fmt::join(columns, ", ")));
    if (!create) return refuse_columns();
    create.next();
    return true;
  }

  /// For messages about queries that count with them.
  void note_mixed_columns() {
    for (const Column& column : table_.columns) {
      if (column.type != ColumnType::Text || column.declared) continue;
      if (const auto misfit = find_misfit(table_, column)) {
        const bool has_line = misfit->cell->source != table_.rows.source;  // none of a query's has
        connection_.add_mixed({{std::string(name_), column.name},
                               misfit->meant,
                               model::shown(*misfit->cell),
                               has_line ? misfit->cell->source : SourceId{}});
      }
    }
  }

  bool refuse_columns() {
    diagnostics_.error("sql-columns", table_.rows.source,
                       fmt::format("SQL cannot tell the columns of `{}` apart: {}", name_,
                                   connection_.library().errmsg(connection_.handle())),
                       "Name the columns differently; to SQL capital and small letters are one");
    return false;
  }

  bool insert_row(Statement& insert, const Node& row) {
    library_.clear_bindings(insert.handle());
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      const Node* cell = row.find(column.name);
      if (!cell || cell->is_absent()) continue;
      if (!bind(insert, static_cast<int>(i) + 1, *cell, column)) return false;
    }
    insert.next();
    const int result = library_.reset(insert.handle());
    return result == SQLITE_OK || failed_at(row.source);
  }

  bool bind(Statement& insert, int index, const Node& cell, const Column& column) {
    const model::Value value = value_of(cell, column.type);
    if (value.is_absent()) return bad_cell(cell, column);
    if (value.kind == model::ValueKind::Whole) {
      library_.bind_int64(insert.handle(), index, value.whole);
      return true;
    }
    const std::string text = canonical_text(value);
    if (column.type == ColumnType::Decimal || column.type == ColumnType::Money) {
      return bind_decimal(insert, index, text, cell, column);
    }
    library_.bind_text(insert.handle(), index, text.data(), static_cast<int>(text.size()),
                       SQLITE_TRANSIENT);
    return true;
  }

  bool bind_decimal(Statement& insert, int index, const std::string& text, const Node& cell,
                    const Column& column) {
    const auto decimal = to_decimal(text);
    const auto number = decimal ? to_double(*decimal) : std::nullopt;
    if (number) {
      library_.bind_double(insert.handle(), index, *number);
      return true;
    }
    diagnostics_.error("too-many-digits", cell.source,
                       fmt::format("{} in the column `{}` has more than 15 digits, which SQL "
                                   "cannot hold exactly",
                                   model::shown(cell), column.name),
                       "Round it, or declare the column as text");
    return false;
  }

  bool bad_cell(const Node& cell, const Column& column) {
    diagnostics_.error("bad-cell", cell.source,
                       fmt::format("The column `{}` of `{}` holds {}, which SQL cannot read",
                                   column.name, name_, model::shown(cell)),
                       "Give each cell one value");
    return false;
  }

  bool failed_at(SourceId place) {
    diagnostics_.error("sql-too-large", place,
                       fmt::format("`{}` does not fit into a query: {}", name_,
                                   library_.errmsg(connection_.handle())),
                       "Keep only the rows and columns that the report needs");
    return false;
  }

  Connection& connection_;
  const SqliteLibrary& library_;
  std::string_view name_;
  const Table& table_;
  Diagnostics& diagnostics_;
};

constexpr std::string_view kFileHeader{"SQLite format 3\0", 16};
constexpr std::size_t kWriteVersion = 18, kReadVersion = 19;  // offsets in the header; 2 means WAL

}  // namespace

std::string quoted_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

std::optional<Database> Database::open(SourceId place, Diagnostics& diagnostics) {
  const SqliteLibrary* library = sqlite_library();
  auto connection = library ? Connection::open(*library) : nullptr;
  if (connection) return Database(std::move(connection));
  diagnostics.error("no-sqlite", place, "SQLite cannot be opened on this machine",
                    "Install libsqlite3-0, version 3.38 or later");
  return {};
}

bool Database::add(std::string_view name, const Table& table, Diagnostics& diagnostics) {
  return Filler(*connection_, name, table, diagnostics).fill();
}

/// A file that was written with a log beside it (WAL) is read like any other: its header says so in
/// two bytes, and there is no log in memory. Whether the log was empty is for the caller to see.
bool Database::take_file(std::string_view bytes, SourceId said, Diagnostics& diagnostics) {
  const SqliteLibrary& library = connection_->library();
  const auto refuse = [&] {
    diagnostics.error("not-sqlite", said, "This file is no SQLite database, or it is damaged",
                      "Save it again with the program that made it");
    return false;
  };
  if (!bytes.starts_with(kFileHeader) || bytes.size() <= kReadVersion) return refuse();
  auto* copy = static_cast<unsigned char*>(library.malloc64(bytes.size()));
  if (!copy) return refuse();
  std::memcpy(copy, bytes.data(), bytes.size());
  copy[kWriteVersion] = copy[kReadVersion] = 1;
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int result =
      library.deserialize(connection_->handle(), "main", copy, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  if (result != SQLITE_OK) return refuse();
  const Statement schema(*connection_, "select count(*) from sqlite_schema");
  return schema ? true : refuse();
}

}  // namespace sheaf::data
