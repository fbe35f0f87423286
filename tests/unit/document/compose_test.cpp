#include "document/compose.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "composing.hpp"
#include "support/findings.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ValueKind;

namespace {

Block heading(int level, std::string words) {
  return block(BlockKind::Heading, {{"level", std::to_string(level)}}, {text(std::move(words))});
}

Block linked(std::string to, std::string words) {
  return block(BlockKind::Paragraph, {},
               {block(BlockKind::Link, {{"to", std::move(to)}}, {text(std::move(words))})});
}

std::vector<int> levels(const model::Document& document) {
  std::vector<int> levels;
  for (const auto& element : document.elements) {
    if (element.kind == model::ElementKind::Heading) levels.push_back(element.level);
  }
  return levels;
}

}  // namespace

TEST_CASE("The report's title is the first heading, with the subtitle below it") {
  Composing report;
  report.report.subtitle = "For the board";
  CHECK(dump(report.compose()) ==
        "title \"Report\"\n"
        "subtitle \"For the board\"\n"
        "language en-GB\n"
        "status final\n"
        "document\n"
        "  heading role=title level=1 anchor=report \"Report\"\n"
        "  paragraph role=subtitle \"For the board\"\n");
}

TEST_CASE("A section has its title, then its blocks") {
  Composing report;
  report.section("staff", "Our staff", {block(BlockKind::Paragraph, "We are 40")});
  CHECK(report.tree() ==
        "  section\n"
        "    heading role=heading.2 level=2 anchor=staff \"Our staff\"\n"
        "    paragraph role=body \"We are 40\"\n");
}

TEST_CASE("A section without a title and without blocks leaves nothing behind") {
  Composing report;
  report.section("empty", "", {block(BlockKind::Paragraph, " \n ")});
  CHECK(report.tree() == "");
  CHECK(report.compose().elements.size() == 2);
}

TEST_CASE("A plugin's headings count from its section's title") {
  Composing report;
  report.section("a", "A",
                 {heading(1, "one"), heading(2, "two"), heading(1, "three"), text("Text")});
  report.section("b", "", {heading(1, "four"), heading(2, "five")});
  CHECK(levels(report.compose()) == std::vector{1, 2, 3, 4, 3, 2, 3});
  CHECK(report.findings().empty());
}

TEST_CASE("A heading that skips a level is an error, once") {
  Composing report;
  Block skipping = heading(3, "too deep");
  skipping.source = report.report.source + 7;
  report.section("a", "A", {skipping, heading(3, "beside it")});
  report.compose();
  CHECK(report.findings() ==
        std::vector<std::string>{"report.yaml:1:8 error heading-skip: This heading skips a level: "
                                 "it is at level 5, below a heading at level 2"});
}

TEST_CASE("Four levels of headings fit below a section's title") {
  Composing report;
  report.section(
      "a", "A", {heading(1, "1"), heading(2, "2"), heading(3, "3"), heading(4, "4"), text("Text")});
  CHECK(levels(report.compose()) == std::vector{1, 2, 3, 4, 5, 6});
  CHECK(report.findings().empty());
}

TEST_CASE("An empty heading is an error") {
  Composing report;
  report.section("a", "A", {heading(1, " ")});
  CHECK(levels(report.compose()) == std::vector{1, 2});
  CHECK(report.findings() ==
        std::vector<std::string>{"report.yaml:1:1 error heading-empty: This heading has no text"});
}

TEST_CASE("Anchors are made of words, are unique, and leave sections their ids") {
  Composing report;
  report.section("visits", "Visiting", {heading(1, "Visits"), heading(1, "Visits, visits!")});
  report.section("more", "Report", {heading(1, "Children’s & adults' homes"), heading(1, "؟")});
  const auto document = report.compose();
  std::vector<std::string> anchors;
  for (const auto& element : document.elements) {
    if (!element.anchor.empty()) anchors.push_back(element.anchor);
  }
  CHECK(anchors == std::vector<std::string>{"report", "visits", "visits-2", "visits-visits", "more",
                                            "childrens-adults-homes", "heading"});
}

TEST_CASE("A link inside the report leads to a heading that exists") {
  Composing report;
  report.section("a", "A", {linked("#care-homes", "homes"), linked("#b", "later")});
  report.section("b", "B", {heading(1, "Care homes"), text("Text")});
  report.compose();
  CHECK(report.findings().empty());
}

TEST_CASE("A link to a heading that does not exist is an error with the nearest one") {
  Composing report;
  report.section("homes", "A", {linked("#hoems", "homes")}).owner = "Adults";
  report.compose();
  REQUIRE(report.findings() ==
          std::vector<std::string>{"report.yaml:1:1 error link-anchor: No heading has the id "
                                   "\"hoems\" that this link leads to"});
  CHECK(report.diagnostics.all()[0].help == "Did you mean \"#homes\"?");
  CHECK(sheaf::test::names_of(report.diagnostics.all()[0].context) == "homes, prose, Adults");
}

