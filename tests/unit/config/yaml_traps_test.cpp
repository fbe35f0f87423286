// What YAML makes of things that people type in good faith: each trap is told at its place, or the
// text is taken as typed.

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "model/conform.hpp"
#include "support/findings.hpp"
#include "unit/config/yaml_trap.hpp"

using namespace sheaf;
using test::check;
using test::mended;

namespace {

/// What a text parameter holds when `a: …` is typed.
std::string text_typed(const std::string& value) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", "a: " + value + "\n");
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  REQUIRE(tree);
  model::Type text;
  text.kind = model::TypeKind::Text;
  model::ConformHooks none;
  const auto made = model::conform(*tree->find("a"), text, "a", none, diagnostics);
  CHECK(diagnostics.all().empty());
  return made.text;
}

/// The finding for `a: …` where another kind of value is wanted.
std::string told(const std::string& value, model::TypeKind kind) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", "a: " + value + "\n");
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  REQUIRE(tree);
  model::Type type;
  type.kind = kind;
  model::ConformHooks none;
  model::conform(*tree->find("a"), type, "a", none, diagnostics);
  const auto found = test::findings(diagnostics, sources);
  const std::string after = mended(diagnostics, "a: " + value + "\n", start);
  const std::string cure = after == "a: " + value + "\n" ? "" : " -> " + after.substr(3);
  return found.empty() ? "" : found[0] + " (" + diagnostics.all()[0].help + ")" + cure;
}

}  // namespace

