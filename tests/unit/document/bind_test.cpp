#include "document/bind.hpp"

#include <catch2/catch.hpp>

#include "office.hpp"
#include "support/findings.hpp"
#include "support/golden.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

namespace {

/// A report that uses all that bind can do, without a mistake.
Office& whole_office(Office& office) {
  office.add("actions.csv", "action,due,cost\nRecruit,2020-12-01,\"£1,250\"\nTrain,,\n")
      .add("more.yaml", "- action: Listen\n")
      .add("inspection.md", "Inspectors come by **((meeting.date))**.\n")
      .add("../chart.png", "PNG");
  return office.bind(
      "sheaf: 1\n"
      "language: en-GB\n"
      "title: Report for ((meeting.date as month))\n"
      "subtitle: For the ((meeting.board))\n"
      "status: draft\n"
      "meeting: { board: Health and Wellbeing Board, date: 2020-11-25, public: yes }\n"
      "people:\n"
      "  director: { name: Ann Other, post: Director for ((values.area)) }\n"
      "values: { area: People, beds: 1250, opens: 2020-12, budget: 12500.50 }\n"
      "data:\n"
      "  actions: actions.csv\n"
      "  more: more.yaml\n"
      "sections:\n"
      "  - plugin: prose\n"
      "    title: What ((people.director.name)) says\n"
      "    with: { body: { file: inspection.md } }\n"
      "  - plugin: update\n"
      "    owner: Children's Services\n"
      "    with:\n"
      "      text: ((data.actions.count)) actions, ((values.budget as money)), ((values.beds))\n"
      "      day: ((meeting.date))\n"
      "      month: ((meeting.date as month))\n"
      "      expected: by ((values.opens))\n"
      "      by: director\n"
      "      web: { text: Read ((values.area)), to: 'https://a.example/((meeting.date))' }\n"
      "      picture: { file: ../chart.png, alt: A chart }\n"
      "      actions: { data: actions }\n"
      "  - id: again\n"
      "    plugin: update\n"
      "    when: { meeting.public: true, status: [draft, final] }\n"
      "    with:\n"
      "      expected: ((values.opens))\n"
      "      picture: { file: ./../../people/chart.png, decorative: yes }\n"
      "      actions: { data: more }\n"
      "  - id: private\n"
      "    plugin: update\n"
      "    when: { meeting.public: false }\n"
      "  - id: elsewhere\n"
      "    plugin: update\n"
      "    when: { meeting.place: Loxley House }\n"
      "output: { name: ((meeting.date))-report }\n");
}

}  // namespace

TEST_CASE("A subtitle of nothing but spaces is none") {
  Office office;
  office.bind(Office::head() + "subtitle: \" \"\nsections: []\n");
  REQUIRE(office.report);
  CHECK(office.report->subtitle.empty());
}

TEST_CASE("A whole layout becomes a report with everything in its place") {
  Office office;
  whole_office(office);
  CHECK(office.findings() == Lines{});
  REQUIRE(office.report);
  check_golden("document/report.txt", dump(*office.report));
}

TEST_CASE("Binding twice gives the same report") {
  Office one, two;
  CHECK(dump(*whole_office(one).report) == dump(*whole_office(two).report));
}

TEST_CASE("The same picture under two names is read once") {
  Office office;
  whole_office(office);
  CHECK(office.report->assets.size() == 1);
  CHECK(office.report->assets[0].bytes == "PNG");
}

TEST_CASE("Without a name, the output is called after the layout and its folder") {
  Office office;
  office.bind_update("{ text: a }");
  REQUIRE(office.report);
  CHECK(office.report->outputs[0].name == "2020-11-report");
}

TEST_CASE("A section without its plugin installed names it, and what there is") {
  Office office;
  office.bind(Office::head() +
              "sections:\n  - plugin: prse\n    owner: Care\n    with: { a: b }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:6:13 error unknown-plugin: There is no plugin `prse`"});
  CHECK(office.help() == Lines{"Did you mean `prose`? Installed: prose, update"});
  CHECK(sheaf::test::names_of(office.diagnostics.all()[0].context) == "prse, prse, Care");
}

