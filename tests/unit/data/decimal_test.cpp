#include "data/decimal.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace sheaf;
using data::Decimal;
using data::to_decimal;

namespace {

std::string sum(std::string_view a, std::string_view b) {
  const auto made = add(*to_decimal(a), *to_decimal(b));
  return made ? text_of(*made) : "none";
}

std::string quotient(std::string_view a, std::string_view b, int places) {
  const auto made = divide(*to_decimal(a), *to_decimal(b), places);
  return made ? text_of(*made) : "none";
}

std::string rounded(std::string_view number, int places) {
  return text_of(round(*to_decimal(number), places));
}

/// Through a double and back.
std::string carried(std::string_view number) {
  const auto real = to_double(*to_decimal(number));
  const auto back = real ? data::from_double(*real) : std::nullopt;
  return back ? text_of(*back) : "none";
}

}  // namespace

TEST_CASE("Decimals are added, taken apart and multiplied exactly") {
  CHECK(sum("0.1", "0.2") == "0.3");
  CHECK(sum("1000000.10", "-1000000") == "0.1");
  CHECK(sum("-0.05", "0.05") == "0");
  CHECK(sum("99999999999999999999.99", "0.01") == "100000000000000000000");
  CHECK(text_of(*multiply(*to_decimal("1.10"), *to_decimal("-3"))) == "-3.3");
  CHECK(std::is_eq(*compare(*to_decimal("12.50"), *to_decimal("12.5"))));
  CHECK(std::is_gt(*compare(*to_decimal("-2"), *to_decimal("-10"))));
}

TEST_CASE("A quotient is rounded to its places, halves away from zero") {
  CHECK(quotient("1", "3", 4) == "0.3333");
  CHECK(quotient("2", "3", 2) == "0.67");
  CHECK(quotient("1", "8", 2) == "0.13");
  CHECK(quotient("-1", "8", 2) == "-0.13");
  CHECK(quotient("1", "-8", 2) == "-0.13");
  CHECK(quotient("7.50", "2.5", 0) == "3");
  CHECK(quotient("1", "0", 2) == "none");
  CHECK(rounded("2.675", 2) == "2.68");
  CHECK(rounded("-2.5", 0) == "-3");
  CHECK(rounded("2.4", 3) == "2.4");
}

TEST_CASE("A number of more than 38 digits is refused, not shortened") {
  CHECK_FALSE(to_decimal("1234567890123456789012345678901234567890"));
  const Decimal large = *to_decimal("99999999999999999999999999999999999999");
  CHECK_FALSE(multiply(large, large));
  CHECK_FALSE(add(large, *to_decimal("0.01")));
  CHECK_FALSE(to_decimal("12a"));
  CHECK_FALSE(to_decimal(""));
}

TEST_CASE("A double carries 15 digits, and tells when arithmetic has been at it") {
  CHECK(carried("0.1") == "0.1");
  CHECK(carried("-123456789012.345") == "-123456789012.345");
  CHECK(carried("0.000001") == "0.000001");
  CHECK(carried("1234567890123.456") == "none");
  CHECK_FALSE(data::from_double(0.1 + 0.2));
  CHECK_FALSE(data::from_double(1000000.10 - 1000000.00));
  CHECK_FALSE(data::from_double(1.0 / 3));
  CHECK_FALSE(data::from_double(1e300));
}

TEST_CASE("Every amount up to a billion pounds comes back from a double as it went in") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto pence = static_cast<std::int64_t>(random() % 200'000'000'000) - 100'000'000'000;
    const std::string text = data::text_of({pence, 2});
    REQUIRE(carried(text) == text);
  }
}
