#include "model/block.hpp"

#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "model/theme.hpp"

using namespace sheaf;
using namespace sheaf::model;

TEST_CASE("Every block kind has its rule, in the order of the kinds") {
  const auto& rules = block_rules();
  REQUIRE(rules.size() == static_cast<std::size_t>(BlockKind::Placed) + 1);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    CHECK(rules[i].kind == static_cast<BlockKind>(i));
  }
}

TEST_CASE("A block kind is found by the name that plugins use") {
  std::set<std::string_view> names;
  for (const BlockRule& rule : block_rules()) {
    if (rule.name.empty()) continue;
    CHECK(rule.name.ends_with("/1"));
    CHECK(names.insert(rule.name).second);
    CHECK(find_block_kind(rule.name) == rule.kind);
  }
  CHECK(names.size() == block_rules().size() - 2);
  CHECK_FALSE(find_block_kind("table/2"));
}

TEST_CASE("Text and placed values are verbs, not kinds with a name") {
  CHECK(rule_of(BlockKind::Text).name.empty());
  CHECK(rule_of(BlockKind::Placed).name.empty());
  CHECK_FALSE(find_block_kind(""));
}

TEST_CASE("A part stands only in its own group") {
  CHECK(may_hold(BlockKind::List, BlockKind::Item));
  CHECK(may_hold(BlockKind::Row, BlockKind::Cell));
  CHECK(may_hold(BlockKind::Table, BlockKind::Column));
  CHECK_FALSE(may_hold(BlockKind::Table, BlockKind::Cell));
  CHECK_FALSE(may_hold(BlockKind::List, BlockKind::Paragraph));
  CHECK_FALSE(may_hold({}, BlockKind::Item));
}

TEST_CASE("A heading stands only directly in a section") {
  CHECK(may_hold({}, BlockKind::Heading));
  CHECK_FALSE(may_hold(BlockKind::Callout, BlockKind::Heading));
  CHECK_FALSE(may_hold(BlockKind::Item, BlockKind::Heading));
}

TEST_CASE("Blocks stand in a section and in whatever holds blocks, but not in a line") {
  CHECK(may_hold({}, BlockKind::List));
  CHECK(may_hold(BlockKind::Item, BlockKind::List));
  CHECK(may_hold(BlockKind::Callout, BlockKind::Table));
  CHECK_FALSE(may_hold(BlockKind::Cell, BlockKind::Paragraph));
  CHECK_FALSE(may_hold(BlockKind::Paragraph, BlockKind::List));
  CHECK_FALSE(may_hold(BlockKind::Strong, BlockKind::Paragraph));
}

TEST_CASE("Inline content and placed values stand wherever text or blocks do") {
  for (const auto outer : {BlockKind::Paragraph, BlockKind::Cell, BlockKind::Item,
                           BlockKind::Callout, BlockKind::Link}) {
    CHECK(may_hold(outer, BlockKind::Text));
    CHECK(may_hold(outer, BlockKind::Strong));
    CHECK(may_hold(outer, BlockKind::Placed));
  }
  CHECK(may_hold({}, BlockKind::Text));
  CHECK_FALSE(may_hold(BlockKind::Table, BlockKind::Text));
  CHECK_FALSE(may_hold(BlockKind::Status, BlockKind::Text));
}

TEST_CASE("A figure holds a placed image and no text") {
  CHECK(may_hold(BlockKind::Figure, BlockKind::Placed));
  CHECK_FALSE(may_hold(BlockKind::Figure, BlockKind::Text));
}

TEST_CASE("An attribute takes only the values that its rule names") {
  const auto* style = rule_of(BlockKind::List).find_attribute("style");
  REQUIRE(style);
  CHECK(allows(*style, "bullet"));
  CHECK(allows(*style, "number"));
  CHECK_FALSE(allows(*style, "num"));
  CHECK_FALSE(allows(*style, "bullet|number"));
  CHECK_FALSE(allows(*style, ""));
  const auto* label = rule_of(BlockKind::Fact).find_attribute("label");
  REQUIRE(label);
  CHECK(label->required);
  CHECK(allows(*label, "Anything at all"));
  CHECK_FALSE(rule_of(BlockKind::Fact).find_attribute("colour"));
}

TEST_CASE("A pictogram's icon is one of the bundled ones") {
  const auto* icon = rule_of(BlockKind::Pictogram).find_attribute("icon");
  REQUIRE(icon);
  CHECK(pictogram_names().size() == 7);
  for (const auto name : pictogram_names()) CHECK(allows(*icon, name));
  CHECK_FALSE(allows(*icon, "rocket"));
}

TEST_CASE("Statuses and kinds of callout are called alike in themes and in blocks") {
  const auto* word = rule_of(BlockKind::Status).find_attribute("word");
  const auto* kind = rule_of(BlockKind::Callout).find_attribute("kind");
  REQUIRE(word);
  REQUIRE(kind);
  CHECK(word->values == fmt::format("{}", fmt::join(kStatusNames, "|")));
  CHECK(kind->values == fmt::format("{}", fmt::join(kCalloutNames, "|")));
}

TEST_CASE("Sections are dumped as trees") {
  Block text, placed, item, list;
  text.kind = BlockKind::Text;
  text.text = "Two\n\"lines\"";
  placed.kind = BlockKind::Placed;
  placed.value = text_value("as typed", {});
  item.kind = BlockKind::Item;
  item.children = {text, placed};
  list.kind = BlockKind::List;
  list.attributes = {{"style", "number"}};
  list.children = {item};
  Section section;
  section.id = "staff";
  section.plugin = "prose";
  section.owner = "HR";
  section.title = "Staff";
  section.blocks = {list};
  CHECK(dump({section}) ==
        "section staff plugin=prose owner=\"HR\" title=\"Staff\"\n"
        "  list/1 style=\"number\"\n"
        "    item/1\n"
        "      \"Two\\n\\\"lines\\\"\"\n"
        "      placed text \"as typed\"\n");
}
