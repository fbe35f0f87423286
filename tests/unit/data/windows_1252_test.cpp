#include "data/windows_1252.hpp"

#include <catch2/catch.hpp>

using namespace sheaf::data;

TEST_CASE("Every byte of Windows-1252 that is a letter comes back as it was") {
  for (int byte = 1; byte < 256; ++byte) {
    const std::string typed(1, static_cast<char>(byte));
    const auto text = from_windows_1252(typed);
    if (text) CHECK(to_windows_1252(*text) == typed);
  }
  CHECK(to_windows_1252("Caf\u00E9 \u2013 \u20AC5") ==
        "Caf\xE9 \x96 \x80"
        "5");
}

TEST_CASE("A letter that Windows-1252 does not have cannot be written in it") {
  CHECK_FALSE(to_windows_1252("L\u0175l"));
  CHECK_FALSE(to_windows_1252("\xC2\x81"));
}
