#include "plugin/value_table.hpp"

namespace sheaf::plugin {

using model::NamedValue;
using model::Value;
using model::ValueKind;

ValueTable::ValueTable(const Value& root, const Value& context, Handle base) : base_(base) {
  entries_.push_back({&root, {}});
  entries_.push_back({&context, {}});
  for (std::size_t i = 0; i < entries_.size(); ++i) add_members(i);
}

void ValueTable::add_members(std::size_t parent) {
  const Value& value = *entries_[parent].value;
  if (value.kind == ValueKind::Image) return;  // the host alone reads it
  const auto first = static_cast<std::uint32_t>(entries_.size());
  for (const Value& item : value.items) {
    if (!item.is_absent()) entries_.push_back({&item, {}});
  }
  for (const NamedValue& member : value.members) {
    if (!member.value.is_absent()) entries_.push_back({&member.value, member.name});
  }
  entries_[parent].first = first;
  entries_[parent].count = static_cast<std::uint32_t>(entries_.size()) - first;
}

const ValueTable::Entry* ValueTable::entry(Handle handle) const {
  const Handle index = handle - base_;  // wraps round to something large below base_
  return index < entries_.size() ? &entries_[index] : nullptr;
}

const Value* ValueTable::find(Handle handle) const {
  const Entry* found = entry(handle);
  return found ? found->value : nullptr;
}

std::uint32_t ValueTable::count(Handle handle) const {
  const Entry* found = entry(handle);
  return found ? found->count : 0;
}

ValueTable::Handle ValueTable::at(Handle handle, std::uint32_t index) const {
  const Entry* found = entry(handle);
  return found && index < found->count ? base_ + found->first + index : 0;
}

ValueTable::Handle ValueTable::get(Handle handle, std::string_view name) const {
  for (std::uint32_t i = 0; i < count(handle); ++i) {
    const Handle member = at(handle, i);
    if (this->name(member) == name) return member;
  }
  return 0;
}

std::string_view ValueTable::name(Handle handle) const {
  const Entry* found = entry(handle);
  return found ? found->name : std::string_view();
}

std::string_view ValueTable::text(Handle handle) {
  const Entry* found = entry(handle);
  if (!found) return {};
  if (!found->value->text.empty()) return found->value->text;
  Entry& mine = entries_[handle - base_];
  if (!mine.text) mine.text = &texts_.emplace_back(model::canonical_text(*mine.value));
  return *mine.text;
}

}  // namespace sheaf::plugin
