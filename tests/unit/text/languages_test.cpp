#include "text/languages.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("Languages of the register are known by their first part, in whatever case") {
  for (const char* tag : {"en", "en-GB", "EN-gb", "cy", "zh-Hant-TW", "rmy", "cmn", "mul", "iw"}) {
    INFO(tag);
    CHECK(text::is_known_language(tag));
  }
}

TEST_CASE("Codes between two of the register's are known when it has them") {
  CHECK(text::is_known_language("aaa"));  // aaa to aai
  CHECK(text::is_known_language("aai"));
  CHECK_FALSE(text::is_known_language("aaj"));
}

TEST_CASE("Names, invented codes and what stands for no language are not known") {
  for (const char* tag : {"english", "zz", "xx-GB", "eng", "und", "qaa", "gb", "a", ""}) {
    INFO(tag);
    CHECK_FALSE(text::is_known_language(tag));
  }
}

TEST_CASE("The tag that was meant is found by the language's name and by its longer code") {
  CHECK(text::meant_language("Welsh") == "cy");
  CHECK(text::meant_language("english-UK") == "en");
  CHECK(text::meant_language("eng") == "en");
  CHECK(text::meant_language("zz").empty());
  CHECK(text::meant_language("xyzzy").empty());
}