TEST_CASE("A link to a section that its condition leaves out is told so") {
  Composing report;
  report.report.left_out = {"homes"};
  report.section("visits", "A", {linked("#homes", "homes")});
  report.compose();
  CHECK(report.findings() ==
        std::vector<std::string>{"report.yaml:1:1 error link-anchor: This link leads to the "
                                 "section \"homes\", which its `when` leaves out"});
}

TEST_CASE("A link to a section that is left out for its mistake is not reported as well") {
  Composing report;
  {
    const SectionScope scope(report.diagnostics, {"homes", "prose", ""});
    report.diagnostics.error("wrong-type", {}, "A mistake");
  }
  report.section("visits", "A", {linked("#homes", "homes")});
  report.compose();
  CHECK(report.diagnostics.errors() == 1);
}

TEST_CASE("A section without a printed title cannot be linked to") {
  Composing report;
  report.section("quiet", "", {linked("#quiet", "there")});
  report.compose();
  CHECK(report.diagnostics.errors() == 1);
}

TEST_CASE("Findings name the section they are in") {
  Composing report;
  report.section("a", "A", {heading(1, "")}).owner = "Housing";
  report.compose();
  REQUIRE(report.diagnostics.all().size() == 1);
  CHECK(sheaf::test::names_of(report.diagnostics.all()[0].context) == "a, prose, Housing");
}

TEST_CASE("What a PDF cannot hold in one piece is refused where it was typed") {
  const std::string most(16'000, 'x'), more(16'001, 'x'), pairs = [] {
    std::string text;
    for (int i = 0; i < 8'001; ++i) text += "\U0001F600";
    return text;
  }();
  const auto refused = [](const std::string& words) {
    Composing report;
    report.report.title = report.report.subtitle = words;
    report.section("a", words,
                   {linked("https://example.org/" + words.substr(0, words.size() - 20), words),
                    block(BlockKind::Paragraph, {},
                          {block(BlockKind::Abbreviation, {{"expansion", words}}, {text("X")})})});
    report.compose();
    return report.findings();
  };
  CHECK(refused(most) == std::vector<std::string>{});
  CHECK(refused(pairs).size() == 6);
  const std::string end = " is longer than the 16,000 characters that a PDF takes for one";
  CHECK(refused(more) == std::vector<std::string>{
                             "report.yaml:1:1 error too-long-for-pdf: This subtitle" + end,
                             "report.yaml:1:1 error too-long-for-pdf: This title" + end,
                             "report.yaml:1:1 error too-long-for-pdf: This heading" + end,
                             "report.yaml:1:1 error too-long-for-pdf: This link's text" + end,
                             "report.yaml:1:1 error too-long-for-pdf: This link's address" + end,
                             "report.yaml:1:1 error too-long-for-pdf: This expansion" + end});
}

TEST_CASE("A section with a title and nothing below it is warned of, unless its mistake was told") {
  Composing report;
  report.section("a", "A", {});
  report.section("b", "B", {heading(1, "C")});
  report.section("d", "", {});
  report.section("e", "E", {block(BlockKind::Paragraph, "Text")});
  report.section("f", "F", {heading(1, "")});  // an error of its own
  report.compose();
  std::vector<std::string> warned;
  for (const Diagnostic& one : report.diagnostics.all()) {
    if (one.id == "empty-section") warned.push_back(one.context.section);
  }
  CHECK(warned == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Many headings of one name get their ids without trying each number anew") {
  Composing report;
  Blocks headings;
  for (int i = 0; i < 8'000; ++i) headings.push_back(heading(1, "a"));
  headings.push_back(block(BlockKind::Paragraph, "Text"));
  report.section("s", "", std::move(headings));
  const auto document = report.compose();
  std::set<std::string> ids;
  for (const auto& element : document.elements) {
    if (!element.anchor.empty()) ids.insert(element.anchor);
  }
  CHECK(ids.size() == 8'001);
  CHECK(ids.contains("a-8000"));
}

TEST_CASE("The author is the first of the people, else the board") {
  Composing report;
  report.report.meeting =
      record(ValueKind::Record,
             {{"board", value(ValueKind::Text, "Health Board")}, {"date", date(2020, 11, 25)}});
  auto document = report.compose();
  CHECK(document.author == "Health Board");
  CHECK(document.board == "Health Board");
  CHECK(document.date_text == "25 November 2020");
  CHECK(document.date == model::PartialDate{2020, 11, 25});
  report.report.people = record(
      ValueKind::Record,
      {{"director", record(ValueKind::Person, {{"name", value(ValueKind::Text, "Director")}})}});
  CHECK(report.compose().author == "Director");
}

TEST_CASE("Assets and the status go from the report into the document") {
  Composing report;
  report.report.status = model::Status::Draft;
  report.report.assets.push_back({"/a.png", "bytes", {}});
  const auto document = report.compose();
  CHECK(document.status == model::Status::Draft);
  REQUIRE(document.assets.size() == 1);
  CHECK(document.assets[0].bytes == "bytes");
}
