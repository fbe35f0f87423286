#pragma once
// Text on its way over the boundary.

#include <cstddef>
#include <optional>
#include <string_view>

#include <sheaf/abi.h>

namespace sheaf::plugin {

inline sheaf_str borrow(std::string_view text) { return {text.data(), text.size()}; }

constexpr std::size_t kMostText = 64 << 20;  // bytes: all of a section may have no more

/// Text of a plugin, or nothing when it cannot be any: without a pointer, or too long. Its bytes
/// are still to be looked at.
inline std::optional<std::string_view> text_of(sheaf_str text) {
  if (text.n == 0) return std::string_view();
  if (!text.p || text.n > kMostText) return std::nullopt;
  return std::string_view(text.p, text.n);
}

}  // namespace sheaf::plugin
