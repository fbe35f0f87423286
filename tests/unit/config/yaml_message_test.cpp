// What people who do not know YAML are told when they get it wrong, and where.

#include <algorithm>

#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "support/findings.hpp"

using namespace sheaf;

namespace {

struct Mistake {
  std::string typed;
  std::vector<std::string> findings;  // place, severity, id and message
  std::string value = {};             // of `a`, where there is one
};

std::string value_of(const Result<model::Node>& tree) {
  const model::Node* node = tree ? tree->find("a") : nullptr;
  return node && node->is_text() ? node->text : std::string();
}

void check(const Mistake& mistake) {
  INFO(mistake.typed);
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", mistake.typed);
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  CHECK(test::findings(diagnostics, sources) == mistake.findings);
  CHECK(value_of(tree) == mistake.value);
  CHECK(tree.has_value() == (diagnostics.errors() == 0));
}

std::string starts_with(std::string_view place, std::string_view sign) {
  return fmt::format(
      "x:{} warning sign-in-text: This text starts with {}, which has a meaning of its own in "
      "YAML; "
      "it is taken as text",
      place, sign);
}

const std::string kColon =
    "warning colon-in-text: A second colon on one line has a meaning of its own in YAML; it is "
    "taken as text";
const std::string kQuestion =
    "warning question-mark-in-text: A question mark inside brackets has a meaning of its own in "
    "YAML; it is taken as text";
const std::string kTab =
    "error tab-in-indent: A tab stands in the indent, where YAML allows only spaces";

}  // namespace

TEST_CASE("Text that YAML would read otherwise is taken as typed, with a warning") {
  check({"b: 1\na: Covid-19: update\n", {"x:2:12 " + kColon}, "Covid-19: update"});
  check({"a: one: two: three", {"x:1:7 " + kColon, "x:1:12 " + kColon}, "one: two: three"});
  check({"a: @nottingham", {starts_with("1:4", "@")}, "@nottingham"});
  check({"a: `code`", {starts_with("1:4", "`")}, "`code`"});
  check({"a: %x", {starts_with("1:4", "%")}, "%x"});
  check({"a: *bold* text", {starts_with("1:4", "*")}, "*bold* text"});
  check({"a: **bold** text", {starts_with("1:4", "*")}, "**bold** text"});
  check({"a: & Sons", {starts_with("1:4", "&")}, "& Sons"});
  check({"a: : x", {starts_with("1:4", ":")}, ": x"});
  check({"a: > 5", {starts_with("1:4", ">")}, "> 5"});
  check({"a: >5", {starts_with("1:4", ">")}, ">5"});
  check({"a: |text\nb: 1", {starts_with("1:4", "|")}, "|text"});
  check({"a: \"The\" council\nb: 1",
         {"x:1:4 warning quote-in-text: The text in quotes goes on after the closing quote; all of "
          "it is taken as text"},
         "\"The\" council"});
}

TEST_CASE("A hashtag is text, and a comment stays a comment") {
  const std::string starts = " starts with #, which starts a comment in YAML; it is taken as text";
  check({"a: #Tag\nb: 1", {"x:1:4 warning hash-in-text: The value of `a`" + starts}, "#Tag"});
  check({"a: #Stop #Covid19 # both",
         {"x:1:4 warning hash-in-text: The value of `a`" + starts},
         "#Stop #Covid19"});
  check({"a: # nothing yet\nb: 1", {}});
  check({"b: 1\na:", {}});
  check({"b: 1\na: #", {}});
  check({"b:\n  # - none\n  - x\n\n  - #Tag\nc: d",
         {"x:5:5 warning hash-in-text: This list entry" + starts}});
  check({"b: { c: #Tag, d: 1 }",
         {"x:1:9 warning hash-in-text: This # starts a comment in YAML; it is taken as text"}});
}

TEST_CASE("Signs inside brackets are taken as typed, with a warning") {
  check({"b: { c: Are you well? }", {"x:1:21 " + kQuestion}});
  check({"b: { c: Are you well?, d: 1 }", {"x:1:21 " + kQuestion}});
  check({"b: [ well?, really? yes ]", {"x:1:10 " + kQuestion, "x:1:19 " + kQuestion}});
  check({"b: { c: Health: more, d: 1 }", {"x:1:15 " + kColon}});
}

TEST_CASE("A comma between braces ends a text, and the message says so") {
  check({"b: { c: one, two }",
         {"x:1:14 error comma-in-text: `two` has no colon: between braces, a comma ends a text"}});
  check({"b: { c:one }",
         {"x:1:6 error space-after-colon: A space is missing after the colon in \"c:one\""}});
  check({"b: {{x}}", {"x:1:5 error key-not-text: Double braces mean nothing here"}});
}

