// Captions, columns of numbers, and languages in Markdown.

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ValueKind;
using Lines = std::vector<std::string>;

namespace {

const std::string kTable = "| Service | Paid |\n|---|---|\n| Fuel | £12 |\n";

model::Value markdown(std::string text) { return value(ValueKind::Markdown, std::move(text)); }

std::string tree(std::string text) { return tree_of({placed(markdown(std::move(text)))}); }

Lines findings_in(std::string text) {
  Composing composing;
  const SourceId start = composing.sources.add("text.md", text);
  composing.section("a", "", {placed(value(ValueKind::Markdown, text, start))});
  composing.compose();
  return composing.findings();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

/// The second line of a table's dump: how its columns stand.
std::string columns(std::string text) {
  const std::string dump = tree(std::move(text));
  const auto begin = dump.find("table ") + 6;
  return dump.substr(begin, dump.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("A line Table: before or after a Markdown table is its caption") {
  const std::string caption = "caption role=table.caption \"Grants we paid\"";
  const std::string line = "Table: Grants we paid\n";
  for (const std::string& text :
       {line + "\n" + kTable, line + kTable, kTable + line, kTable + "\n" + line}) {
    INFO(text);
    const std::string made = tree("Before.\n\n" + text + "\nAfter.");
    CHECK(count(made, caption) == 1);
    CHECK(count(made, "Grants we paid") == 1);
    CHECK(count(made, "Table:") == 0);
    CHECK(count(made, "row\n") == 2);
    CHECK(made.find("\"Before.\"") < made.find(caption));
    CHECK(made.find("£12") < made.find("\"After.\""));
  }
}

TEST_CASE("A caption may hold marks and placeholders, and run over lines") {
  const std::string made = tree("Table: Grants *we*\npaid\n\n" + kTable);
  CHECK(made.find("\"we\" emphasis") != std::string::npos);
  CHECK(made.find("paid") != std::string::npos);
}

TEST_CASE("A caption between two tables belongs to the lower one") {
  const std::string made = tree(kTable + "\nTable: Second\n\n" + kTable);
  CHECK(made.find("Second") > made.find("£12"));
  CHECK(count(made, "caption") == 2);  // the role's name has the word, too
}

TEST_CASE("A caption beside no table is printed as it stands, with a warning") {
  CHECK(findings_in("Table: Grants\n\nThey were paid.") ==
        Lines{"text.md:1:1 warning caption-alone: This caption stands beside no table"});
  CHECK(tree("Table: Grants").starts_with("    paragraph role=body \"Table: Grants\"\n"));
  CHECK(findings_in(kTable + "\nTable: A\n\nTable: B\n") ==
        Lines{"text.md:7:1 warning caption-alone: This caption stands beside no table"});
}

TEST_CASE("A Markdown column of numbers or money stands to the end unless the table says") {
  CHECK(columns(kTable) == "start end");
  CHECK(columns("| a | b |\n|:--|---|\n| 1 | 2.5 |\n| 3 | -4 |\n") == "start end");
  CHECK(columns("| a | b |\n|---|---|\n| 40% | **£1,250** |\n|  |  |\n") == "end end");
  CHECK(columns("| a | b |\n|---|---|\n| 1 | 2 |\n| none | 3 |\n") == "start end");
  CHECK(columns("| a | b |\n|---|---|\n|  | x |\n") == "start start");
}

TEST_CASE("Words in brackets with a language are marked with it") {
  CHECK(tree("We say [bore da]{lang=cy} to all.") ==
        "    paragraph role=body\n"
        "      \"We say \"\n"
        "      \"bore da\" in span language=cy\n"
        "      \" to all.\"\n");
  const std::string nested = tree("[a *b* [c]{lang=fr} d]{lang=cy}, [e] and [f](https://x.uk)");
  CHECK(count(nested, "language=cy") == 5);
  CHECK(count(nested, "language=fr") == 1);
  CHECK(nested.find("\", [e] and \"") != std::string::npos);
  CHECK(nested.find("\"f\" in link") != std::string::npos);
}

TEST_CASE("Words of a heading, a link and a cell of a table are marked with their language") {
  const std::string all = tree(
      "# [bore da]{lang=cy}\n\n[[da]{lang=cy}](https://x.uk)\n\n"
      "| a | b |\n|---|---|\n| to [nos da]{lang=cy} all | x |\n");
  CHECK(all.find("\"bore da\" in span language=cy") != std::string::npos);
  CHECK(all.find("\"da\" in span language=cy in link") != std::string::npos);
  CHECK(all.find("\"nos da\" in span language=cy") != std::string::npos);
}

TEST_CASE("Brackets that mark nothing stay as they are") {
  CHECK(tree("a] [b {lang=cy} [c]{x}") == "    paragraph role=body \"a] [b {lang=cy} [c]{x}\"\n");
  CHECK(tree("[]{lang=cy}x") == "    paragraph role=body \"x\"\n");
}

TEST_CASE("A language that is none is an error") {
  CHECK(findings_in("[good day]{lang=en-uk}").at(0) ==
        "text.md:1:1 error markdown-language: \"en-uk\" is no language");
  CHECK(findings_in("[bore da]{lang=welsh language}").at(0) ==
        "text.md:1:1 error markdown-language: \"welsh language\" is no language");
}
