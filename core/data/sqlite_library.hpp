#pragma once
// SQLite, opened when the first query asks for it: linked, it would cost every start of the program
// 0.3 ms (docs/decisions/0006-data.md).

#include <sqlite3.h>

namespace sheaf::data {

// Every function that is used, without its "sqlite3_".
#define SHEAF_SQLITE_FUNCTIONS(USE) \
  USE(aggregate_context)            \
  USE(bind_double)                  \
  USE(bind_int64)                   \
  USE(bind_null)                    \
  USE(bind_parameter_count)         \
  USE(bind_parameter_name)          \
  USE(bind_text)                    \
  USE(clear_bindings)               \
  USE(close_v2)                     \
  USE(column_bytes)                 \
  USE(column_count)                 \
  USE(column_decltype)              \
  USE(column_double)                \
  USE(column_int64)                 \
  USE(column_name)                  \
  USE(column_text)                  \
  USE(column_type)                  \
  USE(context_db_handle)            \
  USE(create_function_v2)           \
  USE(create_window_function)       \
  USE(db_config)                    \
  USE(deserialize)                  \
  USE(errcode)                      \
  USE(errmsg)                       \
  USE(error_offset)                 \
  USE(exec)                         \
  USE(finalize)                     \
  USE(hard_heap_limit64)            \
  USE(libversion_number)            \
  USE(limit)                        \
  USE(malloc64)                     \
  USE(open_v2)                      \
  USE(prepare_v2)                   \
  USE(progress_handler)             \
  USE(reset)                        \
  USE(result_double)                \
  USE(result_error)                 \
  USE(result_int64)                 \
  USE(result_error_toobig)          \
  USE(result_null)                  \
  USE(result_text)                  \
  USE(set_authorizer)               \
  USE(step)                         \
  USE(table_column_metadata)        \
  USE(user_data)                    \
  USE(value_bytes)                  \
  USE(value_double)                 \
  USE(value_int64)                  \
  USE(value_text)                   \
  USE(value_type)                   \
  USE(vfs_find)                     \
  USE(vfs_register)                 \
  USE(vfs_unregister)

struct SqliteLibrary {
#define SHEAF_SQLITE_MEMBER(name) decltype(&sqlite3_##name) name = nullptr;
  SHEAF_SQLITE_FUNCTIONS(SHEAF_SQLITE_MEMBER)
#undef SHEAF_SQLITE_MEMBER
};

/// The library of this machine, never unloaded; null when it is missing or older than 3.38. The
/// first call opens it and bounds the memory of all queries of the process. Thread-safe.
const SqliteLibrary* sqlite_library();

}  // namespace sheaf::data
