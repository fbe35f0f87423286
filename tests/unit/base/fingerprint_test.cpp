#include "base/fingerprint.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace sheaf;

TEST_CASE("A fingerprint is the same in every run and on every machine") {
  CHECK(fingerprint("a report, in words").first == 0xCA97A806968890F1);
  CHECK(fingerprint("a report, in words").second == 0x5EE575FF4F768B2F);
}

TEST_CASE("Contents that differ in one bit, one byte or one length have different fingerprints") {
  std::set<Fingerprint> seen;
  const std::string zeros(40, '\0');
  for (std::size_t length = 0; length <= zeros.size(); ++length) {
    CHECK(seen.insert(fingerprint(zeros.substr(0, length))).second);
  }
  for (std::size_t bit = 0; bit < 8 * zeros.size(); ++bit) {
    std::string other = zeros;
    other[bit / 8] = static_cast<char>(1 << bit % 8);
    CHECK(seen.insert(fingerprint(other)).second);
  }
}

TEST_CASE("A fingerprint of two contents tells which was first") {
  const auto both = [](std::string_view a, std::string_view b) {
    return fingerprint(b, fingerprint(a));
  };
  CHECK(both("pixels", "alpha") != both("alpha", "pixels"));
  CHECK(both("pixels", "") != both("", "pixels"));
}
