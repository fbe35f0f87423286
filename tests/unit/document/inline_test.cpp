#include "document/inline.hpp"

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

std::string paragraph_of(Blocks inlines) {
  return tree_of({block(BlockKind::Paragraph, {}, std::move(inlines))});
}

bool is_right_to_left(Blocks inlines, std::string language = "en-GB") {
  Composing composing;
  composing.report.language = std::move(language);
  composing.section("a", "", {block(BlockKind::Paragraph, {}, std::move(inlines))});
  return composing.compose().elements.at(3).right_to_left;
}

}  // namespace

TEST_CASE("White space is one space, with none at the ends of a paragraph") {
  CHECK(paragraph_of({text(" \n one \t two\r\n"), text("  three ")}) ==
        "    paragraph role=body \"one two three\"\n");
}

TEST_CASE("A space between two styles belongs to the first") {
  CHECK(paragraph_of({text("a "), block(BlockKind::Strong, " b "), text(" c")}) ==
        "    paragraph role=body\n"
        "      \"a \"\n"
        "      \"b \" strong\n"
        "      \"c\"\n");
}

TEST_CASE("A no-break space is kept, control characters are not") {
  CHECK(paragraph_of({text("5\u00A0km\u0007\u200B!")}) ==
        "    paragraph role=body \"5\u00A0km\u200B!\"\n");
}

TEST_CASE("Straight quotation marks are curled") {
  CHECK(paragraph_of({text("\"It's the officers' 'own' (\"new\") plan\" since the '90s")}) ==
        "    paragraph role=body \"“It’s the officers’ ‘own’ (“new”) plan” since the ’90s\"\n");
}

TEST_CASE("A quotation mark is curled by what stands before it in another style") {
  CHECK(paragraph_of({block(BlockKind::Strong, "staff"), text("'s")}) ==
        "    paragraph role=body\n"
        "      \"staff\" strong\n"
        "      \"’s\"\n");
}

TEST_CASE("Quotation marks in code stay as typed") {
  CHECK(paragraph_of({block(BlockKind::Code, "a='b'")}) ==
        "    paragraph role=body\n"
        "      \"a='b'\" code\n");
}

TEST_CASE("Styles nest") {
  CHECK(paragraph_of({block(BlockKind::Strong, {},
                            {text("a"), block(BlockKind::Emphasis, "b"), text("c")})}) ==
        "    paragraph role=body\n"
        "      \"a\" strong\n"
        "      \"b\" strong emphasis\n"
        "      \"c\" strong\n");
}

TEST_CASE("A line break takes the spaces around it, and none is left at the ends") {
  const Block broken = block(BlockKind::LineBreak);
  CHECK(paragraph_of({broken, text("one "), broken, text(" two"), broken, text(" ")}) ==
        "    paragraph role=body\n"
        "      \"one\"\n"
        "      line-break\n"
        "      \"two\"\n");
}

TEST_CASE("A link owns its text") {
  CHECK(paragraph_of({text("see "), block(BlockKind::Link, {{"to", "https://x.uk/a"}},
                                          {text("the "), block(BlockKind::Strong, "plan")})}) ==
        "    paragraph role=body\n"
        "      \"see \"\n"
        "      \"the \" in link to=\"https://x.uk/a\"\n"
        "      \"plan\" strong in link to=\"https://x.uk/a\"\n");
}

TEST_CASE("A link without text is an error and leaves no element") {
  CHECK(paragraph_of({text("see"), block(BlockKind::Link, {{"to", "https://x.uk"}}, {text(" ")}),
                      text("there")}) ==
        "    paragraph role=body\n"
        "      \"see\"\n"
        "      \" there\"\n"
        "report.yaml:1:1 error link-text: This link has no text to select\n");
}

TEST_CASE("A link inside a link is only its text") {
  CHECK(
      paragraph_of({block(BlockKind::Link, {{"to", "https://x.uk"}},
                          {block(BlockKind::Link, {{"to", "https://y.uk"}}, {text("there")})})}) ==
      "    paragraph role=body\n"
      "      \"there\" in link to=\"https://x.uk\"\n");
}

TEST_CASE("Telephone and e-mail addresses can be linked, scripts and files cannot") {
  const auto to = [](std::string address) {
    return paragraph_of({block(BlockKind::Link, {{"to", std::move(address)}}, {text("x")})});
  };
  CHECK(to("tel:+441159155555").find("error") == std::string::npos);
  CHECK(to("mailto:a@x.gov.uk").find("error") == std::string::npos);
  CHECK(to("www.x.gov.uk").find("to=\"https://www.x.gov.uk\"") != std::string::npos);
  CHECK(to("javascript:alert(1)").find("error link-target") != std::string::npos);
  CHECK(to("file:///etc/passwd").find("error link-target") != std::string::npos);
  CHECK(to("").find("error link-target") != std::string::npos);
}

TEST_CASE("Words in another language and abbreviations are spans") {
  CHECK(paragraph_of({block(BlockKind::Language, {{"tag", "pl"}}, {text("Polski")}), text(" or "),
                      block(BlockKind::Abbreviation, {{"expansion", "Adult Social Care"}},
                            {text("ASC")})}) ==
        "    paragraph role=body\n"
        "      \"Polski\" in span language=pl\n"
        "      \" or \"\n"
        "      \"ASC\" in span alt=\"Adult Social Care\"\n");
}

TEST_CASE("A status is always printed in words") {
  CHECK(paragraph_of({block(BlockKind::Status, {{"word", "on-track"}}), text(" so far")}) ==
        "    paragraph role=body\n"
        "      \"On track\" status=on-track\n"
        "      \" so far\"\n");
  CHECK(document::word_of(model::StatusWord::Complete) == "Complete");
  CHECK(document::word_of(model::StatusWord::AtRisk) == "At risk");
  CHECK(document::word_of(model::StatusWord::Delayed) == "Delayed");
}

TEST_CASE("A paragraph runs in the direction of its first letter") {
  CHECK_FALSE(is_right_to_left({text("12 wards")}));
  CHECK(is_right_to_left({text("12 (صحت) wards")}));
  CHECK(is_right_to_left({text("\"שלום\" said she")}));
  CHECK(is_right_to_left({block(BlockKind::Language, {{"tag", "ur"}}, {text("صحت")})}));
  CHECK_FALSE(is_right_to_left({text("Urdu: "), text("صحت")}));
}

TEST_CASE("In a language written from right to left, words of another do not turn a paragraph") {
  CHECK(is_right_to_left({text("Ofsted نے کہا")}, "ur"));
  CHECK(is_right_to_left({text("119")}, "ar-EG"));
  CHECK_FALSE(is_right_to_left({text("Ofsted")}, "ur"));
}
