#include "base/fingerprint.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sheaf {
namespace {

/// Multiplies to 128 bits and folds the halves: each bit of the result depends on every bit.
std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Eight bytes, the first one lowest.
std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// One step of two chains that never meet.
Fingerprint mixed(Fingerprint state, std::uint64_t word, Fingerprint seed) {
  return {fold(state.first ^ word, 0x9E3779B97F4A7C15) + seed.first,
          fold(state.second ^ word, 0xC2B2AE3D27D4EB4F) + seed.second};
}

}  // namespace

Fingerprint fingerprint(std::string_view bytes, Fingerprint before) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  Fingerprint state = mixed(before, bytes.size(), before);
  for (; bytes.size() >= kWord; bytes.remove_prefix(kWord)) {
    state = mixed(state, word_at(bytes.data()), before);
  }
  char rest[kWord] = {};
  std::ranges::copy(bytes, rest);
  return mixed(state, word_at(rest), before);
}

}  // namespace sheaf
