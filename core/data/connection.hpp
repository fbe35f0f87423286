#pragma once
// The workings of Database: a connection with its guards, and statements on it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "data/sqlite_library.hpp"
#include "data/table.hpp"

namespace sheaf::data {

/// SQLite's own file system, but for its clock: who asks for the time is remembered, and gets none.
struct ClocklessVfs : sqlite3_vfs {
  explicit ClocklessVfs(const sqlite3_vfs& usual);
  std::string unique_name;
  bool asked = false;
};

struct ColumnRead {
  std::string table, column;
};

/// A column of text most of whose cells are of another type, as columns.hpp finds it.
struct MixedColumn {
  ColumnRead name;
  ColumnType meant;
  std::string cell;  // the first that is not of that type, as messages show it
  SourceId source;   // of the cell
};

/// What an exact function found.
struct Fault {
  std::string message;
  std::string text = {};  // which is no number, if that is it
};

class Connection {
 public:
  /// In memory, with exact sum, total, avg and round; null when it cannot be opened.
  static std::unique_ptr<Connection> open(const SqliteLibrary& library);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  const SqliteLibrary& library() const { return library_; }
  sqlite3* handle() const { return handle_; }

  /// From now on only a select passes, and it ends.
  void guard();

  // What happened while a query was compiled and run.
  const std::vector<ColumnRead>& reads() const { return reads_; }
  const std::string& refused() const { return refused_; }  // what a guard turned away
  const Fault& fault() const { return fault_; }            // its message is empty for none
  bool asked_for_time() const { return vfs_ && vfs_->asked; }
  void set_fault(Fault fault) { fault_ = std::move(fault); }

  void add_mixed(MixedColumn column) { mixed_.push_back(std::move(column)); }
  const std::vector<MixedColumn>& mixed() const { return mixed_; }

 private:
  explicit Connection(const SqliteLibrary& library) : library_(library) {}
  bool open_handle();
  static int authorize(void* self, int action, const char* first, const char* second,
                       const char* database, const char* trigger);
  static int progress(void* self);

  const SqliteLibrary& library_;
  std::unique_ptr<ClocklessVfs> vfs_;  // has a place that does not move
  sqlite3* handle_ = nullptr;
  std::vector<ColumnRead> reads_;
  std::string refused_;
  Fault fault_;
  std::vector<MixedColumn> mixed_;
  std::uint64_t rounds_ = 0;
  double began_ = 0;  // seconds of work of the thread, when guarded
};

/// One compiled statement; empty when it does not compile.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  sqlite3_stmt* handle() const { return handle_; }
  explicit operator bool() const { return handle_ != nullptr; }
  /// What follows the statement in the text it was compiled from.
  std::string_view rest() const { return rest_; }
  bool next() { return library_.step(handle_) == SQLITE_ROW; }
  std::string_view text(int column) const;

 private:
  const SqliteLibrary& library_;
  sqlite3_stmt* handle_ = nullptr;
  std::string_view rest_;
};

/// Registers sum, total, avg, round, plus, minus, times and divide over exact decimals.
bool add_exact_functions(Connection& connection);

/// Registers instr and replace that take time by the length of their texts; SQLite's own multiply
/// the lengths.
bool add_text_functions(Connection& connection);

}  // namespace sheaf::data