TEST_CASE("Each trap of YAML is told at its place, and cured where one cure is sure") {
  check({"hashtags: #One #Two\n", "x:1:11 warning hash-in-text", "hashtags: [One, Two]\n"});
  check({"  hashtag: #Tag # c\n", "x:1:12 warning hash-in-text", "  hashtag: [Tag] # c\n"});
  check({"hashtags: #One #Two # both\n", "x:1:11 warning hash-in-text",
         "hashtags: [One, Two] # both\n"});
  check({"- a: #1 visits\n  b: 1\n", "x:1:6 warning hash-in-text", "- a: \"#1 visits\"\n  b: 1\n"});
  check({"- - a: #4 of it\n    b: 1\n", "x:1:8 warning hash-in-text",
         "- - a: \"#4 of it\"\n    b: 1\n"});
  check({"a: Summary\"\n", "x:1:11 warning quote-at-end", "a: \"Summary\"\n"});
  check({"- { a: For all\" }\n", "x:1:15 warning quote-at-end", "- { a: \"For all\" }\n"});
  check({"a: 12 by 6\"\n", "", ""});
  check({"a: Say \"yes\"\n", "", ""});
  check({"a: Members'\n", "", ""});
  check({"a: \u201CSummary\"\n", "", ""});
  check({"a: one\n  two\"\n", "", ""});
  check({"- { a: #1 visits , b: 1 }\n- c\n", "x:1:8 warning hash-in-text",
         "- { a: \"#1 visits\" , b: 1 }\n- c\n"});
  check({"- [#1, #2]\n- c\n", "x:1:4 warning hash-in-text", "- [\"#1\", \"#2\"]\n- c\n"});
  check({"a: one#3: two\n", "x:1:9 warning colon-in-text", "a: \"one#3: two\"\n"});
  check({"a: one\n  two #3\n", "x:2:7 warning hash-cuts-text", ""});
  check({"a: [one,\n  two words #three\n]\n", "x:2:13 warning hash-cuts-text", ""});
  check({"a: final #draft\n", "", ""});
  check({"a: two words # comment\n", "", ""});
  check({"a: two words   #comment\n", "", ""});
  check({"a: \"two words\" #comment\n", "", ""});
  check({"a: |\n  two words #three\n", "", ""});
  check({"a: Covid-19: update\n", "x:1:12 warning colon-in-text", "a: \"Covid-19: update\"\n"});
  check({"a: The \"new\" plan: now # c\n", "x:1:18 warning colon-in-text",
         "a: 'The \"new\" plan: now' # c\n"});
  check({"a: one: two: three\n", "x:1:7 warning colon-in-text", "a: \"one: two: three\"\n"});
  check({"- a: b\n  c: d: e\n", "x:2:7 warning colon-in-text", "- a: b\n  c: \"d: e\"\n"});
  check({"a: @name\n", "x:1:4 warning sign-in-text", "a: \"@name\"\n"});
  check({"a: *bold* text\n", "x:1:4 warning sign-in-text", "a: \"*bold* text\"\n"});
  check({"a: { b: one, two }\n", "x:1:14 error comma-in-text", ""});
  check({"a: { b: c: d }\n", "x:1:10 warning colon-in-text", ""});
  check({"a:value\nb: 1\n", "x:1:2 error space-after-colon", "a: value\nb: 1\n"});
  check({"a: { b:c }\n", "x:1:6 error space-after-colon", "a: { b: c }\n"});
  check({"a: { b:[c] }\n", "x:1:7 error space-after-colon", "a: { b: [c] }\n"});
  check({"a: { b: 1, c:{ d: 1 } }\n", "x:1:13 error space-after-colon",
         "a: { b: 1, c: { d: 1 } }\n"});
  check({"a: { b:https://x.org }\n", "x:1:6 error space-after-colon", "a: { b: https://x.org }\n"});
  check({"a:\u00A0value\nb: 1\n", "x:1:3 error no-break-space", "a: value\nb: 1\n"});
  check({"a:\n\u00A0\u00A0b: 1\n", "x:2:1 error no-break-space", "a:\n  b: 1\n"});
  check({"a:\n\tb: 1\n\tc: 2\n", "x:2:1 error tab-in-indent", ""});
  check({"a: \u201CFor the board\u201D\n", "x:1:4 warning smart-quotes", "a: \"For the board\"\n"});
  check({"a: \u2018For the board\u2019\n", "x:1:4 warning smart-quotes", "a: \"For the board\"\n"});
  check({"a: \u201COne: two\u201D\n", "x:1:4 warning smart-quotes", "a: \"One: two\"\n"});
  check({"- plugin:prose\n  with: 1\n", "x:1:9 error space-after-colon",
         "- plugin: prose\n  with: 1\n"});
  check({"a: \u201COne\u201D and \u201Ctwo\u201D\n", "", ""});
  check({"a: |\n  \u201CFor the board\u201D\n", "", ""});
  check({"a: \"\u201CFor the board\u201D\"\n", "", ""});
  check({"a:\n  b: 1\n c: 2\n", "x:3:2 error indent", ""});
  check({"a:\n    b: 1\n  c: 2\n", "x:3:3 error indent", ""});
  check({"a:\n  - b: 1\n  c: 2\n", "x:3:3 error missing-dash", ""});
  check({"a:\n  - b: 1\n  -c: 2\n", "x:3:3 error space-after-dash", "a:\n  - b: 1\n  - c: 2\n"});
  check({"a: - b\n", "x:1:4 error list-beside-key", ""});
}

TEST_CASE("A # that may begin a note of the author's is told, and left to the author") {
  check({"a: Summary #check with finance\n", "x:1:12 warning hash-cuts-text", ""});
  check({"a: Summary of work #TODO\n", "x:1:20 warning hash-cuts-text", ""});
  check({"a: Summary #Draft\n", "x:1:12 warning hash-cuts-text", ""});
  for (const char* typed :
       {"Summary #BeKind", "Summary #ToDo", "Summary #1", "Summary #1 ask Tom", "Join us #One #Two",
        "Item #3 to be cut, see mail", "Item #4 of it", "the \"new\" plan #7"}) {
    const auto hash = std::string_view(typed).find('#');
    check({fmt::format("a: {}\n", typed), fmt::format("x:1:{} warning hash-cuts-text", hash + 4),
           ""});
  }
  for (const char* typed : {"#Tag", "#TODO", "#ask Tom", "#One #Two", "#1 visits #ask Tom"})
    check({fmt::format("a: {}\n", typed), "x:1:4 warning hash-in-text", ""});
  check({"- #Tag\n- b\n", "x:1:3 warning hash-in-text", ""});
  check({"hashtags: #One #ask Tom\n", "x:1:11 warning hash-in-text", ""});
  check({"a: one: two #3\n", "x:1:7 warning colon-in-text", ""});
  check({"a: Item # 4 of the plan\n", "x:1:9 warning hash-cuts-text", ""});
  check({"a: Item  # 4 of the plan\n", "", ""});
  check({"a: one: two words #check it\n", "x:1:7 warning colon-in-text", ""});
}