TEST_CASE("A line without its colon, or without the space after it, is named") {
  const std::string none =
      "error missing-colon: This line has no colon after its name: \"title X\"";
  check({"a: 1\ntitle X\nb: 2", {"x:2:1 " + none}});
  check({"title X\nb: 2", {"x:1:1 " + none}});
  check({"a: 1\ntitle X", {"x:2:1 " + none}});
  check({"a: 1\nkey:value\nb: 2",
         {"x:2:4 error space-after-colon: A space is missing after the colon of `key`"}});
}

TEST_CASE("A space left out before a bracket or quote is named, and its cure adds it") {
  const auto space = [](std::string_view place, std::string_view name) {
    return fmt::format("x:{} error space-after-colon: A space is missing after the colon of `{}`",
                       place, name);
  };
  check({"hashtags:[A, B]", {space("1:9", "hashtags")}});
  check({"with:\n  hashtags:[A,\n    B]", {space("2:11", "hashtags")}});
  check({"with:\n  what: Words\n  hashtags:[A, B]\n", {space("3:11", "hashtags")}});
  check({"- body:\"One: two\"", {space("1:7", "body")}});
  check({"meeting:{ date: 2020, place: x }\nb:c\na: 1",
         {space("1:8", "meeting"), space("2:2", "b")}});
  check({"c:\n  rows:{ data: x }", {space("2:7", "rows")}});
  check({"with:\n  body:We met", {space("2:7", "body")}});
  check({"a: see note:[1]", {}, "see note:[1]"});
  check({"b:\n  note:well", {}});
  check({"with:\n  https://www.gov.uk", {}});

  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", "with:\n  hashtags:[A, B]\n");
  CHECK_FALSE(config::read_yaml(sources.text(start), start, diagnostics));
  const Diagnostic& told = diagnostics.all().at(0);
  CHECK(told.help == "Write hashtags: [A, B]");
  REQUIRE(told.fixes.size() == 1);
  CHECK(told.fixes[0].at == start + 16);
  CHECK(told.fixes[0].replacement == ": ");
}

TEST_CASE("What is wrong behind a text of several lines is told once, at its own line") {
  const std::string space =
      "error space-after-colon: A space is missing after the colon of `after`";
  const std::string colon =
      "error missing-colon: This line has no colon after its name: \"after none\"";
  for (const std::string body :
       {"|\n  The first: paragraph.\n\n  Two", "| # kept\n  One\n  Two", ">-\n  One\n  Two",
        "One\n  Two\n  and three", "\"One \\\"\n  Two\"", "'One''s\n  Two' # and a comment"}) {
    const auto line = 2 + std::ranges::count(body, '\n');
    check({"c: " + body + "\nafter:none\nb: 2", {fmt::format("x:{}:6 {}", line, space)}});
    check({"c: " + body + "\nafter none\nb: 2", {fmt::format("x:{}:1 {}", line, colon)}});
  }
}

TEST_CASE("A text under a block's sign that is not indented is told once, at its first line") {
  const std::string message =
      "error indent: This text belongs to the | above, and is not indented deeper than the name "
      "before it";
  check({"c: |\nOne text.\nTwo texts.\nb: 2", {"x:2:1 " + message}});
  check({"d:\n  c: |\n\n  One text.\n  Two texts.\n  b: 2\ne:f\ng: 1",
         {"x:4:3 " + message,
          "x:7:2 error space-after-colon: A space is missing after the colon of `e`"}});
  check({"c: |\n  One\nTwo texts.\nb: 2",
         {"x:3:1 error missing-colon: This line has no colon after its name: \"Two texts.\""}});
}

TEST_CASE("Several mistakes of spelling come in one run") {
  check({"a: 1\nkey:value\nb: x: y\ntitle X\nc: 3",
         {"x:2:4 error space-after-colon: A space is missing after the colon of `key`",
          "x:3:5 " + kColon,
          "x:4:1 error missing-colon: This line has no colon after its name: \"title X\""}});
  check({"a: 1\na: 2\nb: &x 1\nc: *x\nd: !y z",
         {"x:2:1 error duplicate-key: `a` is given twice",
          "x:3:4 error anchor: &x names a value for use elsewhere, which is not supported",
          "x:4:4 error alias: A value that starts with * repeats another value, which is not "
          "supported",
          "x:5:4 error tag: Text that starts with ! has a meaning of its own in YAML"}});
}

