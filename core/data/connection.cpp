#include "data/connection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace sheaf::data {
namespace {

constexpr int kRound = 100;  // steps of SQLite's machine between two looks
constexpr std::uint64_t kMostRounds = 150'000;
constexpr double kMostSeconds = 1.0;   // of work on long texts, each of which is one step
constexpr int kLongestValue = 65'536;  // bytes of one text
constexpr int kLongestPattern = 100;   // of like, which may try every way through a text

/// Seconds that this thread has worked.
double worked() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Functions whose answer is another one the next time.
bool is_chance(std::string_view function) {
  constexpr std::array<std::string_view, 4> kFunctions{"random", "randomblob", "load_extension",
                                                       "fts3_tokenizer"};
  return std::ranges::find(kFunctions, function) != kFunctions.end();
}

/// Functions that one call can keep busy for minutes, unseen by progress(): "%.*c".
bool is_endless(std::string_view function) { return function == "printf" || function == "format"; }

std::string_view or_empty(const char* text) { return text ? std::string_view(text) : ""; }

}  // namespace

ClocklessVfs::ClocklessVfs(const sqlite3_vfs& usual)
    : sqlite3_vfs(usual), unique_name(fmt::format("sheaf-{}", fmt::ptr(this))) {
  zName = unique_name.c_str();
  pNext = nullptr;
  iVersion = std::max(iVersion, 2);
  xCurrentTimeInt64 = [](sqlite3_vfs* self, sqlite3_int64*) {
    static_cast<ClocklessVfs*>(self)->asked = true;
    return SQLITE_ERROR;
  };
  xCurrentTime = [](sqlite3_vfs* self, double*) {
    static_cast<ClocklessVfs*>(self)->asked = true;
    return SQLITE_ERROR;
  };
}

std::unique_ptr<Connection> Connection::open(const SqliteLibrary& library) {
  std::unique_ptr<Connection> made(new Connection(library));
  const bool is_ready =
      made->open_handle() && add_exact_functions(*made) && add_text_functions(*made);
  return is_ready ? std::move(made) : nullptr;
}

bool Connection::open_handle() {
  const sqlite3_vfs* usual = library_.vfs_find(nullptr);
  if (!usual) return false;
  vfs_ = std::make_unique<ClocklessVfs>(*usual);
  if (library_.vfs_register(vfs_.get(), 0) != SQLITE_OK) return false;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (library_.open_v2(":memory:", &handle_, flags, vfs_->zName) != SQLITE_OK) return false;
  library_.db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  library_.db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  library_.db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  library_.limit(handle_, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, kLongestPattern);
  return library_.exec(handle_, "pragma temp_store = memory", nullptr, nullptr, nullptr) ==
         SQLITE_OK;
}

Connection::~Connection() {
  if (handle_) library_.close_v2(handle_);
  if (vfs_) library_.vfs_unregister(vfs_.get());
}

void Connection::guard() {
  library_.limit(handle_, SQLITE_LIMIT_LENGTH, kLongestValue);
  began_ = worked();
  library_.set_authorizer(handle_, authorize, this);
  library_.progress_handler(handle_, kRound, progress, this);
}

int Connection::authorize(void* self, int action, const char* first, const char* second,
                          const char*, const char*) {
  auto& connection = *static_cast<Connection*>(self);
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_READ:
      connection.reads_.push_back({std::string(or_empty(first)), std::string(or_empty(second))});
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      if (!is_chance(or_empty(second)) && !is_endless(or_empty(second))) return SQLITE_OK;
      connection.refused_ = fmt::format("{}()", or_empty(second));
      return SQLITE_DENY;
    default:
      if (connection.refused_.empty()) connection.refused_ = "statement";
      return SQLITE_DENY;
  }
}

int Connection::progress(void* self) {
  auto& connection = *static_cast<Connection*>(self);
  return ++connection.rounds_ > kMostRounds || worked() - connection.began_ > kMostSeconds ? 1 : 0;
}

Statement::Statement(const Connection& connection, std::string_view sql)
    : library_(connection.library()) {
  const char* rest = nullptr;
  library_.prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()), &handle_,
                      &rest);
  if (rest) rest_ = sql.substr(static_cast<std::size_t>(rest - sql.data()));
}

Statement::~Statement() { library_.finalize(handle_); }

std::string_view Statement::text(int column) const {
  const auto* bytes = library_.column_text(handle_, column);
  if (!bytes) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(library_.column_bytes(handle_, column))};
}

}  // namespace sheaf::data
