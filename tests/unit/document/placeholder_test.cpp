#include "document/placeholder.hpp"

#include <catch2/catch.hpp>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

TEST_CASE("A column that is named without what is wanted of it is told so") {
  Office office;
  office.add("grants.csv", "name,cost,due\nA,5,2020-11-25\nB,6,2020-11-26\n");
  office.bind_update("{ text: ((data.grants.cost)) ((data.grants.due)) ((data.grants.name)) }",
                     "data: { grants: grants.csv }\n");
  CHECK(office.help() ==
        Lines{"Say what is wanted of it, such as ((data.grants.sum.cost)): sum, count, min, max or "
              "first",
              "Say what is wanted of it, such as ((data.grants.count.due)): count, min, max or "
              "first",
              "Say what is wanted of it, such as ((data.grants.count.name)): count or first"});
}

TEST_CASE("A placeholder is a path, and a format after `as`") {
  const auto found = document::find_placeholder("a ((b.c as month)) d", 0);
  REQUIRE(found);
  CHECK(found->begin == 2);
  CHECK(found->written == "((b.c as month))");
  CHECK(found->path == "b.c");
  CHECK(found->format == "month");
  CHECK(document::find_placeholder("(( b ))", 0)->path == "b");
  CHECK_FALSE(document::find_placeholder("(b) ( (c) )", 0));
}

TEST_CASE("Anything else in double brackets is no placeholder") {
  for (const char* text : {"(())", "((a", "((a b))", "((a as))", "((a as b c))", "((.a))",
                           "((a..b))", "((a, b))", "((((a))"}) {
    INFO(text);
    REQUIRE(document::find_placeholder(text, 0));
    CHECK_FALSE(document::find_placeholder(text, 0)->is_valid());
  }
}

TEST_CASE("A placeholder that does not close swallows no other line") {
  CHECK(document::find_placeholder("((a) and\n((b))", 0)->written == "((a)");
  CHECK(document::find_placeholder("((a as\n  month))", 0)->is_valid());
}

TEST_CASE("A lone placeholder keeps the type of its value, in text it is house style") {
  Office office;
  office.bind_update(
      "{ text: ((meeting.date)), day: ((meeting.date)), expected: ((meeting.date)) }");
  CHECK(office.findings() == Lines{});
  CHECK(office.value("text").text == "25 November 2020");
  CHECK(office.value("day").date == model::PartialDate{2020, 11, 25});
  CHECK(office.value("expected").date == model::PartialDate{2020, 11, 25});
}

TEST_CASE("Markdown keeps its source and gets a table of values") {
  Office office;
  office.bind_update("{ narrative: 'On ((meeting.date)), *((title))*, ((meeting.date))' }");
  const model::Value narrative = office.value("narrative");
  CHECK(narrative.text == "On ((meeting.date)), *((title))*, ((meeting.date))");
  REQUIRE(narrative.replacements.size() == 2);
  CHECK(narrative.replacements[0].placeholder == "((meeting.date))");
  CHECK(narrative.replacements[0].text == "25 November 2020");
  CHECK(narrative.replacements[1].text == "Report");
}

TEST_CASE("A missing value is reported at the brackets, with the nearest path") {
  Office office;
  office.bind_update("{ text: 'On ((meeting.dat)) and ((meeting.place))' }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:23 error unknown-value: There is no value `meeting.dat`",
              "report.yaml:7:43 error placeholder-without-value: `meeting.place` has no value in "
              "this layout"});
  CHECK(office.help() ==
        Lines{"Did you mean `meeting.date`?", "Give `meeting.place`, or take the placeholder out"});
}

