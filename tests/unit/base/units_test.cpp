#include "base/units.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("Lengths are exact in points and nearly so in millimetres") {
  CHECK(pt(12) + millipt(500) == millipt(12'500));
  CHECK(mm(254) == pt(720));
  CHECK(mm(210).points() == Approx(595.2756).epsilon(1e-6));
}

TEST_CASE("Scaling rounds to the nearest, also below zero") {
  CHECK(scaled({10}, 1, 3) == Length{3});
  CHECK(scaled({11}, 1, 2) == Length{6});
  CHECK(scaled({-11}, 1, 2) == Length{-6});
  CHECK(scaled(pt(1'000'000), 2048, 1000) == millipt(2'048'000'000));
}