TEST_CASE(
    "A value that is left empty is told where it belongs, once, and not where it is printed") {
  Office office;
  office.bind(
      "sheaf: 1\ntitle: Report of ((meeting.date))\nlanguage: en-GB\nmeeting:\n  date:\n"
      "sections:\n  - { plugin: prose, with: { body: On ((meeting.date)) } }\n");
  CHECK(office.findings() == Lines{"report.yaml:5:3 error empty-value: meeting.date is empty"});
}

TEST_CASE("Problems of all sections come in one run, each with its section and owner") {
  Office office;
  office.bind(Office::head() +
              "sections:\n"
              "  - plugin: prose\n"
              "    owner: Public Health\n"
              "  - plugin: update\n"
              "    id: care\n"
              "    with:\n"
              "      day: soon\n"
              "      txt: a\n"
              "      text: ((meeting.time))\n"
              "  - plugin: update\n"
              "    id: good\n"
              "    with: { text: good }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:6:5 error missing-value: with needs `body`",
              "report.yaml:13:13 error placeholder-without-value: `meeting.time` has no value in "
              "this layout",
              "report.yaml:12:7 error unknown-key: with has no `txt`",
              "report.yaml:11:12 error wrong-type: with.day should be a date (2020-11-25), not "
              "\"soon\""});
  CHECK(sheaf::test::names_of(office.diagnostics.all()[0].context) ==
        "prose, prose, Public Health");
  CHECK(sheaf::test::names_of(office.diagnostics.all()[1].context) == "care, update, ");
  REQUIRE(office.report);
  REQUIRE(office.report->sections.size() == 1);  // what is left is sound
  CHECK(office.report->sections[0].id == "good");
}

TEST_CASE("What is wrong with the meeting and people is said once, where it was typed") {
  Office office;
  office.bind(
      "sheaf: 1\nlanguage: en-GB\ntitle: A ((meeting.date)) and ((meeting.date))\n"
      "meeting:\n  date: 2020-11-31\n  bord: Health\n"
      "people:\n  a: { post: Director }\n  b: Ann Other\n"
      "sections:\n  - plugin: update\n    with: { by: a }\n");
  CHECK(
      office.findings() ==
      Lines{"report.yaml:5:9 error impossible-date: meeting.date is 2020-11-31, and November 2020 "
            "has 30 days",
            "report.yaml:6:3 error unknown-key: meeting has no `bord`",
            "report.yaml:8:6 error missing-value: people.a needs `name`",
            "report.yaml:9:6 error wrong-type: people.b should be a map, not \"Ann Other\""});
}

TEST_CASE("A person is found by key, and the nearest key is offered") {
  Office office;
  office.bind_update("{ by: directer }", "people: { director: { name: Ann Other } }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:17 error unknown-person: There is no `directer` in `people`"});
  CHECK(office.help() == Lines{"Did you mean `director`?"});
}

TEST_CASE("A person is cured of capitals alone, as a letter may make somebody else") {
  const auto cures_of = [](const std::string& typed) {
    Office office;
    office.bind_update("{ by: " + typed + " }", "people: { davies: { name: Ann Other } }\n");
    return office.cures();
  };
  CHECK(cures_of("Davies") == Lines{"7:17 Davies -> davies"});
  CHECK(cures_of("davis") == Lines{});
  CHECK(cures_of("daveis") == Lines{});
}

