#pragma once
// The table of functions by which a plugin asks for its values.

#include <functional>

#include <sheaf/abi.h>

#include "plugin/flat_values.hpp"

namespace sheaf::plugin {

/// For one run, on one thread. The table points to this object: it does not move.
class ServedValues {
 public:
  /// `stale` is told of every handle that is not of these values.
  ServedValues(FlatValues values, std::function<void(sheaf_node)> stale);
  ServedValues(const ServedValues&) = delete;
  ServedValues& operator=(const ServedValues&) = delete;

  const sheaf_values* table() const { return &table_; }

 private:
  friend struct ValueCalls;
  const FlatEntry* find(sheaf_node node) const;

  FlatValues values_;
  std::function<void(sheaf_node)> stale_;
  sheaf_values table_;
};

}  // namespace sheaf::plugin
