#include "plugin/value_table.hpp"

#include <sheaf/abi.h>

namespace sheaf::plugin {

using model::NamedValue;
using model::Value;
using model::ValueKind;

namespace {

std::int32_t kind_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::Absent: return SHEAF_NULL;
    case ValueKind::YesNo: return SHEAF_BOOL;
    case ValueKind::Whole: return SHEAF_INT;
    case ValueKind::Decimal:
    case ValueKind::Money: return SHEAF_DECIMAL;
    case ValueKind::Text:
    case ValueKind::Choice: return SHEAF_TEXT;
    case ValueKind::Date: return SHEAF_DATE;
    case ValueKind::Timing: return value.date.year ? SHEAF_DATE : SHEAF_TEXT;
    case ValueKind::List: return SHEAF_LIST;
    case ValueKind::Person:
    case ValueKind::Link:
    case ValueKind::Record: return SHEAF_MAP;
    case ValueKind::Markdown:
    case ValueKind::Image: return SHEAF_OPAQUE;
  }
  return SHEAF_NULL;
}

bool is_scalar(std::int32_t kind) { return kind >= SHEAF_BOOL && kind <= SHEAF_DATE; }

}  // namespace

ValueTable::ValueTable(const Value& root, const Value& context, Handle base) : base_(base) {
  add(root, {});
  add(context, {});
  for (std::size_t i = 0; i < entries_.size(); ++i) add_members(i);
}

void ValueTable::add(const Value& value, std::string_view name) {
  FlatEntry entry;
  entry.kind = kind_of(value);
  entry.whole = value.whole;
  entry.name = keep(name);
  entry.name_size = static_cast<std::uint32_t>(name.size());
  if (is_scalar(entry.kind)) {
    const std::string made = value.text.empty() ? model::canonical_text(value) : std::string();
    const std::string& text = value.text.empty() ? made : value.text;
    entry.text = keep(text);
    entry.text_size = static_cast<std::uint32_t>(text.size());
  }
  values_.push_back(&value);
  entries_.push_back(entry);
}

void ValueTable::add_members(std::size_t parent) {
  const Value& value = *values_[parent];
  if (value.kind == ValueKind::Image) return;  // the host alone reads it
  const auto first = static_cast<std::uint32_t>(entries_.size());
  for (const Value& item : value.items) {
    if (!item.is_absent()) add(item, {});
  }
  for (const NamedValue& member : value.members) {
    if (!member.value.is_absent()) add(member.value, member.name);
  }
  entries_[parent].first = first;
  entries_[parent].count = static_cast<std::uint32_t>(entries_.size()) - first;
}

std::uint32_t ValueTable::keep(std::string_view text) {
  const auto at = static_cast<std::uint32_t>(texts_.size());
  texts_ += text;
  return at;
}

const Value* ValueTable::find(Handle handle) const {
  const Handle index = handle - base_;  // wraps round to something large below base_
  return index < values_.size() ? values_[index] : nullptr;
}

}  // namespace sheaf::plugin