TEST_CASE("A name of the same place behind a text belongs on a line of its own") {
  check({"title: Summary owner: Finance\n", "x:1:16 error second-colon", ""});
  check(
      {"- { plugin: prose }\n- title: Summary  owner: Finance\n", "x:2:19 error second-colon", ""});
  check({"title: Summary status: draft\n", "x:1:16 error second-colon", ""});
  check({"title: A plan in two parts: one\n", "x:1:27 warning colon-in-text",
         "title: \"A plan in two parts: one\"\n"});
  check({"title: Summary: owner\n", "x:1:15 warning colon-in-text", "title: \"Summary: owner\"\n"});
  check({"body: The owner: Finance\n", "x:1:16 warning colon-in-text",
         "body: \"The owner: Finance\"\n"});
}

TEST_CASE("A text that begins with quoted words is taken as text with their quotes") {
  check({"a: 'Warm homes', 'Caf\u00E9' and others\n", "x:1:4 warning quote-in-text",
         "a: \"'Warm homes', 'Caf\u00E9' and others\"\n"});
  check({"a: \"Warm homes\", \"Caf\u00E9\"\n", "x:1:4 warning quote-in-text",
         "a: '\"Warm homes\", \"Caf\u00E9\"'\n"});
  check({"a: 'One' and 'two'\n", "x:1:4 warning quote-in-text", "a: \"'One' and 'two'\"\n"});
  check({"a: 'it's'\n", "x:1:8 error quote-in-text", ""});
  check({"a: 'the members' plan'\n", "x:1:18 error quote-in-text", ""});
}

TEST_CASE("Of a quote within braces that is never closed, the quote is told, and no brace") {
  for (const std::string after : {"", "\nb: 1", "\nb: \"c\""}) {
    check({"- a: { b: \"All is well. }" + after + "\n", "x:1:11 error unclosed-quote", ""});
  }
}

TEST_CASE("Of a brace that is never closed and lacks its name, too, one is told") {
  check({"- plugin: prose\n  { body: a\n", "x:2:3 error unclosed-bracket", ""});
}

TEST_CASE("A bracket that begins a line lacks a name, which may be `with:`") {
  check({"- plugin: prose\n  { body: a }\n", "x:2:3 error key-missing", ""});
  check({"a: b\n[c, d]\n", "x:2:1 error key-missing", ""});
}

TEST_CASE("No-break spaces are taken out of an indent or replaced, as fits the lines beside it") {
  check({"a:\n  b: 1\n  \u00A0c: 2\n", "x:3:3 error no-break-space", "a:\n  b: 1\n  c: 2\n"});
  check({"a:\n  b: 1\n\u00A0 c: 2\n", "x:3:1 error no-break-space", "a:\n  b: 1\n  c: 2\n"});
  check({"a: 1\n\u00A0b: 2\n", "x:2:1 error no-break-space", "a: 1\nb: 2\n"});
  check({"- b: 1\n\u00A0  c: 2\n", "x:2:1 error no-break-space", "- b: 1\n  c: 2\n"});
  check({"a: 1\n\u00A0\nb: 2\n", "x:2:1 error no-break-space", "a: 1\n\nb: 2\n"});
  check({"a: |\n  b\n  \u00A0 \r\n  c\n", "x:3:3 error no-break-space", "a: |\n  b\n\r\n  c\n"});
}

