#include "data/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sheaf::data {
namespace {

using Wide = Decimal::Wide;

constexpr int kMostPlaces = 38;
constexpr int kDoubleDigits = 15;  // DBL_DIG

/// 10^n in 128 bits; n up to 38.
Wide power_of_ten(int n) {
  Wide power = 1;
  for (; n > 0; --n) power *= 10;
  return power;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The same number with more places.
std::optional<Decimal> with_places(const Decimal& number, int places) {
  if (places > kMostPlaces) return {};
  Decimal made{0, places};
  const bool overflow =
      __builtin_mul_overflow(number.digits, power_of_ten(places - number.places), &made.digits);
  return overflow ? std::nullopt : std::optional(made);
}

struct Pair {
  Decimal a, b;
};

std::optional<Pair> with_same_places(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places, b.places);
  const auto first = with_places(a, places);
  const auto second = with_places(b, places);
  return first && second ? std::optional(Pair{*first, *second}) : std::nullopt;
}

Wide divided(Wide a, Wide b) {
  const Wide quotient = a / b;
  const Wide rest = a % b;
  const Wide size = rest < 0 ? -rest : rest;
  const Wide half = b < 0 ? -b : b;
  if (size < half - size) return quotient;
  return (a < 0) == (b < 0) ? quotient + 1 : quotient - 1;
}

Decimal trimmed(Decimal number) {
  while (number.places > 0 && number.digits % 10 == 0) {
    number.digits /= 10;
    --number.places;
  }
  return number;
}

std::string digits_text(Wide digits) {
  std::string text;
  do {
    text += static_cast<char>('0' + static_cast<int>(digits % 10));
    digits /= 10;
  } while (digits != 0);
  std::ranges::reverse(text);
  return text;
}

}  // namespace

std::optional<Decimal> to_decimal(std::string_view canonical) {
  const bool negative = canonical.starts_with('-');
  if (negative) canonical.remove_prefix(1);
  const auto point = std::min(canonical.find('.'), canonical.size());
  Decimal number;
  for (std::size_t i = 0; i < canonical.size(); ++i) {
    if (i == point) continue;
    if (!is_digit(canonical[i]) ||
        __builtin_mul_overflow(number.digits, Wide{10}, &number.digits) ||
        __builtin_add_overflow(number.digits, Wide{canonical[i] - '0'}, &number.digits)) {
      return {};
    }
  }
  if (canonical.empty() || canonical == ".") return {};
  number.places = point < canonical.size() ? static_cast<int>(canonical.size() - point - 1) : 0;
  if (number.places > kMostPlaces) return {};
  if (negative) number.digits = -number.digits;
  return number;
}

Decimal to_decimal(std::int64_t whole) { return {whole, 0}; }

std::string text_of(const Decimal& number) {
  const Decimal shown = trimmed(number);
  const bool negative = shown.digits < 0;
  std::string text = digits_text(negative ? -shown.digits : shown.digits);
  const auto places = static_cast<std::size_t>(shown.places);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, 1, '.');
  return negative ? "-" + text : text;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  auto pair = with_same_places(a, b);
  if (!pair) return {};
  Decimal sum{0, pair->a.places};
  const bool overflow = __builtin_add_overflow(pair->a.digits, pair->b.digits, &sum.digits);
  return overflow ? std::nullopt : std::optional(sum);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
  return add(a, {-b.digits, b.places});
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const Decimal first = trimmed(a);
  const Decimal second = trimmed(b);
  Decimal product{0, first.places + second.places};
  const bool overflow = product.places > kMostPlaces ||
                        __builtin_mul_overflow(first.digits, second.digits, &product.digits);
  return overflow ? std::nullopt : std::optional(product);
}

std::optional<std::strong_ordering> compare(const Decimal& a, const Decimal& b) {
  const auto pair = with_same_places(a, b);
  if (!pair) return {};
  if (pair->a.digits == pair->b.digits) return std::strong_ordering::equal;
  return pair->a.digits < pair->b.digits ? std::strong_ordering::less
                                         : std::strong_ordering::greater;
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places) {
  const auto pair = with_same_places(a, b);
  if (!pair || pair->b.digits == 0 || places < 0) return {};
  const auto scaled = with_places({pair->a.digits, 0}, places);
  if (!scaled) return {};
  return Decimal{divided(scaled->digits, pair->b.digits), places};
}

Decimal round(const Decimal& number, int places) {
  if (number.places <= places) return number;
  return {divided(number.digits, power_of_ten(number.places - places)), places};
}

std::optional<double> to_double(const Decimal& number) {
  const std::string text = text_of(number);
  std::string digits = text;
  std::erase_if(digits, [](char c) { return !is_digit(c); });
  digits.erase(0, digits.find_first_not_of('0'));
  if (number.digits != 0 && digits.size() > kDoubleDigits) return {};
  double made = 0;
  std::from_chars(text.data(), text.data() + text.size(), made);
  return made;
}

std::optional<Decimal> from_double(double number) {
  if (!std::isfinite(number) || std::abs(number) >= 1e15) return {};
  std::array<char, 400> text;  // 1e-300 in full
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
  const auto decimal = to_decimal({text.data(), static_cast<std::size_t>(end - text.data())});
  return decimal && to_double(*decimal) == number ? decimal : std::nullopt;
}

}  // namespace sheaf::data
