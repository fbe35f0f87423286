#include <catch2/catch.hpp>

#include "lint/speller.hpp"

using namespace sheaf;

TEST_CASE("Hunspell knows British words and offers others") {
  const auto files = make_real_file_system();
  const std::vector<Path> folders = {"/usr/share/hunspell"};
  lint::NoSpeller missing;
  const auto speller = lint::open_speller("en-GB", folders, *files, missing);
  INFO(missing.reason);
  REQUIRE(speller);
  CHECK(speller->knows("colour"));
  CHECK(speller->knows("children's"));
  CHECK_FALSE(speller->knows("recieve"));
  const auto offers = speller->suggest("recieve");
  REQUIRE_FALSE(offers.empty());
  CHECK(offers[0] == "receive");
  CHECK(offers.size() <= 3);
}

TEST_CASE("a language without a dictionary has no speller, and the cure is named") {
  const auto files = make_real_file_system();
  lint::NoSpeller missing;
  CHECK_FALSE(lint::open_speller("cy-GB", {}, *files, missing));
  CHECK(missing.reason == "There is no dictionary for cy-GB");
  CHECK(missing.cure == "Install its dictionary for Hunspell");
  CHECK_FALSE(lint::open_speller("en-GB", {}, *files, missing));
  CHECK(missing.cure == "Install the package hunspell-en-gb");
}
