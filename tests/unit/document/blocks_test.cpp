#include "document/blocks.hpp"

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ValueKind;

namespace {

Block item(std::string words) { return block(BlockKind::Item, std::move(words)); }

Block table(Attributes attributes, std::vector<std::string> columns,
            std::vector<std::vector<std::string>> rows) {
  Block table = block(BlockKind::Table, std::move(attributes));
  for (const auto& column : columns) table.children.push_back(block(BlockKind::Column, column));
  for (const auto& cells : rows) {
    Block row = block(BlockKind::Row);
    for (const auto& cell : cells) row.children.push_back(block(BlockKind::Cell, cell));
    table.children.push_back(row);
  }
  return table;
}

}  // namespace

TEST_CASE("Inline content between blocks becomes a paragraph of its own") {
  CHECK(tree_of({text("one "), block(BlockKind::Strong, "two"),
                 block(BlockKind::Paragraph, "three"), text("four")}) ==
        "    paragraph role=body\n"
        "      \"one \"\n"
        "      \"two\" strong\n"
        "    paragraph role=body \"three\"\n"
        "    paragraph role=body \"four\"\n");
}

TEST_CASE("A paragraph may lead a section in, or sign it off") {
  CHECK(tree_of({block(BlockKind::Paragraph, {{"role", "lead"}}, {text("a")}),
                 block(BlockKind::Paragraph, {{"role", "sign-off"}}, {text("b")})}) ==
        "    paragraph role=lead \"a\"\n"
        "    paragraph role=sign-off \"b\"\n");
}

TEST_CASE("List items have a bullet, and a nested list lies in its item's body") {
  const Block nested = block(BlockKind::List, {}, {item("inner")});
  CHECK(tree_of(
            {block(BlockKind::List, {}, {block(BlockKind::Item, {}, {text("outer"), nested})})}) ==
        "    list\n"
        "      item\n"
        "        label role=list.label \"•\"\n"
        "        body\n"
        "          paragraph role=body \"outer\"\n"
        "          list\n"
        "            item\n"
        "              label role=list.label \"•\"\n"
        "              body\n"
        "                paragraph role=body \"inner\"\n");
}

TEST_CASE("Numbers of a list pass over empty items") {
  CHECK(tree_of({block(BlockKind::List, {{"style", "number"}},
                       {item("one"), item(" "), item("two")})}) ==
        "    list ordered\n"
        "      item\n"
        "        label role=list.label \"1.\"\n"
        "        body\n"
        "          paragraph role=body \"one\"\n"
        "      item\n"
        "        label role=list.label \"2.\"\n"
        "        body\n"
        "          paragraph role=body \"two\"\n");
}

TEST_CASE("A list without items is left out") {
  CHECK(tree_of({block(BlockKind::List, {}, {item("")}), text("after")}) ==
        "    paragraph role=body \"after\"\n");
}

TEST_CASE("A table has a caption, headed columns and, when asked, headed rows") {
  CHECK(tree_of({table({{"caption", "Services"}, {"row-headers", "yes"}}, {"Service", "Closes"},
                       {{"Pool", "Monday"}})}) ==
        "    table start start\n"
        "      caption role=table.caption \"Services\"\n"
        "      table-head\n"
        "        row\n"
        "          header-cell scope=column\n"
        "            paragraph role=table.head \"Service\"\n"
        "          header-cell scope=column\n"
        "            paragraph role=table.head \"Closes\"\n"
        "      table-body\n"
        "        row\n"
        "          header-cell scope=row\n"
        "            paragraph role=table.cell \"Pool\"\n"
        "          cell\n"
        "            paragraph role=table.cell \"Monday\"\n");
}

TEST_CASE("Columns are aligned as the plugin says") {
  Block aligned = table({}, {"a", "b"}, {{"1", "2"}});
  aligned.children[0].attributes = {{"align", "end"}};
  aligned.children[1].attributes = {{"align", "centre"}};
  CHECK(tree_of({aligned}).starts_with("    table end centre\n"));
}

TEST_CASE("A row of another length is an error, and the table stays rectangular") {
  const std::string tree = tree_of({table({}, {"a", "b"}, {{"1"}, {"1", "2", "3"}})});
  CHECK(tree.find("error table-ragged: This row has 1 cell, but the table has 2 columns") !=
        std::string::npos);
  CHECK(tree.find("error table-ragged: This row has 3 cells, but the table has 2 columns") !=
        std::string::npos);
  CHECK(tree.find("        row\n          cell\n            paragraph role=table.cell \"1\"\n"
                  "          cell\n        row\n") != std::string::npos);
  CHECK(tree.find("\"3\"") == std::string::npos);
}

