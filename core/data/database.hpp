#pragma once
// Queries over tables, by an SQLite database in memory. A query can read what was put into the
// database, and nothing else: it writes nothing, opens no file, knows no clock and no chance, and
// ends after a bounded number of steps.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "data/table.hpp"
#include "model/value.hpp"

namespace sheaf::data {

class Connection;

/// Larger results are refused.
inline constexpr std::size_t kMostResultCells = 100'000;

/// Where a query stands.
class QueryPlace {
 public:
  virtual ~QueryPlace() = default;
  /// The place of the query itself; what it gives has no other.
  virtual SourceId start() const = 0;
  /// The place of a byte of its text.
  virtual SourceId at(std::size_t offset) const = 0;
  /// The value of `:name`. Nothing: there is none, which was reported.
  virtual std::optional<model::Value> parameter(std::string_view name) = 0;
  /// Whether there is a value `:name`.
  virtual bool has_parameter(std::string_view name) const = 0;
  /// What it may have meant by a table that is not there, beside those that are.
  virtual std::vector<std::string> further_tables() const { return {}; }
};

/// One for each query; not thread-safe, but several may live in different threads.
class Database {
 public:
  /// Empty. Nothing when SQLite is not installed, which is reported at `place`.
  static std::optional<Database> open(SourceId place, Diagnostics& diagnostics);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// Puts a table with typed columns into the database. Texts are texts, also yes and no and dates
  /// (2020-11-25); whole numbers are INTEGER; money and decimals are REAL of at most 15 digits,
  /// which come out as they went in. Reports cells that do not fit.
  bool add(std::string_view name, const Table& table, Diagnostics& diagnostics);

  /// Takes the bytes of an SQLite file in place of tables; `said` names the file.
  bool take_file(std::string_view bytes, SourceId said, Diagnostics& diagnostics);

  /// The rows of one `select`. Columns that are columns of a table keep its type, others are to be
  /// inferred or declared. Reports at the query's place what is wrong with it.
  Result<Table> select(std::string_view sql, QueryPlace& place, Diagnostics& diagnostics);

 private:
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// "name" as SQL quotes it.
std::string quoted_name(std::string_view name);

}  // namespace sheaf::data
