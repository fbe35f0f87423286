#pragma once
// 128 bits that stand for some bytes: alike on every machine and in every run, for telling contents
// apart. Not for keeping anyone out: two contents with one fingerprint can be made on purpose.

#include <compare>
#include <cstdint>
#include <string_view>

namespace sheaf {

struct Fingerprint {
  std::uint64_t first = 0xA0761D6478BD642F, second = 0xE7037ED1A0B428DB;
  friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

/// Of the bytes, and of what `before` was made from.
Fingerprint fingerprint(std::string_view bytes, Fingerprint before = {});

}  // namespace sheaf
