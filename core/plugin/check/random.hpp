#pragma once
// Numbers that look random and are the same for the same seed, on every machine.

#include <array>
#include <cstdint>

namespace sheaf::plugin::check {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  /// 0 up to, and without, `end`, which is not 0.
  std::uint64_t below(std::uint64_t end) { return next() % end; }
  bool one_in(std::uint64_t chances) { return below(chances) == 0; }
  template <class T, std::size_t N>
  const T& pick(const std::array<T, N>& all) {
    return all[below(N)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace sheaf::plugin::check
