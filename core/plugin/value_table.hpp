#pragma once
// The values of one run under numbers: what a plugin holds is an index, so that whatever number it
// hands back, nothing is read that is not there.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.hpp"
#include "plugin/flat_values.hpp"

namespace sheaf::plugin {

/// The flat form of two values, and the way back from a handle to the value. Absent members are
/// left out; those of an image, which the host alone reads, too.
class ValueTable {
 public:
  using Handle = FlatValues::Handle;

  /// Borrows both values. See FlatValues for `base`.
  ValueTable(const model::Value& root, const model::Value& context, Handle base);

  /// Borrows this table.
  FlatValues flat() const { return {base_, entries_, texts_}; }
  Handle base() const { return base_; }
  std::span<const FlatEntry> entries() const { return entries_; }
  std::string_view texts() const { return texts_; }

  /// The value, or null for a handle that is not of this table.
  const model::Value* find(Handle handle) const;

 private:
  void add(const model::Value& value, std::string_view name);
  void add_members(std::size_t parent);
  std::uint32_t keep(std::string_view text);

  Handle base_;
  std::vector<const model::Value*> values_;  // one for each entry
  std::vector<FlatEntry> entries_;           // level by level, so that members lie side by side
  std::string texts_;
};

/// Bases for runs of one copy of a library that follow each other.
class HandleRange {
 public:
  ValueTable::Handle next() const { return next_; }
  void took(const ValueTable& table) {
    next_ += table.flat().size();
    if (next_ > kLast) next_ = 1;
  }

 private:
  static constexpr ValueTable::Handle kLast = 1U << 31;
  ValueTable::Handle next_ = 1;
};

}  // namespace sheaf::plugin
