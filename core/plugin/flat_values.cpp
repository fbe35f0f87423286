#include "plugin/flat_values.hpp"

namespace sheaf::plugin {

const FlatEntry* FlatValues::find(Handle handle) const {
  const Handle index = handle - base_;  // wraps round to something large below base_
  return index < entries_.size() ? &entries_[index] : nullptr;
}

std::uint32_t FlatValues::count(Handle handle) const {
  const FlatEntry* found = find(handle);
  return found ? found->count : 0;
}

FlatValues::Handle FlatValues::at(Handle handle, std::uint32_t index) const {
  const FlatEntry* found = find(handle);
  return found && index < found->count ? base_ + found->first + index : 0;
}

FlatValues::Handle FlatValues::get(Handle handle, std::string_view name) const {
  for (std::uint32_t i = 0; i < count(handle); ++i) {
    const Handle member = at(handle, i);
    if (this->name(member) == name) return member;
  }
  return 0;
}

std::string_view FlatValues::name(Handle handle) const {
  const FlatEntry* found = find(handle);
  return found ? texts_.substr(found->name, found->name_size) : std::string_view();
}

std::string_view FlatValues::text(Handle handle) const {
  const FlatEntry* found = find(handle);
  return found ? texts_.substr(found->text, found->text_size) : std::string_view();
}

}  // namespace sheaf::plugin