TEST_CASE("A duplicate key notes where it was first given") {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", "a: 1\nb: 2\na: 3\n");
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  REQUIRE(tree);  // so that the rest of the file is checked in the same run
  CHECK(tree->find("a")->text == "1");
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& found = diagnostics.all()[0];
  CHECK(sources.locate(found.source).line == 3);
  REQUIRE(found.notes.size() == 1);
  CHECK(found.notes[0].text == "first given here");
  CHECK(sources.locate(found.notes[0].source).line == 1);
}

TEST_CASE("Quotes that do not close, or close too early, are found where they open") {
  check({"b: 1\nc: \"never\nd: 2\n", {"x:2:4 error unclosed-quote: This quote is never closed"}});
  check({"c: 1\nd: 'it''s", {"x:2:4 error unclosed-quote: This quote is never closed"}});
  check({"c: 'x\nd: 'y'\n",
         {"x:1:4 error unclosed-quote: The quote that opens here is not closed on its line"}});
  check({"c: 'it's'", {"x:1:8 error quote-in-text: The text in quotes ends before this"}});
  check(
      {"c: \"C:\\temp\"",
       {"x:1:4 error bad-escape: Between double quotes, a backslash made this text hold a control "
        "character"}});
  check(
      {"c: \"a\\x0Eb\"",
       {"x:1:4 error bad-escape: Between double quotes, a backslash made this text hold a control "
        "character"}});
  check({"c: \"a\\q\"", {"x:1:6 error bad-escape: \\q means nothing inside double quotes"}});
}

TEST_CASE("Text out of its block is told once, however long it is") {
  const std::string indent =
      "x:2:1 error indent: This text belongs to the | above, and is not indented deeper than the "
      "name before it";
  check({"a: |\nThis\n\nand that\r\n\nand: more", {indent}});
  check({"a: |\nThis", {indent}});
}

TEST_CASE("Brackets that do not close or open are found") {
  check({"c: [1, 2\nb: 3", {"x:1:4 error unclosed-bracket: This [ is not closed before line 2"}});
  check({"c: [1, 2\n- b", {"x:1:4 error unclosed-bracket: This [ is never closed"}});
  check({"c: { d: 2", {"x:1:4 error unclosed-bracket: This { is never closed"}});
  check(
      {"c: ] d\nb: x: y", {"x:1:4 error stray-bracket: This ] closes nothing", "x:2:5 " + kColon}});
}

TEST_CASE("A hashtag that hides a closing bracket is the only thing to complain of") {
  check({"c:\n  - d: { e: #One }\n  - f: g\n",
         {"x:2:13 warning hash-in-text: This # starts a comment in YAML; it is taken as text"}});
  check({"c: [#One]\nd:\n  - e: f\n",
         {"x:1:5 warning hash-in-text: This # starts a comment in YAML; it is taken as text"}});
}

TEST_CASE("A deeper line in a section that has no with is asked for it") {
  const auto help = [](const std::string& typed) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId start = sources.add("x", typed);
    CHECK_FALSE(config::read_yaml(sources.text(start), start, diagnostics));
    return diagnostics.all().front().help;
  };
  const std::string same = "Give both lines the same indent";
  const std::string with =
      "If this is what the section is to say, the line `with:` is missing above it; else give both "
      "lines the same indent";
  const std::string section = "sections:\n  - plugin: prose\n";
  CHECK(help(section + "      body: x\n") == with);
  CHECK(help(section + "    title: X\n      body: x\n") == with);
  CHECK(help("sections:\n  - title: X\n    use: one\n\n      body: x\n") == with);
  CHECK(help(section + "    with:\n      body: x\n        more: y\n") == same);
  CHECK(help(section + "    with: { body: x }\n    title: X\n      more: y\n") == same);
  CHECK(help("meeting:\n  board: X\n    date: 2020\n") == same);
  CHECK(help("c: 1\n  b: 2") == same);
}