TEST_CASE("Paragraphs and lists that YAML makes one text of are told") {
  check({"a: one\n\n  two\n", "x:3:3 warning lines-run-together", ""});
  check({"a:\n  one\n\n  two\n", "x:4:3 warning lines-run-together", ""});
  check({"- one\n\n  two\n- three\n", "x:3:3 warning lines-run-together", ""});
  check({"a: We write.\n  - one\n  - two\n", "x:2:3 warning lines-run-together", ""});
  check({"a: We write:\n  more\n  \u2022\tone\n", "x:1:12 warning colon-in-text", ""});
  check({"a: \"one\n\n  two\"\n", "x:3:3 warning lines-run-together", ""});
  check({"a: one\n\n  \u2022 two\n", "x:3:3 warning lines-run-together", ""});
  check({"a: one\n\n  - two\n  - three\n", "x:4:3 warning lines-run-together", ""});
  check({"a: one\n\n  - two\n\n  three\n", "x:5:3 warning lines-run-together", ""});
  check({"a: one\n  two\n\nb: 1\n", "", ""});
  check({"a: one\n\n\n  two\n\n\n\n  three\n", "", ""});
  check({"a: one\n\n  - two\n\n  - three\n\n\n  four\n", "", ""});
  check({"a: |\n  one\n\n  two\n  - three\n", "", ""});
  check({"a: >\n  - one\n  - two\nb: 1\n", "x:3:3 warning lines-run-together", ""});
  check({"a: >-\n  We write:\n  * one\n", "x:3:3 warning lines-run-together", ""});
  check({"a: >\n  - one\n\n  - two\n", "", ""});
  check({"a: >\n  We write:\n    - one\n    - two\n", "", ""});
  check({"a: >1\n  - one\n  - two\n", "", ""});
  check({"a: >\n  - one\n", "", ""});
  check({"a: \"one\\n\\ntwo\"\n", "", ""});
}

TEST_CASE("Lines that run together by another slip are told by that alone") {
  check({"- a: \"one }\n- b: 2\n", "x:1:6 error unclosed-quote", ""});
  check({"a: one\n\n  b: 2\n", "x:3:3 error indent", ""});
}

TEST_CASE("A text that its bar does not hold is told as that") {
  const std::string empty = "x:2:1 error indent";
  check({"a: |\nThis we write: much.\n\nAnd more.\n", empty, ""});
  check({"a: |\nThis we write.\n\nAnd more.\n", empty, ""});
  check({"a: |\n  one\nand two\nb: 1\n", "x:3:1 error missing-colon", ""});
  check({"a:\n  b: |\nThis.\n", "x:3:1 error indent", ""});
  check({"a:\n  b: |\n    one\n  - two\n", "x:4:3 error list-among-names", ""});
  check({"a: |- one\nb: 1\n", "x:1:4 error text-beside-bar", ""});
  check({"a: | one\nb: 1\n", "x:1:4 error text-beside-bar", ""});
  check({"a: | one: two\n  more\n", "x:1:4 error text-beside-bar", ""});
}

TEST_CASE("A colon at the end of a line is text, unless it is a name with lines below it") {
  check({"a: Covid-19:\n", "x:1:12 warning colon-in-text", "a: \"Covid-19:\"\n"});
  check({"a: update: # c\nb: 1\n", "x:1:10 warning colon-in-text", "a: \"update:\" # c\nb: 1\n"});
  check({"- a: We aim to do:\n  b: 1\n", "x:1:18 warning colon-in-text",
         "- a: \"We aim to do:\"\n  b: 1\n"});
  check({"a: We aim to do:\n    more\n", "x:1:16 warning colon-in-text", ""});
  check({"a: We aim to do:\n    - more\n", "x:1:16 warning colon-in-text", ""});
  check({"a: update:\n    more\n", "x:1:10 error second-colon", ""});
}

TEST_CASE("A text that begins with a bracket and goes on behind it is text") {
  check({"a: {A} report\n", "x:1:4 warning sign-in-text", "a: \"{A} report\"\n"});
  check({"a: [Draft] report # c\nb: 1\n", "x:1:4 warning sign-in-text",
         "a: \"[Draft] report\" # c\nb: 1\n"});
  check({"- [x] done\n- two\n", "x:1:3 warning sign-in-text", "- \"[x] done\"\n- two\n"});
  check({"a: [One](https://x.org) [two]\n", "x:1:4 warning sign-in-text",
         "a: \"[One](https://x.org) [two]\"\n"});
  check({"a: {A} report: new\n", "x:1:4 warning sign-in-text", "a: \"{A} report: new\"\n"});
  check({"a: {{b.c}} of\n", "x:1:5 error key-not-text", ""});
  check({"a: [b]\n  c: 1\n", "x:2:3 error indent", ""});
}

