#pragma once
// The values of one run under numbers: what a plugin holds is an index, so that whatever number it
// hands back, nothing is read that is not there.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.hpp"

namespace sheaf::plugin {

class ValueTable {
 public:
  using Handle = std::uint32_t;  // 0: absent

  /// Borrows both values. Handles begin at `base`, which is at least 1; runs that follow each other
  /// take different bases, so that a handle that a plugin kept is found out.
  ValueTable(const model::Value& root, const model::Value& context, Handle base);

  Handle root() const { return base_; }
  Handle context() const { return base_ + 1; }
  Handle size() const { return static_cast<Handle>(entries_.size()); }

  /// The value, or null for a handle that is not of this table.
  const model::Value* find(Handle handle) const;
  /// Members of a list, a record, a person or a link, those that are not absent, in order.
  std::uint32_t count(Handle handle) const;
  Handle at(Handle handle, std::uint32_t index) const;
  Handle get(Handle handle, std::string_view name) const;
  /// The name under which a value stands in its record; empty in a list.
  std::string_view name(Handle handle) const;
  /// The canonical text of a scalar, which lives as long as the table.
  std::string_view text(Handle handle);

 private:
  struct Entry {
    const model::Value* value;
    std::string_view name;
    std::uint32_t first = 0, count = 0;  // members: entries_[first, first + count)
    const std::string* text = nullptr;   // once it was asked for
  };
  const Entry* entry(Handle handle) const;
  void add_members(std::size_t parent);

  Handle base_;
  std::vector<Entry> entries_;  // level by level, so that members lie side by side
  std::deque<std::string> texts_;
};

}  // namespace sheaf::plugin
