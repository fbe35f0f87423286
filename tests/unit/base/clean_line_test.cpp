#include "base/clean_line.hpp"

#include <catch2/catch.hpp>

using sheaf::clean_line;

TEST_CASE("A stranger's text cannot steer a terminal") {
  CHECK(clean_line("a\x1b[31mb\tc\xff\r") == "a [31mb c\xEF\xBF\xBD");
  CHECK(clean_line("\xC2\x9B"
                   "2J") == " 2J");
  CHECK(clean_line("one\ntwo\x7F") == "one two");
}

TEST_CASE("A stranger's text keeps no noncharacter, which no report format may hold") {
  CHECK(clean_line("a\xEF\xBF\xBF b\xEF\xB7\x90") == "a\xEF\xBF\xBD b\xEF\xBF\xBD");
}

TEST_CASE("A stranger's text cannot turn the direction of what stands after it") {
  for (const char* sign : {"\u202A", "\u202E", "\u2066", "\u2069"}) {
    CHECK(clean_line(std::string("a") + sign + "b") == "a b");
  }
  CHECK(clean_line("\u05D0\u200F\u2029\u2065") == "\u05D0\u200F\u2029\u2065");
}

TEST_CASE("A long text is cut between characters") {
  CHECK(clean_line(std::string(1000, 'x')).size() == 500);
  CHECK(clean_line("\u00E9\u00E9\u00E9", 3) == "\u00E9\u00E9");
  CHECK(clean_line(std::string(1000, 'x'), std::string::npos).size() == 1000);
}
