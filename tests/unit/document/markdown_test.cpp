#include "document/markdown.hpp"

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Value;
using model::ValueKind;

namespace {

Value markdown(std::string text, std::vector<model::Replacement> replacements = {}) {
  Value made = value(ValueKind::Markdown, std::move(text));
  made.replacements = std::move(replacements);
  return made;
}

std::string tree(std::string text) { return tree_of({placed(markdown(std::move(text)))}); }

/// A file that is Markdown from its first byte, and what is found in it.
std::vector<std::string> findings_in(std::string text) {
  Composing composing;
  const SourceId start = composing.sources.add("text.md", text);
  composing.section("a", "", {placed(value(ValueKind::Markdown, text, start))});
  composing.compose();
  return composing.findings();
}

/// The headings of a table with so many bars on each line, and the line below them.
std::string table_of(int bars, const std::string& before_second_line = {}) {
  std::string headings = "|", rule = before_second_line + "|";
  for (int bar = 1; bar < bars; ++bar) {
    headings += "c|";
    rule += "-|";
  }
  return headings + "\n" + rule + "\n";
}

}  // namespace

TEST_CASE("Markdown paragraphs, styles and links become structure") {
  CHECK(tree("One *two*\n**three** `four` [five](https://x.uk \"title\").\n\nSix") ==
        "    paragraph role=body\n"
        "      \"One \"\n"
        "      \"two\" emphasis\n"
        "      \" \"\n"
        "      \"three\" strong\n"
        "      \" \"\n"
        "      \"four\" code\n"
        "      \" \"\n"
        "      \"five\" in link to=\"https://x.uk\"\n"
        "      \".\"\n"
        "    paragraph role=body \"Six\"\n");
}

TEST_CASE("Dashes, ellipses and quotation marks are typographic") {
  CHECK(tree("\"It's\" 10--12 --- so...") == "    paragraph role=body \"“It’s” 10–12 — so…\"\n");
}

TEST_CASE("Markdown headings count from the section's title") {
  Composing composing;
  composing.section("a", "A", {placed(markdown("# One\n\n## Two\n\nThree\n===\n\ntext"))});
  CHECK(composing.tree() ==
        "  section\n"
        "    heading role=heading.2 level=2 anchor=a \"A\"\n"
        "    heading role=heading.3 level=3 anchor=one \"One\"\n"
        "    heading role=heading.4 level=4 anchor=two \"Two\"\n"
        "    heading role=heading.3 level=3 anchor=three \"Three\"\n"
        "    paragraph role=body \"text\"\n");
  CHECK(composing.findings().empty());
}

TEST_CASE("A Markdown heading that skips a level is an error on its line") {
  CHECK(findings_in("# One\n\n### Three\n") ==
        std::vector<std::string>{"text.md:3:1 error heading-skip: This heading skips a level: it "
                                 "is at level 4, below a heading at level 2"});
}

TEST_CASE("Dashes below a line that make it a heading are told to stand apart") {
  const auto help_in = [](const std::string& text) {
    Composing composing;
    const SourceId start = composing.sources.add("text.md", text);
    composing.section("a", "A", {placed(value(ValueKind::Markdown, text, start))});
    composing.compose();
    const auto& all = composing.diagnostics.all();
    return all.empty() ? std::string() : all[0].help;
  };
  CHECK(help_in("Some text\n---\n\nMore\n") ==
        "Dashes below a line make it a heading: leave a blank line above the dashes, or take them "
        "out");
  CHECK(help_in("## Two\n\nMore\n").starts_with("Raise it by 1"));
  CHECK(help_in("<!-- ask finance -->\n") ==
        "Take the remark out: a report holds only what it is to say");
}

TEST_CASE("A Markdown heading below level 6 is an error") {
  const auto found = findings_in("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n");
  CHECK(found == std::vector<std::string>{"text.md:6:1 error heading-deep: This heading is 6 "
                                          "levels below its section's title"});
}

TEST_CASE("Markdown lists nest and keep their first number") {
  CHECK(tree("3. three\n4. four\n   - inner\n\n     more\n") ==
        "    list ordered\n"
        "      item\n"
        "        label role=list.label \"3.\"\n"
        "        body\n"
        "          paragraph role=body \"three\"\n"
        "      item\n"
        "        label role=list.label \"4.\"\n"
        "        body\n"
        "          paragraph role=body \"four\"\n"
        "          list\n"
        "            item\n"
        "              label role=list.label \"•\"\n"
        "              body\n"
        "                paragraph role=body \"inner\"\n"
        "                paragraph role=body \"more\"\n");
}