TEST_CASE("A dash that begins no list entry is told, in the first entry, too") {
  const std::string meant = "a:\n  - b: 1\n    c: 2\n";
  check({"a:\n  -b: 1\n    c: 2\n", "x:2:3 error space-after-dash", meant});
  check({"a:\n  -\u00A0b: 1\n    c: 2\n", "x:2:3 error no-break-space", meant});
  check({"a:\n  \u2013 b: 1\n    c: 2\n", "x:2:3 error wrong-dash", meant});
  check({"a:\n  \u2022\u00A0b: 1\n    c: 2\n", "x:2:3 error wrong-dash", meant});
  check({"a:\n  -\tb: 1\n    c: 2\n", "x:2:4 error tab-in-indent", meant});
  check({"a:\n  - \tb: 1\n    c: 2\n", "x:2:5 error tab-in-indent", meant});
  check({"a:\n  - b\n  \u2013 c: 1\n", "x:3:3 error wrong-dash", "a:\n  - b\n  - c: 1\n"});
  check({"a:\n  - b\n  -\u00A0c: 1\n", "x:3:3 error no-break-space", "a:\n  - b\n  - c: 1\n"});
  check({"a: \u2013 b\n", "", ""});
  check({"a:\n  -5\n", "", ""});
  check({"a: |\n  \u2013 b: 1\n  -\tc: 1\n", "", ""});
}

TEST_CASE("Signs in a name that nobody can see, or that quote nothing, are told") {
  check({"a:\n  b\u00A0: 1\n", "x:2:4 error no-break-space", "a:\n  b: 1\n"});
  check({"\u200Ba: 1\n", "x:1:1 error no-break-space", "a: 1\n"});
  check({"- a\u00A0b: 1\n", "x:1:4 error no-break-space", "- a b: 1\n"});
  check({"a: { b\u00A0: 1 }\n", "x:1:7 error no-break-space", "a: { b: 1 }\n"});
  check({"\"a\u00A0b\": 1\n", "", ""});
  check({"\u201Ca\u201D: 1\n", "x:1:1 error smart-quotes", "a: 1\n"});
  check({"a:\n  \u201CFine\u201D: he said\n", "x:2:3 error smart-quotes", ""});
  check({"caf\u00E9: 1\n", "", ""});
}

TEST_CASE("A comma ends a text between curly quotation marks") {
  check(
      {"a: { b: \u201Cone, two\u201D }\n", "x:1:9 error smart-quotes", "a: { b: \"one, two\" }\n"});
  check({"a: [\u201Cone, two, three\u201D, four]\n", "x:1:5 error smart-quotes",
         "a: [\"one, two, three\", four]\n"});
  check({"a: [\u201Cone\u201D and, \u201Ctwo\u201D and]\n", "", ""});
}

TEST_CASE("An apostrophe at the beginning of a text opens a quote, which is told as either") {
  check({"a: 'Tis the plan\nb: 1\n", "x:1:4 warning sign-in-text", "a: \"'Tis the plan\"\nb: 1\n"});
  check({"a: '90s music\nb: The people's\n", "x:1:4 warning sign-in-text",
         "a: \"'90s music\"\nb: The people's\n"});
  check({"- 'em\n- 1\n", "x:1:3 warning sign-in-text", "- \"'em\"\n- 1\n"});
  check({"a: 'For the plan\nb: 1\n", "x:1:4 error unclosed-quote", ""});
  check({"a: 'Tis the plan'\n", "", ""});
}

