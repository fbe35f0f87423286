#include "model/text_place.hpp"

#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"

using namespace sheaf;

namespace {

/// Line and column of `word` in the text of the key `x`.
std::pair<int, int> place_of(const std::string& yaml, const std::string& word) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("in.yaml", yaml);
  const auto node = config::read_yaml(yaml, start, diagnostics);
  REQUIRE(node);
  const model::Node* x = node->find("x");
  REQUIRE(x);
  const auto offset = x->text.find(word);
  REQUIRE(offset != std::string::npos);
  const Location place =
      sources.locate(model::place_in_text(sources, x->source, x->layout, x->text, offset));
  return {place.line, place.column};
}

}  // namespace

TEST_CASE("A word is found in every way of writing YAML text") {
  CHECK(place_of("x: one ((two))\n", "((two))") == std::pair(1, 8));
  CHECK(place_of("x: \"one ((two))\"\n", "((two))") == std::pair(1, 9));
  CHECK(place_of("x: 'it''s ((two))'\n", "((two))") == std::pair(1, 11));
  CHECK(place_of("x: \"a \\\"b\\\" \\u00e9 ((two))\"\n", "((two))") == std::pair(1, 20));
  CHECK(place_of("x: one\n   two\n   ((three))\n", "((three))") == std::pair(3, 4));
}

TEST_CASE("A word is found in literal and folded blocks") {
  CHECK(place_of("x: |\n  one\n\n  two ((three))\n", "((three))") == std::pair(4, 7));
  CHECK(place_of("x: |\n  ((one))\n", "((one))") == std::pair(2, 3));
  CHECK(place_of("x: >-\n  one\n  two ((three))\n  four\n", "((three))") == std::pair(3, 7));
  CHECK(place_of("x: |\n  * one\n    * two ((three))\n", "((three))") == std::pair(3, 11));
}

TEST_CASE("A file's own quotes and bars are text") {
  SourceMap sources;
  for (const std::string text : {"\"Quoted\" ((a))", "| a | ((b)) |", "'tis ((c))"}) {
    const SourceId start = sources.add("a.md", text);
    const auto offset = text.find("((");
    CHECK(model::place_in_text(sources, start, {}, text, offset) == start + offset);
  }
}

TEST_CASE("A text that does not stand in its file has the place of its value") {
  SourceMap sources;
  const SourceId start = sources.add("--set title=x", "");
  CHECK(model::place_in_text(sources, start, {}, "abc", 2) == start);
  CHECK(model::place_in_text(sources, {}, {}, "abc", 2) == SourceId{});
}
