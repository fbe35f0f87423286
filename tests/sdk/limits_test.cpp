// What limits allow, as the compiler and <sheaf/testing.hpp> see it.

#include <sheaf/limit_words.hpp>

#include <catch2/catch.hpp>

using namespace sheaf;

static_assert(allows(between(1, 600), Measure::Whole, "600"), "limits are for the compiler, too");

TEST_CASE("Numbers are compared exactly, however they are written") {
  CHECK(allows(at_least("0.5"), Measure::Decimal, "0.50"));
  CHECK_FALSE(allows(at_least("0.5"), Measure::Decimal, "0.499999999999999999999"));
  CHECK(allows(at_least("-0.5"), Measure::Decimal, "-0.49"));
  CHECK(allows(at_least(-5), Measure::Whole, "-5"));
  CHECK_FALSE(allows(at_least(-5), Measure::Whole, "-6"));
  CHECK_FALSE(allows(between(1, 600), Measure::Whole, "-5"));
  CHECK(allows(at_most(10), Measure::Whole, "9"));
  CHECK(compare_decimals("1.05", "1.5") < 0);
  CHECK(compare_decimals("007", "7.0") == 0);
  CHECK(compare_decimals("-0", "0") == 0);
  CHECK(compare_decimals("0", "-0.00") == 0);
  CHECK(compare_decimals("-0", "-0.5") > 0);
  CHECK(compare_decimals("-0.0", "1") < 0);
}

TEST_CASE("Dates are compared as far as they are known") {
  CHECK(allows(at_most("2020-02"), Measure::Date, "2020-02-21"));
  CHECK(allows(at_least("2020-02"), Measure::Date, "2020"));
  CHECK_FALSE(allows(at_most("2020-02"), Measure::Date, "2020-03-01"));
}

TEST_CASE("The length of a text is that in characters") {
  CHECK(allows(at_most(4), Measure::Characters, "été!"));
  CHECK_FALSE(allows(not_empty(), Measure::Characters, ""));
}

TEST_CASE("Limits are told in words") {
  CHECK(range_in_words(Measure::Whole, "1", "5") == "1 to 5");
  CHECK(range_in_words(Measure::Date, "2009", "") == "2009 or later");
  CHECK(range_in_words(Measure::Entries, "1", "") == "at least 1 entry");
  CHECK(range_in_words(Measure::Characters, "", "40") == "at most 40 characters");
  CHECK(range_in_words(Measure::Characters, "1", "") == "not empty");
  CHECK(range_in_words(Measure::Whole, "", "").empty());
}

TEST_CASE("Limits are chained in any order, each on top of those before") {
  const Limits limits = at_most(120).not_empty().matching("[a-z]+", "small letters");
  CHECK(limits.least.number() == 1);
  CHECK(limits.most.number() == 120);
  CHECK(limits.form == "[a-z]+");
}

TEST_CASE("The first limit is not above the last") {
  CHECK(suits(Measure::Decimal, between("1.5", "9.5")));
  CHECK(suits(Measure::Decimal, between("1.50", "1.5")));
  CHECK(suits(Measure::Decimal, between(-1, "0.5")));
  CHECK_FALSE(suits(Measure::Decimal, between("9.5", "1.5")));
  CHECK_FALSE(suits(Measure::Decimal, between(10, "9.99")));
  CHECK(suits(Measure::Date, between("2020", "2020-02")));
  CHECK_FALSE(suits(Measure::Date, between("2021", "2020-12-31")));
  CHECK_FALSE(suits(Measure::Characters, between(5, 4)));
}

TEST_CASE("A date is one that the calendar has") {
  for (const char* date : {"2020", "2020-12", "2020-02-29", "2000-02-29", "2021-12-31"}) {
    CHECK(is_iso_date(date));
  }
  for (const char* date : {"", "202", "0999", "2020-00", "2020-13", "2020-1", "2020-01-00",
                           "2020-04-31", "2021-02-29", "1900-02-29", "2020/01/01", "2020-01-1x"}) {
    INFO(date);
    CHECK_FALSE(is_iso_date(date));
  }
}