TEST_CASE("Inside Markdown, in the layout or in a file, the place is the very one") {
  Office office;
  office.add("a.md", "# Heading\n\nOn *((meeting.dat))* we\n((nothing at all\n");
  office.bind_update("{ narrative: { file: a.md } }");
  CHECK(office.findings() ==
        Lines{"a.md:3:5 error unknown-value: There is no value `meeting.dat`",
              "a.md:4:1 error bad-placeholder: \"((nothing at all\" is no placeholder"});
  Office block;
  block.bind_update("\n      narrative: |\n        # A\n\n        b ((c)) d");
  CHECK(block.findings() == Lines{"report.yaml:11:11 error unknown-value: There is no value `c`"});
}

TEST_CASE("A section stays when only its Markdown has such a mistake, for what else is in it") {
  Office markdown;
  markdown.bind_update("{ narrative: 'On ((meeting.dat)) at ((title))' }");
  CHECK(markdown.findings().size() == 1);
  CHECK(markdown.value("narrative").text == "On ((meeting.dat)) at ((title))");
  CHECK(markdown.value("narrative").replacements.size() == 1);
  Office both;
  both.bind_update("{ narrative: 'On ((meeting.dat))', text: ((meeting.dat)) }");
  CHECK(both.findings().size() == 2);
  CHECK(both.report->sections.empty());
}

TEST_CASE("A placeholder one bracket short is told by itself, with its own cure") {
  Office office;
  office.bind_update(
      "{ text: 'On ((meeting.date) we, ((meeting.date as month) and ((meeting.date)) at (one)' }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:23 error bad-placeholder: \"((meeting.date)\" is no placeholder",
              "report.yaml:7:43 error bad-placeholder: \"((meeting.date as month)\" is no "
              "placeholder"});
  CHECK(office.help() == Lines{"Write ((meeting.date))", "Write ((meeting.date as month))"});
  CHECK(office.cures() == Lines{"7:23 ((meeting.date) -> ((meeting.date))",
                                "7:43 ((meeting.date as month) -> ((meeting.date as month))"});
  Office open;
  open.bind_update("{ text: 'On ((meeting.date we ((meeting.date)) (one)' }");
  CHECK(open.findings() ==
        Lines{"report.yaml:7:23 error bad-placeholder: \"((meeting.date we\" is no placeholder"});
  CHECK(open.cures() == Lines{});
}

TEST_CASE("Inside a CSV cell, too") {
  Office office;
  office.add("a.csv", "action,due\n\"Recruit, \"\"by\"\" ((meeting.dat))\",((meeting.date))\n");
  office.bind_update("{ actions: { data: a } }", "data: { a: a.csv }\n");
  CHECK(office.findings() ==
        Lines{"a.csv:2:18 error unknown-value: There is no value `meeting.dat`"});
}

TEST_CASE("Values that are made of themselves are refused") {
  Office office;
  office.bind(
      "sheaf: 1\nlanguage: en-GB\ntitle: A ((subtitle))\nsubtitle: B ((values.c))\n"
      "values: { c: C ((title)) }\nsections:\n  - plugin: update\n    with: { text: ((values.c)) "
      "}\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:5:16 error placeholder-cycle: `title` is made of itself"});
  Office self;
  self.bind("sheaf: 1\nlanguage: en-GB\ntitle: A ((title))\nsections: [{ plugin: update }]\n");
  CHECK(self.findings() ==
        Lines{"report.yaml:3:10 error placeholder-cycle: `title` is made of itself"});
}

TEST_CASE(
    "Values that are made of one another without end are refused before they fill the memory") {
  std::string values = "values:\n  v0: lollollol\n";
  for (int i = 1; i < 20; ++i) {
    values += fmt::format("  v{}: '", i);
    for (int copy = 0; copy < 10; ++copy) values += fmt::format("((values.v{}))", i - 1);
    values += "'\n";
  }
  for (const char* field : {"text", "narrative"}) {
    Office office;
    office.bind_update(fmt::format("{{ {}: ((values.v19)) }}", field), values);
    REQUIRE(office.findings() ==
            Lines{"report.yaml:15:21 error text-too-long: With `values.v5` in it, this text is "
                  "longer than 1 MB"});
    CHECK(office.report->sections.empty());
  }
}