TEST_CASE("The time of the meeting is one of a day, or words") {
  const auto findings = [](const std::string& time) {
    Office office;
    office.bind("sheaf: 1\nlanguage: en-GB\ntitle: Report\nmeeting: { time: " + time +
                " }\nsections: []\n");
    return office.findings();
  };
  for (const std::string time : {"\"18:30\"", "9:00", "18.30", "6:30pm", "at noon", "23:59",
                                 "18:30:00", "\"24:00\"", "24:00:00"}) {
    INFO(time);
    CHECK(findings(time) == Lines{});
  }
  CHECK(findings("\"25:00\"") ==
        Lines{"report.yaml:4:18 error wrong-type: meeting.time should be a time of day, not "
              "\"25:00\""});
  for (const std::string time :
       {"0900", "18.3", "24:01", "24:00:01", "18:60", "1:2:30", "12:5:9", "18:30:60", "\"18:30:\"",
        "18:30:00:00", "12:.5", ":30", "12.30.45"}) {
    INFO(time);
    CHECK(findings(time).size() == 1);
  }
}

TEST_CASE("A person who is called by name is one whose key is offered") {
  Office office;
  office.bind_update("{ by: Ann Other }", "people: { director: { name: Ann Other } }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:17 error unknown-person: There is no `Ann Other` in `people`"});
  CHECK(office.help() == Lines{"A person is named by the key: write director"});
  CHECK(office.diagnostics.all().at(0).fixes.size() == 1);
  Office two;
  two.bind_update("{ by: Ann Other }",
                  "people: { a: { name: Ann Other }, b: { name: Ann Other } }\n");
  CHECK(two.diagnostics.all().at(0).fixes.empty());
}

TEST_CASE("A condition that can never hold is an error with what was expected") {
  Office office;
  const auto prose = [](const std::string& when) {
    return "  - { plugin: prose, when: { " + when + " }, with: { body: Text } }\n";
  };
  office.bind(Office::head() + "sections:\n" + prose("meeting.public: ture") +
              prose("meeting.public: 1") + prose("status: [draft, finl]") +
              prose("meeting.date: soon"));
  CHECK(office.findings() ==
        Lines{"report.yaml:6:46 error wrong-type: when.meeting.public should be yes or no, not "
              "\"ture\"",
              "report.yaml:7:46 error wrong-type: when.meeting.public should be yes or no, not "
              "\"1\"",
              "report.yaml:8:46 error wrong-type: when.status should be one of draft, final, not "
              "\"finl\"",
              "report.yaml:9:44 error wrong-type: when.meeting.date should be a date "
              "(2020-11-25, 2020-11 or 2020), not \"soon\""});
  CHECK(office.help()[0] == "Did you mean `true`?");
  CHECK(office.help()[1] == "Write yes or no");
  CHECK(office.help()[2] == "Did you mean `final`?");
}

TEST_CASE("A condition on data that is not there offers the nearest") {
  Office office;
  office.add("grants.csv", "a\n1\n");
  office.bind(Office::head() +
              "data: { grants: grants.csv }\n"
              "sections:\n"
              "  - { plugin: prose, when: { data.grnts: any }, with: { body: Text } }\n"
              "  - { plugin: prose, when: { data.grants: any }, with: { body: Text } }\n");
  CHECK(office.findings()[0].ends_with("error unknown-value: There is no value `data.grnts`"));
  CHECK(office.help()[0] == "Did you mean `data.grants`?");
}

TEST_CASE("A condition on what nobody can know is an error, on what is not given just not met") {
  Office office;
  office.bind(Office::head() +
              "sections:\n"
              "  - plugin: update\n    when: { meeting.publc: true }\n"
              "  - plugin: prose\n    when: { meeting.public: true }\n    with: { body: Text }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:13 error unknown-value: There is no value `meeting.publc`"});
  CHECK(office.help() == Lines{"Did you mean `meeting.public`?"});
  CHECK(office.report->sections.empty());
}

TEST_CASE("Titles that are no text are told once") {
  Office office;
  office.bind(
      "sheaf: 1\nlanguage: en-GB\ntitle: [Draft]\nsubtitle: { a: b }\nsections:\n"
      "  - plugin: prose\n    title: [One]\n    with: { body: Words }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:3:8 error wrong-type: title should be text, not a list",
              "report.yaml:4:11 error wrong-type: subtitle should be text, not a map",
              "report.yaml:7:12 error wrong-type: Section \"prose\".title should be text, not a "
              "list"});
}
