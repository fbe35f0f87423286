#pragma once
// The one unit of layout: integer micro-points, so that every compiler makes the same decisions.

#include <compare>
#include <cstdint>

namespace sheaf {

/// A length in micro-points (1/1,000,000 of 1/72 inch). 64 bits hold 1.4e8 km: sums cannot
/// overflow.
struct Length {
  std::int64_t micro = 0;

  friend constexpr auto operator<=>(Length, Length) = default;
  constexpr Length operator-() const { return {-micro}; }
  constexpr Length& operator+=(Length b) {
    micro += b.micro;
    return *this;
  }
  constexpr Length& operator-=(Length b) {
    micro -= b.micro;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return {a.micro + b.micro}; }
  friend constexpr Length operator-(Length a, Length b) { return {a.micro - b.micro}; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return {a.micro * n}; }
  friend constexpr Length operator*(std::int64_t n, Length a) { return {a.micro * n}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return {a.micro / n}; }
  /// How many times `b` fits into `a`, rounded towards zero.
  friend constexpr std::int64_t operator/(Length a, Length b) { return a.micro / b.micro; }

  /// For output and messages only, never for a decision.
  constexpr double points() const { return static_cast<double>(micro) / 1e6; }
};

/// Exact for whole and short decimal values.
constexpr Length pt(std::int64_t points) { return {points * 1'000'000}; }
constexpr Length millipt(std::int64_t thousandths) { return {thousandths * 1'000}; }
constexpr Length mm(std::int64_t millimetres) { return {millimetres * 72'000'000 / 254 * 10}; }

/// `a * numerator / denominator`, rounded to nearest, without overflow for lengths under a
/// kilometre.
constexpr Length scaled(Length a, std::int64_t numerator, std::int64_t denominator) {
  __extension__ using Wide = __int128;
  const auto product = static_cast<Wide>(a.micro) * numerator;
  const auto half = denominator / 2;
  return {static_cast<std::int64_t>((product + (product < 0 ? -half : half)) / denominator)};
}

}  // namespace sheaf
