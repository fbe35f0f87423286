// Forms of text: what <sheaf/pattern.hpp> takes, and what it refuses.

#include <sheaf/pattern.hpp>

#include <string>

#include <catch2/catch.hpp>

using sheaf::Pattern;

static_assert(Pattern("[A-Z]{2}[0-9]+").matches("AB12"), "patterns are for the compiler, too");

TEST_CASE("A pattern is about the whole text") {
  CHECK(Pattern("[A-Z]{2}[0-9]+").matches("AB1"));
  CHECK_FALSE(Pattern("[A-Z]{2}[0-9]+").matches("AB"));
  CHECK_FALSE(Pattern("[A-Z]{2}[0-9]+").matches("ABC1"));
  CHECK_FALSE(Pattern("[A-Z]{2}[0-9]+").matches("AB1 "));
  CHECK(Pattern("").matches(""));
  CHECK_FALSE(Pattern("").matches("a"));
}

TEST_CASE("Counts say how often a character comes") {
  CHECK(Pattern("a?b").matches("b"));
  CHECK_FALSE(Pattern("a?b").matches("aab"));
  CHECK(Pattern("a*b").matches("aaab"));
  CHECK(Pattern("a{2,}").matches("aaaa"));
  CHECK_FALSE(Pattern("a{2,}").matches("a"));
  CHECK(Pattern("a{0,2}b").matches("aab"));
  CHECK_FALSE(Pattern("a{0,2}b").matches("aaab"));
}

TEST_CASE("Characters are those of Unicode, not bytes") {
  CHECK(Pattern("é.").matches("éß"));
  CHECK(Pattern("[à-ü]{3}").matches("été") == false);  // t lies outside
  CHECK(Pattern("[à-ü]t[à-ü]").matches("été"));
  CHECK(Pattern(".").matches("🛠"));
  CHECK_FALSE(Pattern(".").matches("\n"));
}

TEST_CASE("Classes may hold signs, digits and what is not there") {
  CHECK(Pattern(R"([\d\-x]+)").matches("1-x2"));
  CHECK_FALSE(Pattern(R"([^\d\-x]+)").matches("a-b"));
  CHECK(Pattern("[a-]").matches("-"));
  CHECK(Pattern(R"(\d\.\d)").matches("1.5"));
}

TEST_CASE("A pattern tells whether it takes any text of some characters") {
  CHECK(Pattern("\\d{4}").matches_some_of("0123456789.-"));
  CHECK(Pattern("[A-Z]?\\d+").matches_some_of("0123456789.-"));
  CHECK(Pattern("[^# ]+").matches_some_of("0123456789.-"));
  CHECK_FALSE(Pattern("[A-Z]{2}[0-9]+").matches_some_of("0123456789.-"));
  CHECK_FALSE(Pattern("(a)").matches_some_of("a"));
}

TEST_CASE("A pattern says whether a text can still become one of its form") {
  constexpr Pattern code("[A-Z]{2}[0-9]+");
  CHECK(code.may_begin(""));
  CHECK(code.may_begin("AB"));
  CHECK(code.may_begin("AB12"));
  CHECK_FALSE(code.may_begin("A1"));
  CHECK_FALSE(Pattern("A?").may_begin("AA"));
  CHECK_FALSE(Pattern("(a)").may_begin("a"));
}

TEST_CASE("What a pattern may not hold is named, and matches nothing") {
  for (const char* wrong :
       {"(a|b)", "a|b", "^a", "a$",  "a**", "*",   "{2}", "a{,2}", "a{3,2}", "a{",  "a{300}",
        "[z-a]", "[a",  "[]", "[^]", "[a-", "[[]", "a]",  "\\",    "[\\",    "\\w", "a/b"}) {
    INFO(wrong);
    CHECK_FALSE(Pattern(wrong).problem().empty());
    CHECK_FALSE(Pattern(wrong).matches("a"));
  }
}