TEST_CASE("A build takes a limited length from placeholders, which is told once") {
  Office office;
  std::string with = "\n      actions:";
  for (int row = 0; row < 12; ++row) with += "\n        - { action: ((values.long)) }";
  office.bind_update(with, "values: { long: " + std::string(500'000, 'x') + " }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:17:21 error text-too-long: Placeholders put more than 4 MB into this "
              "report"});
}

TEST_CASE("Values may be made of one another sixty-four deep") {
  const auto layout = [](int deep) {
    std::string values = "values:\n";
    for (int i = 0; i < deep; ++i) values += fmt::format("  v{}: ((values.v{}))\n", i, i + 1);
    return values + fmt::format("  v{}: the end\n", deep);
  };
  Office office;
  office.bind_update("{ text: ((values.v0)) }", layout(63));
  CHECK(office.findings() == Lines{});
  CHECK(office.value("text").text == "the end");
  Office deep;
  deep.bind_update("{ text: ((values.v0)) }", layout(10'000));
  CHECK(deep.findings() ==
        Lines{"report.yaml:72:8 error placeholder-depth: `values.v64` is reached through more than "
              "64 values that are made of one another"});
}

TEST_CASE("Of the slips in one text, the first twenty are told") {
  std::string text;
  for (int line = 0; line < 60'000; ++line) text += "((\n";
  for (const char* field : {"text", "narrative"}) {
    Office office;
    office.add("a.md", text);
    office.bind_update(fmt::format("{{ {}: {{ file: a.md }} }}", field));
    REQUIRE(office.diagnostics.all().size() == 20);
    CHECK(office.findings().back() == "a.md:20:1 error bad-placeholder: \"((\" is no placeholder");
  }
}

TEST_CASE("Inside Markdown, each value has its canonical form for addresses") {
  Office office;
  office.bind_update("{ narrative: '[x](https://a.uk/((meeting.date))) ((meeting.date))' }");
  const model::Value narrative = office.value("narrative");
  REQUIRE(narrative.replacements.size() == 1);
  CHECK(narrative.replacements[0].text == "25 November 2020");
  CHECK(narrative.replacements[0].canonical == "2020-11-25");
}

TEST_CASE("There is no clock, and no schedule yet") {
  Office office;
  office.bind_update("{ text: '((now)) ((run.nominal)) ((people.a))' }",
                     "people: { a: { name: Ann Other } }\n");
  CHECK(
      office.findings() ==
      Lines{"report.yaml:7:20 error unknown-value: There is no `now`: a report reads the same "
            "whenever it is built",
            "report.yaml:7:28 error unknown-value: `run.nominal` is known only in a scheduled run",
            "report.yaml:7:44 error unknown-value: `people.a` holds several values"});
  CHECK(office.help()[2] == "Name one of them, such as `people.a.name`");
}

TEST_CASE("A format must be known, and the value precise enough for it") {
  Office office;
  office.bind_update("\n      text: ((values.m as day)) ((values.m as mnth)) ((title as month))",
                     "values: { m: 2020-11 }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:8:13 error wrong-format: `values.m` is November 2020, which is not "
              "precise enough for `as day`",
              "report.yaml:8:33 error wrong-format: `values.m` cannot be printed as `mnth`",
              "report.yaml:8:54 error wrong-format: `title` is no date"});
  CHECK(office.help()[1] == "Did you mean `month`?");
}

TEST_CASE("A format that is mistyped is mended where only one that suits the value is near") {
  const auto cures = [](const std::string& placeholder) {
    Office office;
    office.add("grants.csv", "name,amount\nA,5\n");
    office.bind_update("{ text: " + placeholder + " }",
                       "data: { grants: grants.csv }\nvalues: { m: 2020-11-25 }\n");
    REQUIRE(office.diagnostics.all().size() == 1);
    CHECK(office.diagnostics.all()[0].id == "wrong-format");
    return office.cures();
  };
  CHECK(cures("((data.grants.count as mony))") == Lines{"7:42 mony -> money"});
  CHECK(cures("((data.grants.sum.amount as nmber))") == Lines{"7:47 nmber -> number"});
  CHECK(cures("((values.m as mnth))") == Lines{"7:33 mnth -> month"});
  CHECK(cures("((values.m as mony))") == Lines{});
  CHECK(cures("((title as mony))") == Lines{});
}

TEST_CASE("File names take ISO dates and nothing a file system might refuse") {
  Office office;
  office.bind_update("{ text: a }",
                     "output: { name: '../((meeting.date as month)): ((meeting.date)) a/b' }\n");
  CHECK(office.findings() == Lines{});
  CHECK(office.report->outputs[0].name == "2020-11-2020-11-25-a-b");
}

TEST_CASE("A resolved value is typed like a typed one") {
  Office office;
  office.bind_update("{ day: ((values.when)), cost: ((values.cost)) }",
                     "values: { when: soon, cost: '1,250' }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:18 error wrong-type: with.day should be a date (2020-11-25), not "
              "\"soon\""});
}

TEST_CASE("A broken value is the layout's own, whichever section asks first") {
  Office office;
  office.bind_update("{ text: ((values.a)) }", "values: { a: ((b)) }\n");
  CHECK(office.findings() == Lines{"report.yaml:8:14 error unknown-value: There is no value `b`"});
  CHECK(office.diagnostics.all()[0].context == SectionContext{});
  CHECK(office.report->sections.empty());
}

TEST_CASE("A placeholder that lacks a bracket or a full stop is told as it should be") {
  const auto help = [](const std::string& text) {
    Office office;
    office.bind_update("{ text: \"" + text + "\" }");
    REQUIRE(office.diagnostics.all().size() == 1);
    return office.help()[0];
  };
  CHECK(help("((meeting.board)") == "Write ((meeting.board))");
  CHECK(help("((meeting board))") == "Write ((meeting.board))");
  CHECK(help("((data.grants.sum.Amount in £))") == "Write ((data.grants.sum.Amount_in_£))");
  CHECK(help("((data.grants.sum.Amount in £ as money))") ==
        "Write ((data.grants.sum.Amount_in_£ as money))");
  CHECK(help("((data.grants count))") == "Write ((data.grants.count))");
  CHECK(help("((values.children))") == "Add `children: …` under `values:`");
  CHECK(help("((meeting.date as mnth))") == "Did you mean `month`?");
}

TEST_CASE("An approval's day that is none is told once") {
  Office office;
  office.bind(Office::head() +
              "require_approvals: [finance]\napprovals: [{ by: finance, on: 11/12/2020 }]\n"
              "sections: []\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:6:32 error date-form: approvals[1].on is a date in another form than "
              "2020-11-25: \"11/12/2020\""});
}