TEST_CASE("An empty cell is a warning, an empty column heading an error") {
  const std::string tree = tree_of({table({}, {"a", ""}, {{"1", " "}})});
  CHECK(tree.find("warning table-empty-cell") != std::string::npos);
  CHECK(tree.find("error table-empty-header") != std::string::npos);
}

TEST_CASE("In a column of numbers, amounts or dates an empty cell is left as it is") {
  const auto kinds = {model::ValueKind::Whole, model::ValueKind::Decimal, model::ValueKind::Money,
                      model::ValueKind::Date, model::ValueKind::YesNo};
  for (const auto kind : kinds) {
    Block figures = table({}, {"a", "b"}, {{"x", ""}, {"y", ""}});
    Block& cell = figures.children.back().children.back();
    cell.children = {Block()};
    cell.children[0].kind = model::BlockKind::Placed;
    cell.children[0].value = model::text_value("12", {});
    cell.children[0].value.kind = kind;
    const std::string tree = tree_of({figures});
    CHECK(tree.find("advice table-empty-cell") != std::string::npos);
    CHECK(tree.find("warning table-empty-cell") == std::string::npos);
  }
}

TEST_CASE("A table without rows is left out with a warning, without columns with an error") {
  CHECK(tree_of({table({{"caption", "c"}}, {"a"}, {})}) ==
        "report.yaml:1:1 warning table-no-rows: This table has no rows, so it is left out\n");
  CHECK(tree_of({table({}, {}, {{"1"}})}) ==
        "report.yaml:1:1 error table-header: This table has no column headings\n");
}

TEST_CASE("The status of a cell is printed, before what else it says") {
  Block states = table({}, {"Action", "State"}, {{"Hire", ""}, {"Train", "two left"}});
  states.children[2].children[1] = block(BlockKind::Cell, {{"status", "at-risk"}});
  states.children[3].children[1].attributes = {{"status", "delayed"}};
  const std::string tree = tree_of({states});
  CHECK(tree.find("              \"At risk\" status=at-risk\n        row\n") != std::string::npos);
  CHECK(tree.find("              \"Delayed\" status=delayed\n"
                  "              \": two left\"\n") != std::string::npos);
}

TEST_CASE("Facts are labels with what they say") {
  CHECK(tree_of({block(BlockKind::Facts, {},
                       {block(BlockKind::Fact, {{"label", "Ward"}}, {text("All")})})}) ==
        "    facts\n"
        "      fact\n"
        "        label role=fact.label \"Ward\"\n"
        "        body\n"
        "          paragraph role=fact.value \"All\"\n");
}

TEST_CASE("A fact that says nothing is left out with a warning") {
  CHECK(tree_of({block(BlockKind::Facts, {}, {block(BlockKind::Fact, {{"label", "Ward"}})})}) ==
        "report.yaml:1:1 warning nothing-to-say: There is nothing to print for \"Ward\"\n");
}

TEST_CASE("A metric's value reads as a phrase, with its trend in words") {
  const auto metric = [](Attributes attributes, std::string words) {
    attributes.insert(attributes.begin(), {"label", "L"});
    const auto tree = tree_of({block(
        BlockKind::Metrics, {}, {block(BlockKind::Metric, std::move(attributes), {text(words)})})});
    return tree.substr(tree.find("          "));
  };
  CHECK(metric({{"qualifier", "more than"}, {"unit", "books"}}, "250,000") ==
        "          paragraph role=metric.value \"more than 250,000 books\"\n");
  CHECK(metric({{"of", "20"}, {"unit", "wards"}}, "ten") ==
        "          paragraph role=metric.value \"ten of 20 wards\"\n");
  CHECK(metric({{"of", "300000"}}, "5,600") ==
        "          paragraph role=metric.value \"5,600 of 300,000\"\n");
  CHECK(metric({{"of", "all"}}, "5") == "          paragraph role=metric.value \"5 of all\"\n");
  CHECK(metric({{"unit", "%"}, {"trend", "down"}}, "37") ==
        "          paragraph role=metric.value \"37%\"\n"
        "          paragraph role=metric.note \"Trend: falling\"\n");
  CHECK(metric({{"trend", "up"}, {"note", "from 1,100 in September"}}, "1,200") ==
        "          paragraph role=metric.value \"1,200\"\n"
        "          paragraph role=metric.note \"Up from 1,100 in September\"\n");
  CHECK(metric({{"trend", "level"}, {"note", "September: 40"}}, "40") ==
        "          paragraph role=metric.value \"40\"\n"
        "          paragraph role=metric.note \"Trend: level. September: 40\"\n");
  CHECK(metric({{"note", "in five weeks"}}, "40") ==
        "          paragraph role=metric.value \"40\"\n"
        "          paragraph role=metric.note \"in five weeks\"\n");
}