TEST_CASE("Markdown tables have headed, aligned columns") {
  CHECK(tree("| Ward | *Cases* |\n|:--|--:|\n| A\\|B | `1` |\n") ==
        "    table start end\n"
        "      table-head\n"
        "        row\n"
        "          header-cell scope=column\n"
        "            paragraph role=table.head \"Ward\"\n"
        "          header-cell scope=column\n"
        "            paragraph role=table.head\n"
        "              \"Cases\" emphasis\n"
        "      table-body\n"
        "        row\n"
        "          cell\n"
        "            paragraph role=table.cell \"A|B\"\n"
        "          cell\n"
        "            paragraph role=table.cell\n"
        "              \"1\" code\n");
}

TEST_CASE("A Markdown row of another length is an error on its line, and nothing is lost unsaid") {
  CHECK(findings_in("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n1 | 2\n") ==
        std::vector<std::string>{
            "text.md:3:1 error table-ragged: This row has 1 cell, but the table has 2 columns",
            "text.md:4:1 error table-ragged: This row has 3 cells, but the table has 2 columns"});
}

TEST_CASE("An empty cell of a Markdown table is a warning at the cell") {
  CHECK(findings_in("| a | b |\n|---|---|\n| 1 |   |\n") ==
        std::vector<std::string>{
            "text.md:3:6 warning table-empty-cell: This cell of the table is empty"});
}

TEST_CASE("Block quotes, hard breaks and code blocks keep their lines") {
  CHECK(tree("> Lovely\n\none  \ntwo\\\nthree\n\n    a = 1\n    b = 2\n") ==
        "    quote\n"
        "      paragraph role=quote.text \"Lovely\"\n"
        "    paragraph role=body\n"
        "      \"one\"\n"
        "      line-break\n"
        "      \"two\"\n"
        "      line-break\n"
        "      \"three\"\n"
        "    paragraph role=body\n"
        "      \"a = 1\" code\n"
        "      line-break\n"
        "      \"b = 2\" code\n");
}

TEST_CASE("A code block keeps its spaces, tabs and blank lines") {
  CHECK(tree("```\nif a:\n    b  = 1\n\n\tc = 2\n```\n") ==
        "    paragraph role=body\n"
        "      \"if a:\" code\n"
        "      line-break\n"
        "      \"\u00A0\u00A0\u00A0\u00A0b \u00A0= 1\" code\n"
        "      line-break\n"
        "      \"\u00A0\" code\n"
        "      line-break\n"
        "      \"\u00A0\u00A0\u00A0\u00A0c = 2\" code\n");
}

TEST_CASE("HTML is refused where it stands") {
  CHECK(findings_in("one\n\ntwo <b>bold</b>\n\n<div>\nthree\n</div>\n") ==
        std::vector<std::string>{
            "text.md:3:5 error markdown-html: HTML cannot be used in a report: <b>",
            "text.md:3:12 error markdown-html: HTML cannot be used in a report: </b>",
            "text.md:5:1 error markdown-html: HTML cannot be used in a report: <div>"});
}

TEST_CASE("An image is refused where it stands") {
  CHECK(findings_in("A ![map](map.png) here\n") ==
        std::vector<std::string>{
            "text.md:1:3 error markdown-image: An image cannot be given in Markdown"});
}

TEST_CASE("A line across the page is left out with advice") {
  CHECK(findings_in("one\n\n---\n\ntwo\n") ==
        std::vector<std::string>{
            "text.md:3:1 advice markdown-rule: This line across the page is left out"});
}

TEST_CASE("Addresses are text unless they are marked as links") {
  CHECK(tree("Mail a@x.uk, see www.x.uk, ring 0115 915 5555 ~~now~~") ==
        "    paragraph role=body \"Mail a@x.uk, see www.x.uk, ring 0115 915 5555 ~~now~~\"\n");
  CHECK(tree("<a@x.uk>").find("to=\"mailto:a@x.uk\"") != std::string::npos);
}

TEST_CASE("A value put in for a placeholder never becomes markup") {
  CHECK(tree_of(
            {placed(markdown("On ((date)): *((name))*, ((date)), ((other))",
                             {{"((date))", "**1** <b> [x](y)"}, {"((name))", "((date)) # |"}}))}) ==
        "    paragraph role=body\n"
        "      \"On **1** <b> [x](y): \"\n"
        "      \"((date)) # |\" emphasis\n"
        "      \", **1** <b> [x](y), ((other))\"\n");
}

