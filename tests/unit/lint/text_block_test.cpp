#include "lint/text_block.hpp"

#include <catch2/catch.hpp>

#include "support/document_builder.hpp"

using namespace sheaf;
using namespace sheaf::lint;
using namespace sheaf::test;

namespace {

std::vector<std::string> words_in(const std::string& text) {
  DocumentBuilder builder;
  const TextBlock block = read_block(builder.document, builder.paragraph(text));
  std::vector<std::string> words;
  for (const Word& word : block.words) words.emplace_back(block.of(word));
  return words;
}

int sentences_in(const std::string& text) {
  DocumentBuilder builder;
  const TextBlock block = read_block(builder.document, builder.paragraph(text));
  int count = 0;
  for (const Word& word : block.words) count += (word.flags & kEndsSentence) != 0;
  return count;
}

}  // namespace

TEST_CASE("words come without the punctuation round them") {
  using Words = std::vector<std::string>;
  CHECK(words_in("“Well,” she said (twice)…") == Words{"Well", "she", "said", "twice"});
  CHECK(words_in("10% of £75 – e.g. 5-10.") == Words{"10%", "of", "£75", "e.g", "5-10"});
  CHECK(words_in("… — •").empty());
  CHECK(words_in("25\u00A0November") == Words{"25", "November"});
}

TEST_CASE("sentences end at full stops, not after Mr, initials or e.g.") {
  CHECK(sentences_in("We met. They left! Why? 3 stayed.") == 4);
  CHECK(sentences_in("Mr. Smith met A. Jones, e.g. twice") == 1);
  CHECK(sentences_in("It rose by 2.5 to 3.1. then fell") == 1);
  CHECK(sentences_in("“We met.” They left.") == 2);
}

TEST_CASE("a text of two runs is read as one") {
  DocumentBuilder builder;
  const auto id = builder.paragraph("un");
  builder.run(id, id, "known words", model::kStrong);
  const TextBlock block = read_block(builder.document, id);
  REQUIRE(block.words.size() == 2);
  CHECK(block.word(0) == "unknown");
}

TEST_CASE("words know of links, code and other languages") {
  DocumentBuilder builder;
  const auto id = builder.paragraph("See ");
  builder.link(id, "this", "https://a.example");
  builder.run(id, id, " code", model::kCode);
  const auto span = builder.add(id, ElementKind::Span);
  builder.document[span].language = "cy";
  builder.run(id, span, " Cymraeg");
  const TextBlock block = read_block(builder.document, id);
  REQUIRE(block.words.size() == 4);
  CHECK(block.has(1, kInLink));
  CHECK(block.has(2, kCode));
  CHECK(block.has(3, kForeign));
  CHECK_FALSE(block.has(0, kInLink | kCode | kForeign));
}
