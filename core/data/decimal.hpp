#pragma once
// Exact decimal arithmetic. Nothing here passes through floating point, but for the two functions
// that SQLite's numbers need.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf::data {

/// `digits` / 10^`places`, up to 38 digits. 1.50 and 1.5 are equal.
struct Decimal {
  __extension__ using Wide = __int128;
  Wide digits = 0;
  int places = 0;  // 0 to 38
};

/// Of a canonical decimal ("-1250.50", as model/literal gives it); nothing when it is none.
std::optional<Decimal> to_decimal(std::string_view canonical);
Decimal to_decimal(std::int64_t whole);

/// Canonical, without zeros at the end of the fraction: "1250.5".
std::string text_of(const Decimal& number);

// Nothing when the result has more than 38 digits.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<std::strong_ordering> compare(const Decimal& a, const Decimal& b);

/// To so many places, halves away from zero, as people round. Nothing when `b` is zero.
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places);
Decimal round(const Decimal& number, int places);

/// A double holds every decimal of up to 15 digits so that it can be told again (IEEE 754 binary64:
/// DBL_DIG). to_double gives nothing for a longer one, from_double for any other double: a number
/// that floating-point arithmetic has made.
std::optional<double> to_double(const Decimal& number);
std::optional<Decimal> from_double(double number);

}  // namespace sheaf::data
