#pragma once
// Exact decimals as text, such as "-12.5": their units, their order, and what they are rounded to.

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sheaf/limits.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// How often the unit of so many places goes into a decimal: "12.5" is 1250 hundredths. Throws
/// std::invalid_argument when it has more places, std::overflow_error when 64 bits do not hold it.
constexpr std::int64_t units_of(std::string_view decimal, int places) {
  const bool negative = decimal.substr(0, 1) == "-";
  if (negative) decimal.remove_prefix(1);
  const std::string_view whole = decimal.substr(0, decimal.find('.'));
  std::string_view fraction = decimal.substr(std::min(whole.size() + 1, decimal.size()));
  fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
  const std::size_t wanted = places < 0 ? 0 : static_cast<std::size_t>(places);
  if (fraction.size() > wanted) {
    throw std::invalid_argument("it counts a number in units that are too large for its places");
  }
  std::int64_t units = 0;  // below 0, where there is room for one more
  bool fits = true;
  for (std::size_t i = 0; i < whole.size() + wanted; ++i) {
    const std::size_t place = i - whole.size();
    const char digit = i < whole.size()          ? whole[i]
                       : place < fraction.size() ? fraction[place]
                                                 : '0';
    fits = fits && !__builtin_mul_overflow(units, std::int64_t{10}, &units) &&
           !__builtin_sub_overflow(units, std::int64_t{digit - '0'}, &units);
  }
  if (!negative) fits = fits && !__builtin_sub_overflow(std::int64_t{0}, units, &units);
  if (!fits) throw std::overflow_error("it counts a number in more units than 64 bits hold");
  return units;
}

/// The other way round: 1250 hundredths are "12.50".
inline std::string decimal_of(std::int64_t units, int places) {
  std::string text(Digits(units).view());
  const std::size_t sign = text.front() == '-' ? 1 : 0;
  const std::size_t wanted = places < 0 ? 0 : static_cast<std::size_t>(places);
  if (wanted == 0) return text;
  if (text.size() <= sign + wanted) text.insert(sign, sign + wanted + 1 - text.size(), '0');
  return text.insert(text.size() - wanted, ".");
}

/// A decimal to so many places; halves are rounded away from 0, as auditors do.
inline std::string rounded(std::string text, std::size_t places) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  if (dot == text.size()) text += '.';
  const std::size_t end = dot + 1 + places;
  const bool up = text.size() > end && text[end] >= '5';
  text.resize(end, '0');
  if (places == 0) text.pop_back();
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t i = text.size(); up && i-- > first;) {
    if (text[i] == '.') continue;
    if (text[i] != '9') return ++text[i], text;
    text[i] = '0';
  }
  return up ? text.insert(first, "1") : text;
}

/// `value` to so many places: "2.5". What is rounded is the number as people write it: 2.675 to
/// two places is 2.68, though a double, or a float, is a little less. Throws std::invalid_argument
/// when it has none.
template <std::floating_point Number>
std::string decimal_text(Number value, int places) {
  constexpr double most = 1e15;  // beyond it a double has no tenths
  // The least number is all zeros, but for its last digits.
  char digits[64 - std::numeric_limits<Number>::min_exponent10];
  if (!std::isfinite(value)) {
    throw std::invalid_argument("it sets what is not a number (a division by zero?)");
  }
  if (std::abs(value) >= most) {
    throw std::invalid_argument("it sets a number that is too large for its digits");
  }
  if (places < 0 || places > 12) {
    throw std::invalid_argument("it sets a number to more places than 12, or fewer than 0");
  }
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  return rounded({digits, end.ptr}, static_cast<std::size_t>(places));
}
inline std::string decimal_text(double value, int places) {
  return decimal_text<double>(value, places);
}

/// Whether such a text is more than 0: "0.00" is not.
inline bool is_positive(std::string_view decimal) {
  return decimal.front() != '-' && decimal.find_first_of("123456789") != decimal.npos;
}

}  // namespace sdk_1
}  // namespace sheaf
