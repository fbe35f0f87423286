#pragma once
// The values of one run as a plugin may ask for them: a flat list that reads the same in this
// process and, sent as it stands, in the plugin's own.

#include <cstdint>
#include <span>
#include <string_view>

namespace sheaf::plugin {

/// One value. Members of a list or map lie side by side: entries [first, first + count).
struct FlatEntry {
  std::int64_t whole = 0;  // of SHEAF_BOOL and SHEAF_INT
  std::int32_t kind = 0;   // SHEAF_NULL, …
  std::uint32_t first = 0, count = 0;
  std::uint32_t name = 0, name_size = 0;  // bytes of the texts; in a list, there is no name
  std::uint32_t text = 0, text_size = 0;  // canonical, of a scalar
  std::uint32_t reserved = 0;
};
static_assert(sizeof(FlatEntry) == 40, "goes over a socket as it stands");

/// A view of entries and the texts they refer to, both of which outlive it.
class FlatValues {
 public:
  using Handle = std::uint32_t;  // 0: absent

  /// Entry 0 is the root, entry 1 the context. Handles begin at `base`, which is at least 1; runs
  /// that follow each other take different bases, so that a handle that a plugin kept is found out.
  FlatValues(Handle base, std::span<const FlatEntry> entries, std::string_view texts)
      : base_(base), entries_(entries), texts_(texts) {}

  Handle root() const { return base_; }
  Handle context() const { return base_ + 1; }
  Handle size() const { return static_cast<Handle>(entries_.size()); }

  /// Null for a handle that is not of these values. So are the answers below: 0 or empty.
  const FlatEntry* find(Handle handle) const;
  std::uint32_t count(Handle handle) const;
  Handle at(Handle handle, std::uint32_t index) const;
  Handle get(Handle handle, std::string_view name) const;
  std::string_view name(Handle handle) const;
  std::string_view text(Handle handle) const;

 private:
  Handle base_;
  std::span<const FlatEntry> entries_;
  std::string_view texts_;
};

}  // namespace sheaf::plugin
