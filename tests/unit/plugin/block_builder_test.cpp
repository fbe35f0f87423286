#include "plugin/block_builder.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using model::BlockKind;
using plugin::BlockBuilder;
using plugin::BlockLimits;

namespace {

plugin::Manifest everything() { return {}; }

std::string breach(const BlockBuilder::Verdict& verdict) {
  return verdict ? verdict->id + ": " + verdict->message : "";
}

model::Value value(model::ValueKind kind) {
  model::Value value;
  value.kind = kind;
  value.source = SourceId{7};
  return value;
}

struct World {
  plugin::Manifest manifest = everything();
  BlockBuilder out{manifest, SourceId{1}};

  void open(std::initializer_list<BlockKind> kinds) {
    for (const BlockKind kind : kinds) REQUIRE_FALSE(out.open(kind, {}));
  }
  std::string open(BlockKind kind) { return breach(out.open(kind, {})); }
  void close(int times = 1) {
    for (int i = 0; i < times; ++i) REQUIRE_FALSE(out.close());
  }
};

}  // namespace

TEST_CASE("Blocks come out nested as they were written, each with its place") {
  World world;
  CHECK_FALSE(world.out.open(BlockKind::Paragraph, SourceId{5}));
  CHECK_FALSE(world.out.text("Hello "));
  CHECK_FALSE(world.out.place(value(model::ValueKind::Date)));
  world.open({BlockKind::Strong});
  world.close(2);
  CHECK_FALSE(world.out.finish());
  const auto blocks = world.out.take();
  REQUIRE(blocks.size() == 1);
  REQUIRE(blocks[0].children.size() == 3);
  CHECK(blocks[0].source == SourceId{5});
  CHECK(blocks[0].children[0].source == SourceId{5});
  CHECK(blocks[0].children[1].source == SourceId{7});
  CHECK(blocks[0].children[2].source == SourceId{5});
}

TEST_CASE("A part stands only in its group") {
  CHECK(World().open(BlockKind::Item) == "misplaced-block: put an item directly into the section");
  World world;
  world.open({BlockKind::List});
  CHECK(world.open(BlockKind::Row) == "misplaced-block: put a row into a list");
}

TEST_CASE("A heading stands in the section alone, blocks stand in bodies") {
  World world;
  world.open({BlockKind::Callout});
  world.open({BlockKind::Table});
  CHECK(world.open(BlockKind::Heading) == "misplaced-block: put a heading into a table");
  World other;
  other.open({BlockKind::Callout});
  CHECK(other.open(BlockKind::Heading) == "misplaced-block: put a heading into a callout");
}

TEST_CASE("Placed values stand where they can be shown") {
  World world;
  CHECK_FALSE(world.out.place(value(model::ValueKind::Markdown)));
  CHECK_FALSE(world.out.place(value(model::ValueKind::Image)));
  world.open({BlockKind::Paragraph});
  CHECK(breach(world.out.place(value(model::ValueKind::Markdown))) ==
        "misplaced-block: put Markdown text into a paragraph");
  CHECK(breach(world.out.place(value(model::ValueKind::Image))) ==
        "misplaced-block: put an image into a paragraph");
  CHECK(breach(world.out.place(value(model::ValueKind::List))) ==
        "misplaced-block: put a whole list of values into a paragraph");
  CHECK(breach(world.out.place({})) ==
        "misplaced-block: put a value that is not there into a paragraph");
  World figure;
  figure.open({BlockKind::Figure});
  CHECK(breach(figure.out.place(value(model::ValueKind::Text))) ==
        "misplaced-block: put a value into a figure");
  CHECK_FALSE(figure.out.place(value(model::ValueKind::Image)));
  CHECK_FALSE(figure.out.place(value(model::ValueKind::Image)));
  CHECK(breach(figure.out.close()) == "misplaced-block: put more than one image into a figure");
}

TEST_CASE("What a section worked out is placed as a value of its kind, or refused") {
  const auto written = [](std::string_view as, std::string_view value) {
    World world;
    world.open({BlockKind::Paragraph, BlockKind::Computed});
    CHECK_FALSE(world.out.attribute("value", value));
    CHECK_FALSE(world.out.attribute("as", as));
    if (const auto refused = world.out.close()) return breach(refused);
    world.close();
    return dump(world.out.take()[0].children.at(0).value);
  };
  CHECK(written("number", "1316") == "decimal 1316\n");
  CHECK(written("number", "-0.0") == "decimal 0.0\n");
  CHECK(written("money", "12.50") == "money 12.50\n");
  CHECK(written("date", "2020-02") == "date 2020-02\n");
  CHECK(written("number", "many") == "bad-attribute: wrote \"many\" as a number, which it is not");
  CHECK(written("money", "1.234") ==
        "bad-attribute: wrote \"1.234\" as an amount of money, which it is not");
  CHECK(written("date", "2020-13") ==
        "bad-attribute: wrote \"2020-13\" as a date, which it is not");
}

