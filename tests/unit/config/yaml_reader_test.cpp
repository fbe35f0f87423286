#include "config/yaml_reader.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"

using namespace sheaf;
using model::Node;
using model::NodeKind;

namespace {

struct Reading {
  SourceMap sources;
  Diagnostics diagnostics;
  Result<Node> tree = failed();

  explicit Reading(std::string text) {
    const SourceId start = sources.add("a.yaml", std::move(text));
    tree = config::read_yaml(sources.text(start), start, diagnostics);
  }
  std::string place(const Node& node) const {
    const Location at = sources.locate(node.source);
    return fmt::format("{}:{}", at.line, at.column);
  }
};

}  // namespace

TEST_CASE("Every value knows its place") {
  const Reading reading("title: Réport\nlist:\n  - \"two\"\n  - { a: 1, b: x }\n");
  REQUIRE(reading.tree);
  const Node& tree = *reading.tree;
  CHECK(reading.diagnostics.all().empty());
  CHECK(tree.find("title")->text == "Réport");
  CHECK(tree.find("title")->kind == NodeKind::Plain);
  CHECK(reading.place(*tree.find("title")) == "1:8");
  const Node& list = *tree.find("list");
  CHECK(reading.place(list) == "3:3");
  CHECK(list.items[0].kind == NodeKind::Quoted);
  CHECK(reading.place(list.items[0]) == "3:5");
  CHECK(reading.place(*list.items[1].find("b")) == "4:16");
  CHECK(reading.sources.locate(tree.members[1].key_source).line == 2);
}

TEST_CASE("A byte order mark is no part of the text, and places stay right") {
  const Reading reading("\xEF\xBB\xBFtitle: x\r\nb: y\r\n");
  REQUIRE(reading.tree);
  CHECK(reading.tree->members[0].key == "title");
  CHECK(reading.sources.locate(reading.tree->find("b")->source).line == 2);
  CHECK(reading.sources.locate(reading.tree->find("b")->source).column == 4);
}

TEST_CASE("Scalars are kept as typed, whatever YAML would make of them") {
  const Reading reading("a: no\nb: 13.30\nc: 0115\nd: 2020-11-25\ne: Null\nf: null\ng: ~\nh:\n");
  REQUIRE(reading.tree);
  CHECK(reading.tree->find("a")->text == "no");
  CHECK(reading.tree->find("b")->text == "13.30");
  CHECK(reading.tree->find("c")->text == "0115");
  CHECK(reading.tree->find("d")->text == "2020-11-25");
  CHECK(reading.tree->find("e")->text == "Null");
  CHECK(reading.tree->find("f")->is_absent());
  CHECK(reading.tree->find("g")->is_absent());
  CHECK(reading.tree->find("h")->is_absent());
}

TEST_CASE("A value that is not there has the place of its key") {
  const Reading reading("a:\n\n# note\nb: 1\nlist:\n  -\n\n  # note - note\n  - x\n");
  REQUIRE(reading.tree);
  CHECK(reading.place(*reading.tree->find("a")) == "1:1");
  CHECK(reading.place(reading.tree->find("list")->items[0]) == "6:3");
}

TEST_CASE("A literal block says how far it is indented") {
  const Reading reading("a:\n  b: |\n\n    one\n      two\nc: |2\n    deep\nd: >\n  x\n");
  REQUIRE(reading.tree);
  const Node& block = *reading.tree->find("a")->find("b");
  CHECK(block.text == "\none\n  two\n");
  CHECK(block.kind == NodeKind::Quoted);
  CHECK(block.layout.block);
  CHECK(block.layout.indent == 4);
  CHECK(reading.place(block) == "2:6");
  CHECK(reading.tree->find("c")->text == "  deep\n");
  CHECK(reading.tree->find("c")->layout.indent == 2);
  CHECK_FALSE(reading.tree->find("d")->layout.block);
}

TEST_CASE("An empty file is nothing, without complaint") {
  const Reading reading("# only a comment\n");
  REQUIRE(reading.tree);
  CHECK(reading.tree->is_absent());
  CHECK(reading.diagnostics.all().empty());
}

TEST_CASE("A hostile depth or size ends in one message") {
  const Reading deep(std::string(100'000, '['));
  CHECK_FALSE(deep.tree);
  REQUIRE(deep.diagnostics.all().size() == 1);
  CHECK(deep.diagnostics.all()[0].id == "nested-too-deeply");
  CHECK(deep.diagnostics.all()[0].message == "Maps and lists are nested more than 64 deep");
  const Reading large("a: " + std::string(1'000'001, 'x'));
  CHECK_FALSE(large.tree);
  REQUIRE(large.diagnostics.all().size() == 1);
  CHECK(large.diagnostics.all()[0].id == "too-large");
}

TEST_CASE("Sixty-four levels are fine") {
  const Reading reading(std::string(64, '[') + std::string(64, ']'));
  CHECK(reading.tree);
  CHECK(reading.diagnostics.all().empty());
}

TEST_CASE("Of a file with a hundred thousand mistakes, a thousand are told and the rest is said") {
  std::string twice, spaces, tags;
  for (int line = 0; line < 100'000; ++line) {
    twice += "a:\n";
    spaces += "\u00A0a:\n";
    tags += "- !a\n";
  }
  for (const std::string& text : {twice, spaces, tags}) {
    const Reading reading(text);
    CHECK_FALSE(reading.tree);
    REQUIRE(reading.diagnostics.all().size() == 1'001);
    CHECK(reading.diagnostics.all().back().id == "too-many-findings");
    CHECK(reading.sources.locate(reading.diagnostics.all().back().source).line >= 1'001);
  }
}

TEST_CASE("A file with more slips than are repaired ends in an error") {
  const Reading reading("{;: #T\n" + std::string(49, '?') + ":}");
  CHECK_FALSE(reading.tree);
  CHECK(reading.diagnostics.errors() > 0);
}

TEST_CASE("Many tabs are one finding, without a cure: nobody knows how wide they were meant") {
  const Reading reading("a:\n" + std::string(10'000, '\t') + "b: 1\n");
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].fixes.empty());
}
