#pragma once
// The tree of values as the host hands it over.

#include <cstdint>
#include <string_view>

#include <sheaf/abi.h>

namespace sheaf {
inline namespace sdk_1 {

constexpr sheaf_str to_abi(std::string_view text) { return {text.data(), text.size()}; }
constexpr std::string_view from_abi(sheaf_str text) {
  return text.n == 0 ? std::string_view() : std::string_view(text.p, text.n);
}

/// A place in the tree of values that the host hands over. Absent nodes answer with nothing.
class Source {
 public:
  constexpr Source(const sheaf_values& values, sheaf_node node) : values_(&values), node_(node) {}

  sheaf_node node() const { return node_; }
  explicit operator bool() const { return node_ != 0; }
  std::int32_t kind() const { return values_->kind(values_->ctx, node_); }
  std::int64_t whole() const { return values_->i64(values_->ctx, node_, 0); }
  std::uint32_t count() const { return values_->count(values_->ctx, node_); }
  Source get(std::string_view key) const {
    return {*values_, values_->get(values_->ctx, node_, to_abi(key))};
  }
  Source at(std::uint32_t index, std::string_view* key = nullptr) const {
    sheaf_str name{nullptr, 0};
    const Source member{*values_, values_->at(values_->ctx, node_, index, &name)};
    if (key) *key = from_abi(name);
    return member;
  }
  std::string_view text() const {
    sheaf_str out{nullptr, 0};
    return values_->text(values_->ctx, node_, &out) == SHEAF_OK ? from_abi(out)
                                                                : std::string_view();
  }

 private:
  const sheaf_values* values_;
  sheaf_node node_;
};

}  // namespace sdk_1
}  // namespace sheaf
