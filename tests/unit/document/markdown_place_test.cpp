#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Value;
using model::ValueKind;

namespace {

/// The text of each run with where it was typed: "3:5 word".
std::vector<std::string> run_places(Composing& composing) {
  std::vector<std::string> places;
  for (const auto& element : composing.compose().elements) {
    if (element.role == model::Role::Title || element.kind == model::ElementKind::Label) continue;
    for (const auto& run : element.runs) {
      const Location place = composing.sources.locate(run.source);
      places.push_back(fmt::format("{}:{} {}", place.line, place.column, run.text));
    }
  }
  return places;
}

std::vector<std::string> places_in_file(std::string text) {
  Composing composing;
  const SourceId start = composing.sources.add("text.md", text);
  composing.section("a", "", {placed(value(ValueKind::Markdown, text, start))});
  return run_places(composing);
}

/// A Markdown scalar that begins at the first `mark` in a YAML file.
std::vector<std::string> places_in_yaml(std::string yaml, char mark, model::TextLayout layout,
                                        std::string text) {
  Composing composing;
  const std::size_t at = yaml.find(mark);
  const SourceId start = composing.sources.add("with.yaml", std::move(yaml));
  Value markdown = value(ValueKind::Markdown, std::move(text), start + at);
  markdown.layout = layout;
  composing.section("a", "", {placed(markdown)});
  return run_places(composing);
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("Runs of a Markdown file know the line and column where they were typed") {
  CHECK(places_in_file("# Head\n\nOne *two* three\n   four `five`\nsix\n") ==
        Places{"1:3 Head", "3:1 One ", "3:6 two", "3:10  three ", "4:4 four ", "4:10 five",
               "4:10  ", "5:1 six"});
}

TEST_CASE("Columns count characters, not bytes") {
  CHECK(places_in_file("é é **b**\n") == Places{"1:1 é é ", "1:7 b"});
}

TEST_CASE("Runs in lists, quotations and tables know their places") {
  CHECK(places_in_file("- one\n  two *x*\n  - three\n    four *y*\n") ==
        Places{"1:3 one ", "2:3 two ", "2:8 x", "3:5 three ", "4:5 four ", "4:11 y"});
  CHECK(places_in_file("> one\n> two *x*\nlazy *y*\n") ==
        Places{"1:3 one ", "2:3 two ", "2:8 x", "2:8  ", "3:1 lazy ", "3:7 y"});
  CHECK(places_in_file("| a | b |\n|---|---|\n| c | d *e* |\n") ==
        Places{"1:3 a", "1:7 b", "3:3 c", "3:7 d ", "3:10 e"});
}

TEST_CASE("Lines after a hard break keep their places") {
  CHECK(places_in_file("one\\\ntwo *x*\\\n  three *y*  \nfour\nfive *z*\n") ==
        Places{"1:1 one", "1:1 ", "2:1 two ", "2:6 x", "2:6 ", "3:3 three ", "3:10 y", "3:12 ",
               "4:1 four ", "5:1 five ", "5:7 z"});
}

TEST_CASE("Runs in a YAML literal block lie in the lines below its indicator") {
  CHECK(places_in_yaml("with:\n  body: |\n    # Head\n\n    One *two*\n    three\n", '|', {true, 4},
                       "# Head\n\nOne *two*\nthree\n") ==
        Places{"3:7 Head", "5:5 One ", "5:10 two", "5:10  ", "6:5 three"});
}

TEST_CASE("Runs in a quoted or plain YAML scalar lie behind its first character") {
  CHECK(places_in_yaml("body: \"One *two*\"\n", '"', {}, "One *two*") ==
        Places{"1:8 One ", "1:13 two"});
  CHECK(places_in_yaml("body: One *two*\n", 'O', {}, "One *two*") ==
        Places{"1:7 One ", "1:12 two"});
}

TEST_CASE("A finding in a YAML literal block is placed in the YAML file") {
  Composing composing;
  const std::string yaml = "with:\n  body: |\n    One\n\n    two <b>\n";
  const SourceId start = composing.sources.add("with.yaml", yaml);
  Value markdown = value(ValueKind::Markdown, "One\n\ntwo <b>\n", start + yaml.find('|'));
  markdown.layout = {true, 4};
  composing.section("a", "", {placed(markdown)});
  composing.compose();
  CHECK(composing.findings() ==
        std::vector<std::string>{
            "with.yaml:5:9 error markdown-html: HTML cannot be used in a report: <b>"});
}

TEST_CASE("Markdown that stands in no file has no places, and that is fine") {
  Composing composing;
  composing.section("a", "", {placed(value(ValueKind::Markdown, "One\n\n*two*"))});
  CHECK(run_places(composing) == Places{"0:0 One", "0:0 two"});
}