TEST_CASE("A placeholder in single brackets is told, and cured") {
  Office office;
  office.bind_update("{ text: 'On (meeting.date) and ((meeting.date)), (meeting.date as month)' }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:23 warning single-bracket: (meeting.date) is printed as it stands: "
              "placeholders have two brackets on either side",
              "report.yaml:7:60 warning single-bracket: (meeting.date as month) is printed as it "
              "stands: placeholders have two brackets on either side"});
  REQUIRE(office.diagnostics.all()[0].fixes.size() == 1);
  CHECK(office.diagnostics.all()[0].fixes[0].replacement == "((meeting.date))");
}

TEST_CASE("A misspelt placeholder in other brackets is told, and cured after one slip alone") {
  Office office;
  office.bind_update("{ text: 'On (meeting.dat as month), {{meeting.daets}}, (metting.date)' }");
  CHECK(office.findings().size() == 2);
  CHECK(office.help() ==
        Lines{"Did you mean ((meeting.date))?", "Did you mean ((meeting.date as month))?"});
  CHECK(office.diagnostics.all()[0].fixes.empty());
  CHECK(office.cures() == Lines{"7:23 (meeting.dat as month) -> ((meeting.date as month))"});
}

TEST_CASE("A misspelt path or format is cured where it stands, when nothing else can be meant") {
  Office office;
  office.add("a.csv", "Amount in £,paid\n£2,yes\n")
      .add("a.md", "On ((meeting.dat)),\nin *((data.garnts.count))*");
  office.bind_update(
      "{ narrative: { file: a.md }, text: '((meeting.date as mnth)) (( data.grants.cuont ))' }",
      "data: { grants: a.csv }\nsubtitle: |\n  It is ((data.grants.sum.amount_in_£))\n");
  CHECK(office.cures() == Lines{"10:11 data.grants.sum.amount_in_£ -> data.grants.sum.Amount_in_£",
                                "7:65 mnth -> month", "7:75 data.grants.cuont -> data.grants.count",
                                "1:6 meeting.dat -> meeting.date",
                                "2:7 data.garnts.count -> data.grants.count"});
}

