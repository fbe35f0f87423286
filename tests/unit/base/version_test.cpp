#include "base/version.hpp"

#include <array>

#include <catch2/catch.hpp>

using sheaf::parse_version;
using sheaf::parse_version_range;

namespace {

bool holds(std::string_view range, std::string_view version) {
  const auto asked = parse_version_range(range);
  const auto given = parse_version(version);
  REQUIRE(asked);
  REQUIRE(given);
  return asked->holds(*given);
}

}  // namespace

TEST_CASE("Versions stand in the order of SemVer 11") {
  constexpr std::array<std::string_view, 12> rising{
      "1.0.0-alpha",  "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
      "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",       "1.0.0",
      "1.0.1",        "1.2.0",         "1.10.0",           "2.0.0"};
  for (std::size_t a = 0; a < rising.size(); ++a) {
    for (std::size_t b = 0; b < rising.size(); ++b) {
      CAPTURE(rising[a], rising[b]);
      CHECK((*parse_version(rising[a]) < *parse_version(rising[b])) == (a < b));
      CHECK((*parse_version(rising[a]) == *parse_version(rising[b])) == (a == b));
    }
  }
}

TEST_CASE("What stands behind a plus is of no consequence to the order of versions") {
  CHECK(*parse_version("1.0.0+a.1-b") == *parse_version("1.0.0"));
  CHECK(*parse_version("1.0.0-rc.1+5") < *parse_version("1.0.0"));
}

TEST_CASE("What is no semantic version is refused") {
  const auto* text = GENERATE("", "1", "1.2", "1.2.", "1.2.3.4", "01.2.3", "1.02.3", "1.2.3-",
                              "1.2.3-a..b", "1.2.3-01", "1.2.3+", "v1.2.3", "1.2.3 ", "-1.2.3",
                              "1.2.3-ä", "99999999999999999999.0.0", "1.2-beta", "1..3");
  CAPTURE(text);
  CHECK_FALSE(parse_version(text));
}

TEST_CASE("A caret allows what does not change the first number that is not 0") {
  CHECK(holds("^1.2", "1.2.0"));
  CHECK(holds("^1.2", "1.99.3"));
  CHECK_FALSE(holds("^1.2", "1.1.9"));
  CHECK_FALSE(holds("^1.2", "2.0.0"));
  CHECK(holds("^1", "1.0.0"));
  CHECK(holds("^0.2.3", "0.2.9"));
  CHECK_FALSE(holds("^0.2.3", "0.3.0"));
  CHECK_FALSE(holds("^0.0.3", "0.0.4"));
  CHECK(holds("^0", "0.9.0"));
}

TEST_CASE("A tilde allows later corrections alone") {
  CHECK(holds("~1.2.3", "1.2.9"));
  CHECK_FALSE(holds("~1.2.3", "1.2.2"));
  CHECK_FALSE(holds("~1.2.3", "1.3.0"));
  CHECK(holds("~1", "1.9.0"));
  CHECK_FALSE(holds("~1", "2.0.0"));
}

TEST_CASE("A bare version stands for all that begin with it") {
  CHECK(holds("1.2", "1.2.7"));
  CHECK_FALSE(holds("1.2", "1.3.0"));
  CHECK(holds("1.2.3", "1.2.3"));
  CHECK_FALSE(holds("1.2.3", "1.2.4"));
  CHECK(holds("1.2.3-rc.1", "1.2.3-rc.1"));
  CHECK_FALSE(holds("1.2.3-rc.1", "1.2.3"));
}

TEST_CASE("A least version has no upper end") {
  CHECK(holds(">=1.2", "7.0.0"));
  CHECK_FALSE(holds(">=1.2", "1.1.9"));
}

TEST_CASE("A pre-release fits only a range that names one of the same numbers") {
  CHECK_FALSE(holds("^1.2", "1.3.0-beta"));
  CHECK_FALSE(holds("^1.2", "2.0.0-beta"));
  CHECK(holds("^1.3.0-alpha", "1.3.0-beta"));
  CHECK(holds("^1.3.0-alpha", "1.4.0"));
  CHECK_FALSE(holds("^1.3.0-alpha", "1.3.1-beta"));
}

TEST_CASE("What is no range of versions is refused") {
  const auto* text =
      GENERATE("", "^", ">1.2", "<2", "1.x", "*", "^1.2 || 3", "^ 1.2", "~>1.2", "=1");
  CAPTURE(text);
  CHECK_FALSE(parse_version_range(text));
}
