#include "base/language_tag.hpp"

#include <catch2/catch.hpp>

using sheaf::is_language_tag;

TEST_CASE("Well-formed language tags are told from others") {
  for (const auto* good : {"en", "en-GB", "cy", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-1996",
                           "ur-Arab-PK", "en-x-house", "de-u-co-phonebk", "haw"}) {
    INFO(good);
    CHECK(is_language_tag(good));
  }
  for (const auto* bad : {"", "e", "en-UK", "en-uk", "english language", "en_GB", "en-", "-en",
                          "en--GB", "en-GB-x", "123", "en-toolongsubtag", "én"}) {
    INFO(bad);
    CHECK_FALSE(is_language_tag(bad));
  }
}