TEST_CASE("Placeholders with dots, dashes and formats are found, in tables, headings and links") {
  const std::vector<model::Replacement> replacements = {
      {"((meeting.date as month))", "May"},
      {"((a_b.c-d_e))", "X"},
      {"((url))", "https://x.uk", "https://x.uk"}};
  const auto filled = [&](std::string text) {
    return tree_of({placed(markdown(std::move(text), replacements))});
  };
  CHECK(filled("In ((meeting.date as month)) ((a_b.c-d_e))_((a_b.c-d_e))") ==
        "    paragraph role=body \"In May X_X\"\n");
  CHECK(filled("# ((a_b.c-d_e))").find("anchor=x \"X\"") != std::string::npos);
  CHECK(filled("| a |\n|---|\n| ((a_b.c-d_e)) |").find("table.cell \"X\"") != std::string::npos);
  CHECK(filled("[here](((url)))").find("to=\"https://x.uk\"") != std::string::npos);
  CHECK(filled("`((url))`").find("\"https://x.uk\" code") != std::string::npos);
}

TEST_CASE("Where only a line may stand, Markdown paragraphs are joined and blocks are errors") {
  const auto line = [](std::string text) {
    return tree_of({block(BlockKind::Paragraph, {}, {placed(markdown(std::move(text)))})});
  };
  CHECK(line("one\n*two*\n\nthree") ==
        "    paragraph role=body\n"
        "      \"one \"\n"
        "      \"two\" emphasis\n"
        "      \" \"\n"
        "      \"three\"\n");
  CHECK(line("# one").find("error markdown-line: Only a line of text can stand here") !=
        std::string::npos);
}

TEST_CASE("A heading in a Markdown list or quotation is an error") {
  CHECK(findings_in("- # One\n").at(0).starts_with("text.md:1:3 error heading-nested"));
  CHECK(findings_in("> # One\n").at(0).starts_with("text.md:1:3 error heading-nested"));
}

TEST_CASE("Bars that make no table are counted for none") {
  const std::string wide = table_of(66);
  CHECK(findings_in("```\n" + wide + "```\n").empty());
  CHECK(findings_in("One\n\n    " + table_of(66, "    ")).empty());
  CHECK(findings_in(std::string(66, '|') + "\n").empty());
  CHECK(findings_in("```\n" + wide + "```\n\n" + wide).at(0).starts_with("text.md:6:1 error "));
  CHECK(findings_in("- a\n\n  ```\n" + wide).at(0).starts_with("text.md:4:1 error "));
}

TEST_CASE("Markdown beyond its limits is refused before it costs memory or time") {
  CHECK(findings_in(std::string(64 * 1024 + 1, 'x')) ==
        std::vector<std::string>{
            "text.md:1:1 error markdown-long: This text is 65 KB long, and the most is 64 KB"});
  const std::string wide = table_of(66);
  CHECK(findings_in("a\n\n" + wide).at(0).starts_with("text.md:3:1 error markdown-table-size"));
  CHECK(findings_in("> " + table_of(66, "> ")).at(0).find("error markdown-table-size") !=
        std::string::npos);
  std::string tall = table_of(60);
  for (int row = 0; row < 1'000; ++row) tall += "a\n";
  CHECK(findings_in(tall).at(0).starts_with("text.md:1:1 error markdown-table-size"));
  CHECK(findings_in(std::string(30'000, '>') + "x\n").at(0).find("error markdown-depth") !=
        std::string::npos);
  CHECK(findings_in(std::string(20, '>') + "x\n").empty());
}

TEST_CASE("A > directly before a number is likely to mean more than, and is warned of") {
  const std::vector<std::string> warned{
      "text.md:1:1 warning more-than-as-quotation: A > at the start of a line makes a quotation, "
      "and is not printed"};
  CHECK(findings_in(">5% of visits were late\n") == warned);
  CHECK(findings_in(">£5m was spent\n") == warned);
  CHECK(findings_in("> 5% of visits were late\n").empty());
  CHECK(findings_in(">We met it\n").empty());
  CHECK(findings_in("\\>5% of visits were late\n").empty());
  CHECK(findings_in(">\n").empty());
}

TEST_CASE("Blank Markdown is nothing") { CHECK(tree("  \n\n \t\n") == ""); }

TEST_CASE("An address takes the canonical form of a value") {
  const Value value = markdown("[((when))](https://x.uk/((when))/a)",
                               {{"((when))", "25 November 2020", "2020-11-25"}});
  CHECK(tree_of({placed(value)}) ==
        "    paragraph role=body\n"
        "      \"25 November 2020\" in link to=\"https://x.uk/2020-11-25/a\"\n");
}
