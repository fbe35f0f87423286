#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Value;
using model::ValueKind;

namespace {

std::string line_of(Value placed_value) {
  const std::string tree =
      tree_of({block(BlockKind::Paragraph, {}, {placed(std::move(placed_value))})});
  const std::string_view begin = "    paragraph role=body ";
  return tree.starts_with(begin) ? tree.substr(begin.size(), tree.size() - begin.size() - 1) : tree;
}

Value whole(std::int64_t number) {
  Value value;
  value.kind = ValueKind::Whole;
  value.whole = number;
  return value;
}

Value yes_no(bool yes) {
  Value value;
  value.kind = ValueKind::YesNo;
  value.whole = yes;
  return value;
}

Value list(std::vector<Value> items) {
  Value value;
  value.kind = ValueKind::List;
  value.items = std::move(items);
  return value;
}

Value words(std::string text) { return value(ValueKind::Text, std::move(text)); }

Value image(std::vector<model::NamedValue> members) {
  Value value = record(ValueKind::Image, std::move(members));
  value.asset = 0;
  return value;
}

}  // namespace

TEST_CASE("Placed dates, numbers and money are printed in house style") {
  CHECK(line_of(date(2020, 11, 25)) == "\"25 November 2020\"");
  CHECK(line_of(date(2020, 2)) == "\"February 2020\"");
  CHECK(line_of(whole(250000)) == "\"250,000\"");
  CHECK(line_of(value(ValueKind::Decimal, "1234.5")) == "\"1,234.5\"");
  CHECK(line_of(value(ValueKind::Money, "1250.50")) == "\"£1,250.50\"");
  CHECK(line_of(yes_no(true)) == "\"Yes\"");
  CHECK(line_of(yes_no(false)) == "\"No\"");
}

TEST_CASE("A placed timing is a date or its words") {
  CHECK(line_of(date(2020, 12, 0, ValueKind::Timing)) == "\"December 2020\"");
  CHECK(line_of(value(ValueKind::Timing, "imminently")) == "\"imminently\"");
}

TEST_CASE("A placed person is a name with a post, if there is one") {
  CHECK(line_of(record(ValueKind::Person, {{"name", words("A. Name")},
                                           {"post", words("Chair")}})) == "\"A. Name, Chair\"");
  CHECK(line_of(record(ValueKind::Person, {{"name", words("A. Name")}})) == "\"A. Name\"");
}

TEST_CASE("A placed link is a link") {
  CHECK(tree_of({placed(record(ValueKind::Link, {{"text", words("The plan")},
                                                 {"to", words("https://x.uk/plan")}}))}) ==
        "    paragraph role=body\n"
        "      \"The plan\" in link to=\"https://x.uk/plan\"\n");
}

TEST_CASE("A placed list is a list among blocks, and a phrase in a line") {
  const Value three = list({words("a"), date(2020), words("c")});
  CHECK(tree_of({placed(list({words("a")}))}) ==
        "    list\n"
        "      item\n"
        "        label role=list.label \"•\"\n"
        "        body\n"
        "          paragraph role=body \"a\"\n");
  CHECK(line_of(three) == "\"a, 2020 and c\"");
  CHECK(line_of(list({words("a"), words("b")})) == "\"a and b\"");
  CHECK(line_of(list({words("a")})) == "\"a\"");
}

TEST_CASE("An absent value is nothing") {
  CHECK(tree_of({placed({}), block(BlockKind::Paragraph, {}, {placed({})})}) == "");
}

TEST_CASE("A value stands at the place it was typed") {
  Composing composing;
  const SourceId typed = composing.sources.add("with.yaml", "name: Ann\n") + 6;
  composing.section("a", "", {placed(value(ValueKind::Text, "Ann", typed))});
  const auto document = composing.compose();
  CHECK(document.elements.back().source == typed);
  CHECK(document.elements.back().runs.at(0).source == typed);
}

TEST_CASE("A block without a place stands at its section's") {
  Composing composing;
  composing.section("a", "", {block(BlockKind::Paragraph, "x")}).source =
      composing.report.source + 3;
  CHECK(composing.compose().elements.back().source == composing.report.source + 3);
}

TEST_CASE("A placed image is a figure with its alt text and caption") {
  CHECK(tree_of(
            {block(BlockKind::Figure, {},
                   {placed(image({{"alt", words("A library")}, {"caption", words("Ours")}}))})}) ==
        "    figure asset=0 alt=\"A library\"\n"
        "      caption role=caption \"Ours\"\n");
}

TEST_CASE("An image is decorative or has alt text") {
  CHECK(tree_of({placed(image({{"decorative", yes_no(true)}}))}) ==
        "    figure decorative asset=0\n");
  CHECK(tree_of({placed(image({}))}).find("error alt-missing") != std::string::npos);
}

TEST_CASE("An image or a map cannot stand in a line") {
  CHECK(line_of(image({})).find("error not-in-line: An image cannot") != std::string::npos);
  CHECK(line_of(record(ValueKind::Record, {})).find("error not-in-line: A map") !=
        std::string::npos);
}
