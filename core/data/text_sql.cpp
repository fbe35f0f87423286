// instr and replace over long texts.

#include <cstring>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "data/connection.hpp"

namespace sheaf::data {
namespace {

constexpr std::size_t kLongestResult = 65'536;  // bytes; SQLite would say so only afterwards

const SqliteLibrary& library() { return *sqlite_library(); }

bool has_null(int count, sqlite3_value** arguments) {
  for (int i = 0; i < count; ++i) {
    if (library().value_type(arguments[i]) == SQLITE_NULL) return true;
  }
  return false;
}

std::string_view text_of(sqlite3_value* value) {
  const auto* text = library().value_text(value);
  if (!text) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(library().value_bytes(value))};
}

/// In time proportional to the lengths, however alike they are.
std::size_t position_of(std::string_view text, std::string_view part, std::size_t from) {
  const void* at = memmem(text.data() + from, text.size() - from, part.data(), part.size());
  return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) : text.npos;
}

std::int64_t characters(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).bytes) ++count;
  return count;
}

/// The first character of the part, counted from 1; 0: not in it.
void instr_call(sqlite3_context* context, int count, sqlite3_value** arguments) {
  if (has_null(count, arguments)) return library().result_null(context);
  const std::string_view text = text_of(arguments[0]);
  const std::size_t at = position_of(text, text_of(arguments[1]), 0);
  library().result_int64(context, at == text.npos ? 0 : characters(text.substr(0, at)) + 1);
}

void replace_call(sqlite3_context* context, int count, sqlite3_value** arguments) {
  if (has_null(count, arguments)) return library().result_null(context);
  const std::string_view text = text_of(arguments[0]), part = text_of(arguments[1]);
  const std::string_view by = text_of(arguments[2]);
  std::string made;
  std::size_t done = 0;
  for (std::size_t at = part.empty() ? text.npos : position_of(text, part, 0); at != text.npos;
       at = position_of(text, part, done)) {
    made.append(text, done, at - done).append(by);
    done = at + part.size();
    if (made.size() > kLongestResult) return library().result_error_toobig(context);
  }
  made.append(text, done);
  library().result_text(context, made.data(), static_cast<int>(made.size()), SQLITE_TRANSIENT);
}

}  // namespace

bool add_text_functions(Connection& connection) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const auto add = [&](const char* name, int arguments, auto call) {
    return library().create_function_v2(connection.handle(), name, arguments, kFlags, nullptr, call,
                                        nullptr, nullptr, nullptr) == SQLITE_OK;
  };
  return add("instr", 2, instr_call) && add("replace", 3, replace_call);
}

}  // namespace sheaf::data
