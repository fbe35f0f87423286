#include "data/sqlite_library.hpp"

#include <dlfcn.h>

#include <optional>

namespace sheaf::data {
namespace {

constexpr const char* kName = "libsqlite3.so.0";
constexpr int kOldest = 3'038'000;                       // sqlite3_error_offset
constexpr sqlite3_int64 kMostMemory = 96 * 1024 * 1024;  // bytes, for all queries at a time

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

std::optional<SqliteLibrary> open() {
  void* library = dlopen(kName, RTLD_NOW | RTLD_LOCAL);
  if (!library) return {};
  SqliteLibrary made;
  bool whole = true;
#define SHEAF_SQLITE_FIND(name) whole = find(library, "sqlite3_" #name, made.name) && whole;
  SHEAF_SQLITE_FUNCTIONS(SHEAF_SQLITE_FIND)
#undef SHEAF_SQLITE_FIND
  if (!whole || made.libversion_number() < kOldest) return {};
  made.hard_heap_limit64(kMostMemory);
  return made;
}

}  // namespace

const SqliteLibrary* sqlite_library() {
  static const std::optional<SqliteLibrary> library = open();
  return library ? &*library : nullptr;
}

}  // namespace sheaf::data
