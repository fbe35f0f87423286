#include "model/file_name.hpp"

#include <catch2/catch.hpp>

#include "unit/document/office.hpp"

using sheaf::model::find_file_name;
using sheaf::test::Office;
using Lines = std::vector<std::string>;

namespace {

Office with_file(const std::string& text) {
  Office office;
  office.add("summary.md", "We met our target.");
  office.bind_update("\n      narrative: " + text);
  return office;
}

}  // namespace

TEST_CASE("A text that is the name of a file is found, also in brackets") {
  for (const std::string text :
       {"summary.md", "./notes/summary.md", "summary.docx", "Bericht-über-2020.TXT", "(summary.md)",
        "{ summary.md }", "{ file: summary.md }", "file:summary.md"}) {
    CAPTURE(text);
    const auto found = find_file_name(text);
    REQUIRE(found);
    CHECK(found->is_of_text);
    CHECK(found->is_said == (text.find("file:") != text.npos));
  }
}

TEST_CASE("No text of words, and no address, is the name of a file") {
  for (const std::string text :
       {"", ".", "..", "See summary.md", "summary", "12.5", ".md", "a/.md", "x..md", "summary.",
        "www.a.gov.uk/b.txt", "https://a.gov.uk/b.txt", "a@b.md", "((values.file)).md"}) {
    CAPTURE(text);
    CHECK_FALSE(find_file_name(text));
  }
  CHECK_FALSE(find_file_name("nottingham.gov")->is_of_text);
}

TEST_CASE("A parameter that is the name of a text file is warned of, and mended if it is there") {
  const Office office = with_file("summary.md");
  CHECK(
      office.findings() ==
      Lines{"report.yaml:8:18 warning file-name-as-text: with.narrative is the name of a file, and "
            "the name is printed, not the text in the file"});
  CHECK(office.help() == Lines{"Did you mean { file: summary.md }?"});
  CHECK(office.cures() == Lines{"8:18 summary.md -> { file: summary.md }"});
}

TEST_CASE("The name of a file is left to the author if it is not there, or no plain text") {
  for (const std::string text :
       {"gone.md", "'summary.md'", "\"{ file: summary.md }\"", "summary.docx"}) {
    CAPTURE(text);
    const Office office = with_file(text);
    CHECK(office.help().size() == 1);
    CHECK(office.cures().empty());
  }
}

TEST_CASE("A label may be the name of a file, which no cure takes away") {
  Office office;
  office.add("summary.md", "We met our target.");
  office.bind_update("\n      text: summary.md");
  CHECK(office.findings().empty());
}

TEST_CASE("Words behind the name of a file make a text of it, and so does a `|`") {
  CHECK(with_file("See summary.md").findings().empty());
  CHECK(with_file("|\n        summary.md").findings().empty());
  Office office;
  office.bind_update("{ text: One }", "values: { file: summary.md }\n");
  CHECK(office.findings().empty());
}

TEST_CASE("`file:` without braces asks for braces, and not for quotes") {
  for (const std::string text : {"file: summary.md", "(file: summary.md)"}) {
    CAPTURE(text);
    const Office office = with_file(text);
    CHECK(office.help() == Lines{"Write { file: summary.md }"});
    CHECK(office.cures() == Lines{"8:18 " + text + " -> { file: summary.md }"});
  }
}

TEST_CASE("Braces that lack `file:`, or have it misspelt, are told of the file") {
  const Office lacking = with_file("{ summary.md }");
  CHECK(lacking.help() == Lines{"Write { file: summary.md }"});
  CHECK(lacking.cures() == Lines{"8:20 summary.md -> file: summary.md"});
  const Office misspelt = with_file("{ flie: summary.md }");
  CHECK(misspelt.help() == Lines{"Did you mean { file: summary.md }?"});
  CHECK(misspelt.cures() == Lines{"8:20 flie -> file"});
}
