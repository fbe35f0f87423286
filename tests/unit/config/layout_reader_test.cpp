#include "config/layout_reader.hpp"

#include "layout_reading.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::LayoutSpec;
using model::Node;

TEST_CASE("A layout is merged over what it is based on, and every value keeps its file") {
  Reading reading;
  reading.files.files["/r/sheaf.yaml"] = "";
  reading.files.files["/r/people/monthly.yaml"] =
      "sheaf: 1\n"
      "language: en-GB\n"
      "people:\n"
      "  director: { name: A. Person, post: Director }\n"
      "meeting: { board: Board }\n"
      "parts:\n"
      "  sign-off: { plugin: sign-off, with: { by: director, dated: ((meeting.date)) } }\n";
  reading.files.files["/r/people/11/report.yaml"] =
      "based_on: ../monthly.yaml\n"
      "title: Officer's Report\n"
      "status: draft\n"
      "meeting: { date: 2020-11-25 }\n"
      "data: { actions: actions.csv }\n"
      "sections:\n"
      "  - id: inspection\n"
      "    plugin: ofsted-update\n"
      "    title: Preparing\n"
      "    owner: Children's Services\n"
      "    with: { covers: [front door] }\n"
      "  - use: sign-off\n"
      "    when: { meeting.public: true }\n"
      "    with: { by: chair }\n";
  reading.read("/r/people/11/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const LayoutSpec& spec = *reading.spec;
  CHECK(dump(spec) ==
        "title Officer's Report\n"
        "language en-GB\n"
        "theme civic\n"
        "status draft\n"
        "meeting\n"
        "  board Board\n"
        "  date 2020-11-25\n"
        "people\n"
        "  director\n"
        "    name A. Person\n"
        "    post Director\n"
        "data actions actions.csv\n"
        "section inspection\n"
        "  plugin ofsted-update\n"
        "  title Preparing\n"
        "  owner Children's Services\n"
        "  with\n"
        "    covers\n"
        "      - front door\n"
        "section sign-off\n"
        "  plugin sign-off\n"
        "  when\n"
        "    meeting.public true\n"
        "  with\n"
        "    by chair\n"
        "    dated ((meeting.date))\n");
  CHECK(spec.root == "/r");
  CHECK(spec.path == "/r/people/11/report.yaml");
  const Node& with = spec.sections[1].with;
  CHECK(reading.place(with.find("by")->source) == "/r/people/11/report.yaml:14:17");
  CHECK(reading.place(with.find("dated")->source) == "/r/people/monthly.yaml:7:62");
  CHECK(reading.place(spec.sections[1].plugin_source) == "/r/people/monthly.yaml:7:23");
  CHECK(reading.place(spec.sections[1].source) == "/r/people/11/report.yaml:12:5");
  const Location base = reading.sources.locate(spec.meeting.find("board")->source);
  CHECK(reading.place(base.included_from) == "/r/people/11/report.yaml:1:11");
}

TEST_CASE("Maps merge at every depth, lists and references replace, and nothing takes away") {
  Reading reading;
  reading.files.files["/r/base.yaml"] =
      kHead +
      "subtitle: Old\n"
      "values: { a: { x: 1, y: 2 }, list: [1, 2], text: { file: a.md }, rows: { data: a } }\n"
      "sections: [{ plugin: prose }]\n";
  reading.files.files["/r/report.yaml"] =
      "based_on: base.yaml\n"
      "subtitle:\n"
      "values: { a: { y: 3, z: 4 }, list: [3], text: { file: b.md }, rows: [1] }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const std::string text = dump(*reading.spec);
  CHECK(text.find("subtitle") == std::string::npos);
  CHECK(text.find("  a\n    x 1\n    y 3\n    z 4\n"
                  "  list\n    - 3\n  text\n    file b.md\n  rows\n    - 1\n") !=
        std::string::npos);
}

TEST_CASE("`with` lies over `from`, and both over the part's") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead +
      "parts:\n"
      "  care: { plugin: asc, from: care.yaml, with: { b: 2 } }\n"
      "sections:\n"
      "  - use: care\n"
      "    from: month/news.yaml\n"
      "    with: { d: 4 }\n";
  reading.files.files["/r/care.yaml"] = "a: 1\nb: 1\nc: 1\nd: 1\n";
  reading.files.files["/r/month/news.yaml"] = "c: 3\nd: 3\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const Node& with = reading.spec->sections[0].with;
  CHECK(with.find("a")->text == "1");
  CHECK(with.find("b")->text == "2");
  CHECK(with.find("c")->text == "3");
  CHECK(with.find("d")->text == "4");
  CHECK(reading.place(with.find("c")->source) == "/r/month/news.yaml:1:4");
}

