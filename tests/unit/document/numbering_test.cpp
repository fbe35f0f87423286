#include "document/numbering.hpp"

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Numbering;

namespace {

Block heading(int level, std::string words) {
  return block(BlockKind::Heading, {{"level", std::to_string(level)}}, {text(std::move(words))});
}

Block paragraph(std::string words) { return block(BlockKind::Paragraph, std::move(words)); }

/// A cover, two numbered sections with everything that might carry a number, and a signature.
Composing numbered(Numbering numbering) {
  Composing composing;
  composing.report.numbering = numbering;
  composing.section("cover", "", {paragraph("Before all numbers")});
  composing.section(
      "one", "Summary",
      {paragraph("First:"),
       block(BlockKind::List, {}, {block(BlockKind::Item, {}, {paragraph("an item")})}),
       heading(1, "Below"), paragraph("Second"), heading(2, "Deeper"), heading(1, "Beside"),
       block(BlockKind::Callout, {}, {paragraph("in a box")}), paragraph("Third")});
  composing.section("two", "Next", {heading(1, "Again"), paragraph("Fourth")});
  composing.section("signature", "",
                    {block(BlockKind::Paragraph, {{"role", "sign-off"}}, {text("A. Person")})});
  return composing;
}

/// The numbers of a document, each with the words that it stands before.
std::vector<std::string> numbers_of(const model::Document& document) {
  std::vector<std::string> numbers;
  for (const model::Element& element : document.elements) {
    if (element.runs.empty() || element.runs[0].flags != model::kNumber) continue;
    numbers.push_back(element.runs[0].text + element.runs.at(1).text);
  }
  return numbers;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Numbered sections have 1 before their titles and 1.1 before the headings below") {
  CHECK(numbers_of(numbered(Numbering::Headings).compose()) ==
        Lines{"1 Summary", "1.1 Below", "1.1.1 Deeper", "1.2 Beside", "2 Next", "2.1 Again"});
}

TEST_CASE("Numbered paragraphs run on through their section, whatever stands between") {
  CHECK(numbers_of(numbered(Numbering::Paragraphs).compose()) ==
        Lines{"1 Summary", "1.1 First:", "1.2 Second", "1.3 Third", "2 Next", "2.1 Fourth"});
}

TEST_CASE("A line of hashtags is no numbered paragraph") {
  Composing composing;
  composing.report.numbering = Numbering::Paragraphs;
  composing.section(
      "one", "Summary",
      {paragraph("#StaySafe #HandsFaceSpace"), paragraph("#1 is this"), paragraph("#Safe")});
  CHECK(numbers_of(composing.compose()) == Lines{"1 Summary", "1.1 #1 is this"});
}

TEST_CASE("Without numbering nothing carries a number") {
  CHECK(numbers_of(numbered(Numbering::None).compose()).empty());
}

TEST_CASE("A number is text of its block, and links to headings do not change with it") {
  const model::Document document = numbered(Numbering::Headings).compose();
  const auto below = std::ranges::find(document.elements, "below", &model::Element::anchor);
  REQUIRE(below != document.elements.end());
  CHECK(below->runs[0].text == "1.1 ");
  CHECK(document[below->runs[0].owner].anchor == "below");
  CHECK(dump(document).find("level=3 anchor=below\n      \"1.1 \" number\n      \"Below\"\n") !=
        std::string::npos);
}

TEST_CASE("A draft says so in its title and its text, a final report does not") {
  Composing composing;
  composing.section("one", "Summary", {paragraph("Text")});
  CHECK(dump(composing.compose()).find("raft:") == std::string::npos);
  composing.report.status = model::Status::Draft;
  const model::Document draft = composing.compose();
  CHECK(draft.title == "Draft: Report");
  CHECK(dump(draft).find("  paragraph role=draft-mark \"This is a draft.\"\n") !=
        std::string::npos);
}
