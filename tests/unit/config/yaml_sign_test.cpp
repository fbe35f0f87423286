// Signs that cut or change a text: told, and mended only where nothing else can be meant.

#include <catch2/catch.hpp>

#include "unit/config/yaml_trap.hpp"

using sheaf::test::check;

TEST_CASE("A # behind a curly quotation mark cuts the text as any other does") {
  check({"a: \u201CItem #4 of it\u201D\n", "x:1:10 warning hash-cuts-text", ""});
  check({"a: \u201CItem #4 of it\u201D is agreed\n", "x:1:10 warning hash-cuts-text", ""});
  check({"- note: \u2018Item #4\u2019 and more\n", "x:1:15 warning hash-cuts-text", ""});
  check({"a: \u2018Item\u2019 #4\n", "x:1:11 warning hash-cuts-text", ""});
  check({"a: \u201CSummary #check it\u201D\n", "x:1:13 warning hash-cuts-text", ""});
}

TEST_CASE("A number sign behind a text in straight quotes cuts the text, a remark does not") {
  check({"a: \"Item\" #4 of the plan\n", "x:1:11 warning hash-cuts-text", ""});
  check({"a: 'Item' #4\n", "x:1:11 warning hash-cuts-text", ""});
  check({"a: \"Item\" # 4 of the plan\n", "", ""});
  check({"a: \"Item\"  #4\n", "", ""});
  check({"a: 'two words' #comment\n", "", ""});
}

TEST_CASE("A line that goes on with the text above and begins with # is told") {
  check({"a: We met our target in\n  #4 Station Street.\n", "x:2:3 warning hash-cuts-text", ""});
  check({"- note: We met it at\n    #BeKind #Two\n", "", ""});
  check({"a: We met it\n#4 is a remark\n", "", ""});
  check({"- a: We met it\n  #1 a remark\n", "", ""});
  check({"a: We met it\n  #check with finance\n", "", ""});
  check({"a: final\n  #4\n", "", ""});
  check({"a: \"We met it\"\n  #4\nb: 1\n", "", ""});
}

TEST_CASE("Between braces, no part of a text with a # in it is put in quotes") {
  check({"a: { b: We met item #4 }\n", "x:1:21 warning hash-in-text", ""});
  check({"a: { b: Item #4 of #5 }\n", "x:1:14 warning hash-in-text", ""});
  check({"a: { b: 1, place: Room #4 }\n", "x:1:24 warning hash-in-text", ""});
  check({"a: [One, Room #4]\n", "x:1:15 warning hash-in-text", ""});
  check({"a: { b: Text #check }\n", "x:1:14 warning hash-in-text", ""});
}

TEST_CASE("Brackets and signs in a text between braces ask for quotes, and for no other brace") {
  check({"a: { b: We met [here] now }\n", "x:1:4 error sign-in-text", ""});
  check({"a: { b: > 5 }\n", "x:1:4 error sign-in-text", ""});
  check({"a: { b: 1\nc: 2\n", "x:1:4 error unclosed-bracket", ""});
  check({"a: { b: [1, 2 }\n", "x:1:9 error unclosed-bracket", ""});
}

TEST_CASE("A path of Windows between double quotes loses no letter unseen") {
  check({"a: \"See S:\\new folder\"\n", "x:1:11 warning bad-escape", ""});
  check({"a: \"C:\\\\housing\\new folder\"\n", "x:1:16 warning bad-escape", ""});
  check({"a: \"C:\\\\housing\\\\new\"\n", "", ""});
  check({"a: 'S:\\new folder'\n", "", ""});
  check({"a: \"Option A:\\nWe met\"\n", "", ""});
  check({"a: \"One\\ntwo\"\n", "", ""});
}

TEST_CASE("A text that begins with > is told, and quotes are no cure: Markdown makes a quotation") {
  check({"a: >5% rise\n", "x:1:4 warning sign-in-text", ""});
  check({"a: > 5 of them\n", "x:1:4 warning sign-in-text", ""});
}

TEST_CASE("What nobody sees in a value that is a name is told and taken out") {
  check({"- plugin: pro\u200Bse\n", "x:1:14 warning no-break-space", "- plugin: prose\n"});
  check({"a: \u00A0prose\n", "x:1:4 warning no-break-space", "a: prose\n"});
  check({"a: 25\u00A0November\n", "", ""});
  check({"a: One\u00A0word\n", "", ""});
  check({"a: wel\u00ADfare\n", "", ""});
}

TEST_CASE("A list below a text that ends with a colon asks for a bar, and not for quotes") {
  sheaf::SourceMap sources;
  sheaf::Diagnostics diagnostics;
  const std::string text = "- body: We met:\n    - one\n    - two\n";
  const auto start = sources.add("x", text);
  (void)sheaf::config::read_yaml(sources.text(start), start, diagnostics);
  REQUIRE_FALSE(diagnostics.all().empty());
  CHECK(diagnostics.all()[0].help == "Write body: |, and start the text on the line below it");
}