TEST_CASE("A hashtag behind a name, with its text on the next line, is told") {
  check({"- #1 visits\n  and more\n- two\n", "x:1:3 warning hash-cuts-text", ""});
  check({"a: #1 visits\n  and more\n", "x:1:4 warning hash-cuts-text", ""});
  check({"a: # visits\n  and more\n", "", ""});
  check({"a: #visits\n  - b\n", "", ""});
}

TEST_CASE("Where a text is wanted, what YAML would take for something else is taken as typed") {
  for (const char* typed : {"119",        "13.30",      "0115",    "007", "1_000", "0x1F", "1e3",
                            "2020-11-25", "25/11/2020", "yes",     "no",  "on",    "off",  "True",
                            "NULL",       "1:30",       "+44 115", ".5",  "=",     "<<"}) {
    CHECK(text_typed(typed) == typed);
  }
}

TEST_CASE("Where another kind of value is wanted, the message says how it is written") {
  using model::TypeKind;
  CHECK(told("on", TypeKind::YesNo) ==
        "x:1:4 error wrong-type: a should be yes or no, not \"on\" (Write yes) -> yes\n");
  CHECK(told("Off", TypeKind::YesNo) ==
        "x:1:4 error wrong-type: a should be yes or no, not \"Off\" (Write no) -> no\n");
  CHECK(
      told("13.30", TypeKind::Whole) ==
      "x:1:4 error wrong-type: a should be a whole number, not \"13.30\" (Write digits only, such "
      "as 12)");
  CHECK(told("007", TypeKind::Whole).empty());
  CHECK(told("25/11/2020", TypeKind::Day) ==
        "x:1:4 error date-form: a is a date in another form than 2020-11-25: \"25/11/2020\" (Write "
        "2020-11-25) -> 2020-11-25\n");
  CHECK(told("'25 November 2020'", TypeKind::Timing).empty());  // words will do
  CHECK(told("25th Nov 2020", TypeKind::PartialDate) ==
        "x:1:4 error date-form: a is a date in another form than 2020-11-25: \"25th Nov 2020\" "
        "(Write "
        "2020-11-25) -> 2020-11-25\n");
  CHECK(told("November 2020", TypeKind::PartialDate) ==
        "x:1:4 error date-form: a is a date in another form than 2020-11-25: \"November 2020\" "
        "(Write "
        "2020-11) -> 2020-11\n");
  CHECK(told("03/04/2020", TypeKind::Day) ==
        "x:1:4 error date-form: a is a date in another form than 2020-11-25: \"03/04/2020\" (Write "
        "2020-04-03, or 2020-03-04 if the month comes first)");
  CHECK(told("\"25/11/2020\"", TypeKind::Day) ==
        "x:1:4 error date-form: a is a date in another form than 2020-11-25: \"25/11/2020\" (Write "
        "2020-11-25) -> \"2020-11-25\"\n");
  CHECK(
      told("2020-02-30", TypeKind::Day) ==
      "x:1:4 error impossible-date: a is 2020-02-30, and February 2020 has 29 days (Look the date "
      "up in a calendar)");
  CHECK(
      told("2020-13", TypeKind::PartialDate) ==
      "x:1:4 error impossible-date: a is 2020-13, and there is no month 13 (Look the date up in a "
      "calendar)");
  CHECK(told("soon", TypeKind::Day) ==
        "x:1:4 error wrong-type: a should be a date (2020-11-25), not \"soon\" (Write year, month "
        "and "
        "day, such as 2020-11-25)");
}

TEST_CASE("A zero or a century that is missing in a date is told") {
  const auto told = [](const std::string& typed) {
    model::Type day;
    day.kind = model::TypeKind::Day;
    model::ConformHooks none;
    Diagnostics diagnostics;
    model::conform(model::text_node(typed, {}), day, "a", none, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    const Diagnostic& one = diagnostics.all()[0];
    return one.id + ": " + one.help + (one.fixes.empty() ? "" : " (mended)");
  };
  CHECK(told("2020-2-3") == "date-form: Write 2020-02-03 (mended)");
  CHECK(told("2020-2-30") == "impossible-date: Look the date up in a calendar");
  CHECK(told("16.12.20") == "date-form: Write 2020-12-16");
}