TEST_CASE("A metric without a value is left out with a warning") {
  CHECK(tree_of({block(BlockKind::Metrics, {},
                       {block(BlockKind::Metric, {{"label", "Books"}, {"unit", "books"}})})}) ==
        "report.yaml:1:1 warning nothing-to-say: There is nothing to print for \"Books\"\n");
}

TEST_CASE("A callout has a title and blocks, and a warning says that it is one") {
  CHECK(tree_of(
            {block(BlockKind::Callout, {{"kind", "advice"}, {"title", "Next"}}, {text("Call us")}),
             block(BlockKind::Callout, {{"kind", "warning"}}, {text("Stop")})}) ==
        "    callout advice\n"
        "      paragraph role=callout.title \"Next\"\n"
        "      paragraph role=callout.body \"Call us\"\n"
        "    callout warning\n"
        "      paragraph role=callout.title \"Warning\"\n"
        "      paragraph role=callout.body \"Stop\"\n");
}

TEST_CASE("Text in a callout's list is the callout's") {
  CHECK(tree_of({block(BlockKind::Callout, {}, {block(BlockKind::List, {}, {item("one")})})})
            .find("paragraph role=callout.body \"one\"") != std::string::npos);
}

TEST_CASE("A quotation names its source") {
  CHECK(tree_of({block(BlockKind::Quote, {{"by", "A. Reader"}, {"post", "Library user"}},
                       {text("Lovely")})}) ==
        "    quote\n"
        "      paragraph role=quote.text \"Lovely\"\n"
        "      paragraph role=quote.source \"A. Reader, Library user\"\n");
  CHECK(tree_of({block(BlockKind::Quote, {{"by", "A. Reader"}}, {text("Lovely")})})
            .find("\"A. Reader\"") != std::string::npos);
}

TEST_CASE("A quotation or callout that says nothing is left out") {
  CHECK(tree_of({block(BlockKind::Quote, {{"by", "A. Reader"}}),
                 block(BlockKind::Callout, {{"title", "Note"}})}) ==
        "report.yaml:1:1 warning nothing-to-say: There is nothing to print for \"A. Reader\"\n"
        "report.yaml:1:1 warning nothing-to-say: There is nothing to print for \"Note\"\n");
}

TEST_CASE("A pictogram has its icon, a label when there is one, and its advice") {
  CHECK(tree_of({block(BlockKind::Pictograms, {},
                       {block(BlockKind::Pictogram, {{"icon", "hands"}, {"label", "Hands"}},
                              {text("Wash them")}),
                        block(BlockKind::Pictogram, {{"icon", "test"}}, {text("Get a test")})})}) ==
        "    pictograms\n"
        "      pictogram icon=hands\n"
        "        label role=pictogram.label \"Hands\"\n"
        "        body\n"
        "          paragraph role=pictogram.text \"Wash them\"\n"
        "      pictogram icon=test\n"
        "        body\n"
        "          paragraph role=pictogram.text \"Get a test\"\n");
}

TEST_CASE("Recommendations are a numbered list, each with its verb first") {
  CHECK(tree_of({block(BlockKind::Recommendations, {},
                       {block(BlockKind::Recommendation, {{"verb", "note"}}, {text("the plan")}),
                        block(BlockKind::Recommendation, "Agree it")})}) ==
        "    paragraph role=body \"The board is asked to:\"\n"
        "    list ordered\n"
        "      item\n"
        "        label role=list.label \"1.\"\n"
        "        body\n"
        "          paragraph role=body\n"
        "            \"note\" strong\n"
        "            \" the plan\"\n"
        "      item\n"
        "        label role=list.label \"2.\"\n"
        "        body\n"
        "          paragraph role=body \"Agree it\"\n");
}

TEST_CASE("No recommendations need no lead-in") {
  CHECK(tree_of({block(BlockKind::Recommendations, {{"lead", "Do:"}}, {})}) == "");
}

TEST_CASE("A heading inside a box is an error") {
  CHECK(tree_of({block(BlockKind::Callout, {}, {block(BlockKind::Heading, "Inside")})})
            .find("error heading-nested") != std::string::npos);
}