TEST_CASE("Attributes come directly after their block, with values that are allowed") {
  World world;
  world.open({BlockKind::Heading});
  CHECK_FALSE(world.out.attribute("level", "2"));
  CHECK_FALSE(world.out.attribute("of-a-later-revision", "x"));
  CHECK(breach(world.out.attribute("level", "9")) ==
        "bad-attribute: gave a heading the `level` \"9\", which is none of 1|2|3|4");
  CHECK_FALSE(world.out.text("x"));
  CHECK(breach(world.out.attribute("level", "2")) ==
        "bad-attribute: gave an attribute that does not come directly after its block");
}

TEST_CASE("A required attribute is missed at the first content, and at the end") {
  World world;
  world.open({BlockKind::Facts, BlockKind::Fact});
  const auto missing = world.out.text("x");
  CHECK(breach(missing) == "bad-attribute: wrote a fact without its `label`");
  CHECK_THAT(missing->help, Catch::StartsWith("Fill in the text that it comes from"));
  World other;
  other.open({BlockKind::Facts, BlockKind::Fact});
  CHECK(breach(other.out.close()) == "bad-attribute: wrote a fact without its `label`");
}

TEST_CASE("Text is UTF-8 without control characters, in texts and in attributes") {
  const std::string bad = GENERATE("caf\xE9", "\xC0\x80", "\xED\xA0\x80", "bell\a", "\x7F");
  World world;
  world.open({BlockKind::Quote});
  CHECK(breach(world.out.attribute("by", bad)) ==
        "invalid-text: gave a quote a `by` that is no readable text");
  CHECK(breach(world.out.text(bad)).starts_with("invalid-text: wrote text that is not valid"));
}

TEST_CASE("A table is a rectangle below its heads") {
  World world;
  world.open({BlockKind::Table, BlockKind::Column});
  world.close();
  world.open({BlockKind::Row, BlockKind::Cell});
  world.close();
  world.open({BlockKind::Cell});
  world.close(2);
  CHECK(breach(world.out.close()) ==
        "misplaced-block: wrote a row of 2 cells in a table of 1 columns");
  World late;
  late.open({BlockKind::Table, BlockKind::Column});
  late.close();
  late.open({BlockKind::Row, BlockKind::Cell});
  late.close(2);
  late.open({BlockKind::Column});
  late.close();
  CHECK(breach(late.out.close()) == "misplaced-block: put a column after the rows of its table");
}

TEST_CASE("A group without parts leaves no trace") {
  World world;
  world.open({BlockKind::List});
  world.close();
  world.open({BlockKind::Facts});
  world.close();
  CHECK(world.out.take().empty());
}

TEST_CASE("A kind that the manifest does not declare is refused, its parts and inline kinds not") {
  World world;
  world.manifest.blocks = {"list/1"};
  world.open({BlockKind::List, BlockKind::Item, BlockKind::Strong});
  world.close();
  CHECK(world.open(BlockKind::Paragraph) ==
        "undeclared-block: wrote a paragraph, which its manifest does not declare");
}

TEST_CASE("Attributes and placed values count towards the length of a section") {
  const auto manifest = everything();
  BlockBuilder attributes(manifest, {}, {.text = 4});
  CHECK_FALSE(attributes.open(BlockKind::Quote, {}));
  CHECK_FALSE(attributes.attribute("by", "123"));
  CHECK(breach(attributes.attribute("post", "45")) == "too-much: wrote more than 4 bytes of text");
  BlockBuilder twice(manifest, {});
  CHECK_FALSE(twice.open(BlockKind::Quote, {}));
  CHECK_FALSE(twice.attribute("by", "1"));
  CHECK(breach(twice.attribute("by", "2")) == "bad-attribute: gave a quote the `by` twice");
  model::Value text = value(model::ValueKind::Text);
  text.text = "123";
  BlockBuilder placed(manifest, {}, {.text = 4});
  CHECK_FALSE(placed.place(text));
  CHECK(breach(placed.place(text)) == "too-much: wrote more than 4 bytes of text");
}

TEST_CASE("Depth, number and length have their limits") {
  const auto manifest = everything();
  BlockBuilder deep(manifest, {}, {.depth = 2});
  CHECK_FALSE(deep.open(BlockKind::Callout, {}));
  CHECK_FALSE(deep.open(BlockKind::Callout, {}));
  CHECK(breach(deep.open(BlockKind::Callout, {})) ==
        "too-much: put blocks into each other more than 2 deep");
  BlockBuilder many(manifest, {}, {.blocks = 2});
  CHECK_FALSE(many.text("a"));
  CHECK_FALSE(many.place(value(model::ValueKind::Text)));
  CHECK(breach(many.text("b")) == "too-much: wrote more than 2 blocks");
  BlockBuilder lengthy(manifest, {}, {.text = 4});
  CHECK_FALSE(lengthy.text("1234"));
  CHECK(breach(lengthy.text("5")) == "too-much: wrote more than 4 bytes of text");
  BlockBuilder attributed(manifest, {}, {.attribute = 4});
  CHECK_FALSE(attributed.open(BlockKind::Quote, {}));
  CHECK(breach(attributed.attribute("by", "12345")) ==
        "too-much: gave a quote a `by` of more than 4 bytes");
  CHECK(breach(attributed.attribute("by", "\xFF")).starts_with("invalid-text"));
}
