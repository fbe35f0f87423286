#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "config/yaml_words.hpp"

using namespace sheaf;
using namespace sheaf::config;

namespace {

/// The value of the only name in a file.
std::string value_in(std::string_view text) {
  Diagnostics diagnostics;
  const auto root = read_yaml(text, SourceId{1}, diagnostics);
  REQUIRE(root);
  REQUIRE(root->members.size() == 1);
  return root->members.front().value.text;
}

}  // namespace

TEST_CASE("a run of words is one byte to the parser") {
  CHECK(WithoutWords("note: Wash your hands often, for 20 seconds").text() == "\x01: \x01, \x01");
  CHECK(WithoutWords("  - plugin: cover-page_2 of 3.").text() == "  - \x01: \x01");
}

TEST_CASE("what may mean more than a word is left to the parser") {
  for (const std::string text : {"no: null", "no: Null", "NULL: NULL", "no: &name", "no: !value",
                                 "no: *name", "no: 'word'", "no: \"\\Ugly \\x01 escapes\""}) {
    INFO(text);
    CHECK(WithoutWords(text).text() == text);
  }
}

TEST_CASE("places behind words are those of the full text") {
  const std::string_view text = "note: Wash your hands often, then dry them: well";
  const WithoutWords parsed(text);
  CHECK(parsed.text() == "\x01: \x01, \x01: \x01");
  CHECK(parsed.full_offset(0) == 0);
  CHECK(parsed.full_offset(1) == text.find(": Wash"));
  CHECK(parsed.full_offset(3) == text.find("Wash"));
  CHECK(parsed.full_offset(4) == text.find(", then"));
  CHECK(parsed.full_offset(6) == text.find("then"));
  CHECK(parsed.full_offset(7) == text.find(": well"));
}

TEST_CASE("every kind of text gets its words back") {
  CHECK(value_in("note: wash your hands\n  often, and dry them # not these words\n") ==
        "wash your hands often, and dry them");
  CHECK(value_in("note: 'with soap, isn''t it'") == "with soap, isn't it");
  CHECK(value_in("note: \"with soap,\\n and water\"") == "with soap,\n and water");
  CHECK(value_in("note: | # not these words\n  wash your hands\n\n   often, all of you\n") ==
        "wash your hands\n\n often, all of you\n");
  CHECK(value_in("note: >-\n  wash your hands\n  often\n") == "wash your hands often");
  CHECK(value_in("# no words of this comment\nnote: wash your hands") == "wash your hands");
}

TEST_CASE("a control character that an escape makes is not taken for words") {
  const std::string text = "note: \"before these words \\x01 after these words\"";
  CHECK(WithoutWords(text).full_value("before these words \x01 after these words", 6) ==
        "before these words \x01 after these words");
}