TEST_CASE("A section's key beside the dashes goes into the section above") {
  const auto told = [](const std::string& text) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId start = sources.add("x", text);
    CHECK_FALSE(config::read_yaml(sources.text(start), start, diagnostics));
    const Diagnostic& first = diagnostics.all().at(0);
    return first.id + ": " + first.help;
  };
  const std::string section = "sections:\n  - plugin: prose\n    title: X\n";
  const std::string body = "    with:\n      body: y\n\n";
  const std::string beside = "indent: If it is of the section above, give it the indent of ";
  CHECK(told(section + "  access: { exempt: 3 }\n" + body) == beside + "`title:` there");
  CHECK(told(section + body + "  access: { exempt: 3 }\n") == beside + "`title:` there");
  CHECK(told(section + body + "  # a note: here\n  owner: Housing\n") == beside + "`title:` there");
  CHECK(told("sections:\n  - title: X\n    when: {}\n  use: one\n") == beside + "`title:` there");
  CHECK(told("sections:\n  - plugin: prose\n  access: public\n") == beside + "`plugin:` there");
  const std::string dash =
      "missing-dash: Begin each entry with `- `, and indent what belongs to it by two more spaces";
  CHECK(told(section + body + "  use: one\n") == dash);
  CHECK(told(section + body + "  title: Y\n") == dash);
  CHECK(told(section + body + "  caption: Y\n") == dash);
}

TEST_CASE("A first list entry without its dash is named, not the sound one below it") {
  const std::string message =
      "error missing-dash: The first entry of this list does not begin with a dash";
  check({"c:\n    d: 1\n  - d: 2\n", {"x:2:5 " + message}});
  check({"c:\n\n  # first\n    d: 1\n    e: |\n      One\n      - two\n  - d: 2\n  - d: x: y\n",
         {"x:4:5 " + message, "x:9:9 " + kColon}});
  check({"c:\n  d: 1\n- e",
         {"x:3:1 error list-among-names: A list entry stands among lines of the form name: "
          "value"}});

  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", "c:\n    d: 1\n  - d: 2\n");
  CHECK_FALSE(config::read_yaml(sources.text(start), start, diagnostics));
  const Diagnostic& told = diagnostics.all().at(0);
  CHECK(told.help == "Write - d: 1, with the dash below that of the other entries");
  REQUIRE(told.fixes.size() == 1);
  CHECK(told.fixes[0].at == start + 5);
  CHECK(told.fixes[0].replacement == "- ");
}

TEST_CASE("Indents that do not fit are explained") {
  check({"c: 1\n  b: 2",
         {"x:2:3 error indent: `b` is indented deeper than the line above, whose text it "
          "continues"}});
  check(
      {"c:\n  b: 2\n d: 3", {"x:3:2 error indent: The indent of this line fits no line above it"}});
  check(
      {"c: 1\n- b",
       {"x:2:1 error list-among-names: A list entry stands among lines of the form name: value"}});
  check({"c: - b", {"x:1:4 error list-beside-key: A list cannot start on the line of its name"}});
}

TEST_CASE("Tabs, no-break spaces and control characters are found before YAML is read") {
  check({"c:\n\tb: 1\n\td: 2", {"x:2:1 " + kTab}});
  check({"c:\n  - b\n \t- d", {"x:3:2 " + kTab}});
  check({"c:\n\u00A0 b: 1",
         {"x:2:1 error no-break-space: A no-break space stands in the indent, where YAML allows "
          "only spaces"}});
  check({"c: é\x01",
         {"x:1:5 error control-character: There is an invisible control character "
          "U+0001 here"}});
  check({"c: caf\xE9", {"x:1:7 error not-utf8: Byte 0xE9 here is not UTF-8 text"}});
  check({std::string("\xFF\xFE"
                     "a\0",
                     4),
         {"x:1:1 error not-utf8: This file is saved as UTF-16, not as UTF-8"}});
}

TEST_CASE("A file holds one document") {
  check({"c: 1\n---\nb: 2",
         {"x:2:1 error second-document: A second document starts here, and a file may hold only "
          "one"}});
  check({", c: 1\n",
         {"x:1:1 error second-document: This line does not belong to what stands above it"}});
  check({"- c: 1\nd: 2",
         {"x:2:1 error second-document: This line does not belong to what stands above it"}});
}

TEST_CASE("A name that comes again in a list entry may begin the next, without its dash") {
  const auto help = [](const std::string& text) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId start = sources.add("x", text);
    CHECK(config::read_yaml(sources.text(start), start, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].id == "duplicate-key");
    return diagnostics.all()[0].help;
  };
  CHECK(help("- plugin: a\n  with: b\n  plugin: c\n  with: d\n") ==
        "If this begins a new entry, write - plugin: …, with the dash below that of the other "
        "entries; else keep one of the "
        "two");
  CHECK(help("- id: a\n  plugin: b\n  owner: c\n  plugin: d\n  owner: e\n") ==
        "If this begins a new entry, write - plugin: …, with the dash below that of the other "
        "entries; else keep one of the "
        "two");
  CHECK(help("- { plugin: a, with: b, with: d }\n") == "Keep one of the two");
  CHECK(help("plugin: a\nplugin: b\n") == "Keep one of the two");
}
