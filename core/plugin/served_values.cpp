#include "plugin/served_values.hpp"

#include <utility>

#include "plugin/abi_text.hpp"

namespace sheaf::plugin {

struct ValueCalls {
  static const ServedValues& self(const void* ctx) {
    return *static_cast<const ServedValues*>(ctx);
  }

  static std::int32_t kind(const void* ctx, sheaf_node node) {
    const FlatEntry* entry = self(ctx).find(node);
    return entry ? entry->kind : static_cast<std::int32_t>(SHEAF_NULL);
  }
  static std::uint32_t count(const void* ctx, sheaf_node node) {
    const FlatEntry* entry = self(ctx).find(node);
    return entry ? entry->count : 0;
  }
  static sheaf_node at(const void* ctx, sheaf_node node, std::uint32_t index, sheaf_str* key) {
    const FlatValues& values = self(ctx).values_;
    const sheaf_node member = self(ctx).find(node) ? values.at(node, index) : 0;
    if (key) *key = borrow(values.name(member));
    return member;
  }
  static sheaf_node get(const void* ctx, sheaf_node node, sheaf_str key) {
    const auto name = text_of(key);
    return name && self(ctx).find(node) ? self(ctx).values_.get(node, *name) : 0;
  }
  static std::int64_t i64(const void* ctx, sheaf_node node, std::int64_t fallback) {
    const FlatEntry* entry = self(ctx).find(node);
    const bool is_number = entry && (entry->kind == SHEAF_INT || entry->kind == SHEAF_BOOL);
    return is_number ? entry->whole : fallback;
  }
  static sheaf_rc text(const void* ctx, sheaf_node node, sheaf_str* out) {
    if (!out) return SHEAF_E_USAGE;
    const FlatEntry* entry = self(ctx).find(node);
    if (!entry || entry->kind < SHEAF_BOOL || entry->kind > SHEAF_DATE) return SHEAF_E_PARAM;
    *out = borrow(self(ctx).values_.text(node));
    return SHEAF_OK;
  }
};

ServedValues::ServedValues(FlatValues values, std::function<void(sheaf_node)> stale)
    : values_(values),
      stale_(std::move(stale)),
      table_{sizeof(sheaf_values),
             0,
             this,
             values_.root(),
             values_.context(),
             ValueCalls::kind,
             ValueCalls::count,
             ValueCalls::at,
             ValueCalls::get,
             ValueCalls::i64,
             ValueCalls::text} {}

const FlatEntry* ServedValues::find(sheaf_node node) const {
  const FlatEntry* entry = values_.find(node);
  if (!entry && node != 0) stale_(node);
  return entry;
}

}  // namespace sheaf::plugin