TEST_CASE("A misspelt path is left to people when another value may be meant") {
  for (const char* path :
       {"values.cost_2021", "values.unpaid", "values.b", "values.amont", "data.grnts.sum.paid"}) {
    INFO(path);
    Office office;
    office.add("a.csv", "paid\n£2\n");
    office.bind_update(std::string("{ text: 'On ((") + path + "))' }",
                       "values: { cost_2020: 1, paid: 2, a: 3, amount: 4, amounts: 5 }\n"
                       "data: { grants: a.csv, grant: a.csv }\n");
    CHECK(office.diagnostics.errors() == 1);
    CHECK(office.cures() == Lines{});
  }
}

TEST_CASE("Ordinary words in brackets are text, also those that name a value") {
  Office office;
  office.bind_update(
      "{ text: 'The (title), the (status), (e.g. this), (a.b), (), ((meeting.date)) (a (b.c) d)' "
      "}");
  CHECK(office.findings() == Lines{});
}

TEST_CASE("A placeholder in brackets that other programs use is told, and cured") {
  Office office;
  office.bind_update(
      "{ text: 'On {meeting.date}, [[meeting.date]] or <<meeting.date>>; {title}, [[a b]], "
      "<<<x>>>, "
      "[[[meeting.date]]], {no}' }");
  const std::string stands = " is printed as it stands: placeholders have round brackets";
  const std::string told = "report.yaml:7:";
  CHECK(office.findings() ==
        Lines{told + "23 warning curly-placeholder: {meeting.date}" + stands,
              told + "39 warning foreign-placeholder: [[meeting.date]]" + stands,
              told + "59 warning foreign-placeholder: <<meeting.date>>" + stands});
  CHECK(office.cures() == Lines{"7:23 {meeting.date} -> ((meeting.date))",
                                "7:39 [[meeting.date]] -> ((meeting.date))",
                                "7:59 <<meeting.date>> -> ((meeting.date))"});
}

TEST_CASE("A placeholder in curly brackets is told, and cured; other curly brackets are text") {
  Office office;
  office.bind_update("{ text: 'On {{meeting.date}} or {{ meeting.date as month }}, {{x}}' }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:23 warning curly-placeholder: {{meeting.date}} is printed as it "
              "stands: placeholders have round brackets",
              "report.yaml:7:43 warning curly-placeholder: {{ meeting.date as month }} is printed "
              "as it stands: placeholders have round brackets"});
  REQUIRE(office.diagnostics.all()[1].fixes.size() == 1);
  CHECK(office.diagnostics.all()[1].fixes[0].replacement == "(( meeting.date as month ))");
  CHECK(office.value("text").text == "On {{meeting.date}} or {{ meeting.date as month }}, {{x}}");
}
