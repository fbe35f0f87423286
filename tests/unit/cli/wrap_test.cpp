#include <catch2/catch.hpp>

#include "cli/wrap.hpp"

using namespace sheaf::cli;

TEST_CASE("Text is broken at spaces so that no line is wider than the terminal") {
  CHECK(wrapped("one two three four", 9) == "one two\nthree\nfour");
  CHECK(wrapped("one two three four", 9, 2) == "one two\n  three\n  four");
  CHECK(wrapped("one two three four", 0) == "one two three four");
  CHECK(wrapped("one two", 7) == "one two");
  CHECK(wrapped("", 10).empty());
}

TEST_CASE("A word that is wider than the terminal stands alone") {
  CHECK(wrapped("a incomprehensibilities b", 8) == "a\nincomprehensibilities\nb");
}

TEST_CASE("Columns are counted in code points, not in bytes") {
  CHECK(columns_of("café") == 4);
  CHECK(wrapped("éé éé éé", 5) == "éé éé\néé");
}

TEST_CASE("Lines that are there stay") {
  CHECK(wrapped("one\n\ntwo three", 5) == "one\n\ntwo\nthree");
}