TEST_CASE("All problems of a file come in one run, each at its place") {
  CHECK(findings_of("sheaf: 1\n"
                    "titel: Report\n"
                    "language: english language\n"
                    "status: finished\n"
                    "numbering: paragraphs\n"
                    "meeting: tomorrow\n"
                    "sections:\n"
                    "  - plugn: prose\n"
                    "  - plugin: prose\n"
                    "    title: [a]\n"
                    "    review_by: soon\n"
                    "    with: text\n"
                    "  - plugin: a\n"
                    "    use: b\n"
                    "  - use: sing-off\n"
                    "parts:\n"
                    "  sign-off: { plugin: sign-off }\n"
                    "data:\n"
                    "  overdue: { sql: select 1 }\n"
                    "  other: {}\n"
                    "output: { formats: [pdf, docx] }\n") ==
        Findings{
            "/r/report.yaml:2:1 error unknown-key: The file has no `titel`",
            "/r/report.yaml:4:9 error wrong-type: status should be one of draft, final, not "
            "\"finished\"",
            "/r/report.yaml:6:10 error wrong-type: meeting should be a map, not \"tomorrow\"",
            "/r/report.yaml:8:5 error unknown-key: sections[1] has no `plugn`",
            "/r/report.yaml:10:12 error wrong-type: Section \"prose\".title should be text, not a "
            "list",
            "/r/report.yaml:11:16 error wrong-type: Section \"prose\".review_by should be a date "
            "(2020-11-25, 2020-11 or 2020), not \"soon\"",
            "/r/report.yaml:21:26 error wrong-type: output.formats[2] should be one of pdf, not "
            "\"docx\"",
            "/r/report.yaml:14:5 error plugin-and-use: This section gives both `plugin` and `use`",
            "/r/report.yaml:15:10 error unknown-part: There is no part `sing-off`",
            "/r/report.yaml:3:11 error bad-language: \"english language\" is no language tag",
            "/r/report.yaml:20:10 error missing-value: The data `other` names no file",
            "/r/report.yaml:12:11 error wrong-type: `with` should be a map, not text"});
}

TEST_CASE("A plugin in the place of a part is told to be one") {
  const auto help = [](const std::string& name) {
    Reading reading;
    reading.files.files["/r/report.yaml"] =
        "sheaf: 1\ntitle: T\nlanguage: en-GB\nparts: { note: { plugin: prose } }\n"
        "sections:\n  - use: " +
        name + "\n";
    reading.read("/r/report.yaml");
    return reading.diagnostics.all().at(0).help;
  };
  CHECK(help("prose") ==
        "Known here: note; if a plugin is to write the section, write plugin: prose");
  CHECK(help("notes") == "Did you mean `note`?");
}

TEST_CASE("A value is a day that there is not only with a year and a month of a calendar") {
  const auto told = [](const std::string& value) {
    return findings_of("sheaf: 1\ntitle: T\nlanguage: en-GB\nvalues: { ref: " + value +
                       " }\nsections: []\n");
  };
  for (const std::string other : {"1234-56-78", "2020-45-12", "0115-22-11", "17/45/2020",
                                  "2120-02-30", "31/02/1820", "'2020-02-30'", "A/02/2020"}) {
    INFO(other);
    CHECK(told(other) == Findings{});
  }
  CHECK(told("2020-02-30") ==
        Findings{"/r/report.yaml:4:16 error impossible-date: `ref` is 2020-02-30, and February "
                 "2020 has 29 days"});
  CHECK(told("31/02/2020").size() == 1);
}

TEST_CASE("British English is en-GB") {
  const std::string layout = "sheaf: 1\ntitle: T\nlanguage: en-UK\nsections: []\n";
  CHECK(findings_of(layout) ==
        Findings{"/r/report.yaml:3:11 error bad-language: \"en-UK\" is no language tag"});
  CHECK(findings_of("sheaf: 1\ntitle: T\nlanguage: en-uk\nsections: []\n") ==
        Findings{"/r/report.yaml:3:11 error bad-language: \"en-uk\" is no language tag"});
}

TEST_CASE("Data without a file or a query is told at the key that is empty") {
  const auto told = [](const std::string& data) {
    return findings_of(kHead + "sections: []\ndata: { a: " + data + " }\n");
  };
  const std::string file = "/r/report.yaml:5:";
  CHECK(told("{ file: }") == Findings{file + "14 error missing-value: The data `a` names no file"});
  CHECK(told("{ sql: }") ==
        Findings{file + "14 error missing-value: The query of the data `a` is empty"});
  CHECK(told("{ file: '' }") == Findings{file + "20 error empty-value: data.a.file is empty"});
  CHECK(told("{ sql: ' ' }") == Findings{file + "19 error empty-value: data.a.sql is empty"});
  CHECK(told("''") == Findings{file + "12 error missing-value: The data `a` names no file"});
}

TEST_CASE("The nearest known name is offered") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sectons: []\nsections: [{ use: care }]\n" + "parts: { caer: { plugin: x } }\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.diagnostics.all().size() == 2);
  CHECK(reading.diagnostics.all()[0].help == "Did you mean `sections`?");
  CHECK(reading.diagnostics.all()[1].help == "Did you mean `caer`?");
}

TEST_CASE("An entry that lacks the space after its first colon is named as such") {
  const std::string layout = "sheaf: 1\ntitle: x\nlanguage: en\nsections:\n";
  CHECK(findings_of(layout + "  - use:sign-off\n") ==
        Findings{"/r/report.yaml:5:8 error space-after-colon: A space is missing after the colon "
                 "of `use`"});
  CHECK(findings_of(layout + "  - see:sign-off\n") ==
        Findings{"/r/report.yaml:5:5 error wrong-type: sections[1] should be a map, not "
                 "\"see:sign-off\""});
}

TEST_CASE("A later format, or none, is named at its line") {
  CHECK(findings_of("sheaf: 2\nunknown: x\n") ==
        Findings{"/r/report.yaml:1:8 error format-version: This file is written in format 2, and "
                 "this program reads format 1"});
  CHECK(findings_of("title: x\nlanguage: en\nsections: []\n") ==
        Findings{"/r/report.yaml:1:1 error missing-value: The layout needs `sheaf`"});
  CHECK(findings_of("- a\n") ==
        Findings{"/r/report.yaml:1:1 error wrong-type: A layout should be a map, not a list"});
}

TEST_CASE("A placeholder fits wherever a value does") {
  CHECK(findings_of(
            kHead +
            "values: { on: yes }\nsections:\n  - plugin: prose\n    title: ((values.on))\n") ==
        Findings{});
}
