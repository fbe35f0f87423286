// What this month's report does not show, yet is looked into.

#include <catch2/catch.hpp>

#include <algorithm>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

namespace {

/// A section that is left out, and one that is printed.
std::string left_out(const std::string& with) {
  return Office::head() +
         "values: { area: People }\nsections:\n"
         "  - { plugin: update, when: { values.area: Places }, with: " +
         with + " }\n  - { plugin: update, with: { text: All is well } }\n";
}

Lines notes_of(const Diagnostic& one) {
  Lines notes;
  for (const Note& note : one.notes) notes.push_back(note.text);
  return notes;
}

}  // namespace

TEST_CASE("A mistake in a section that is left out this month is a warning when it is built") {
  Office office;
  office.bind(left_out("{ text: '((values.are))', wrong: 1 }"));
  CHECK(office.findings() ==
        Lines{"report.yaml:7:69 warning unknown-value: There is no value `values.are`",
              "report.yaml:7:86 warning unknown-key: with has no `wrong`"});
  for (const Diagnostic& one : office.diagnostics.all()) {
    CHECK(notes_of(one) == Lines{"left out this month by `when`"});
    CHECK(one.context.plugin == "update");
  }
  REQUIRE(office.report->sections.size() == 1);
  CHECK(office.value("text").text == "All is well");
}

TEST_CASE("A mistake in a section that is left out this month is an error when it is checked") {
  Office office;
  office.unseen = document::Unseen::Errors;
  office.bind(left_out("{ day: soon }"));
  REQUIRE(office.diagnostics.errors() == 1);
  CHECK(office.diagnostics.all()[0].id == "wrong-type");
  CHECK(notes_of(office.diagnostics.all()[0]) == Lines{"left out this month by `when`"});
}

TEST_CASE("What a section would print is no mistake while it is left out for want of it") {
  Office office;
  office.unseen = document::Unseen::Errors;
  office.add("late.csv", "name,cost\n").add("later.json", "[]");
  office.bind(
      Office::head() +
      "data: { late: late.csv, later: later.json }\nsections:\n"
      "  - { plugin: update, when: { data.late: any }, with: { text: ((data.late.max.cost)) } }\n"
      "  - { plugin: update, when: { data.later: any }, with: { text: ((data.later.max.cost)) } }\n"
      "  - { plugin: update, when: { meeting.place: Loxley }, with: { text: ((meeting.place)) } "
      "}\n");
  CHECK(office.findings() == Lines{});
}

TEST_CASE("A picture of a section that is left out does not come into the report") {
  Office office;
  office.add("chart.png", "PNG");
  office.bind(left_out("{ picture: { file: chart.png, alt: A chart } }"));
  CHECK(office.findings() == Lines{});
  CHECK(office.report->assets.empty());
}

TEST_CASE("Data that a printed section needs is an error though another is left out") {
  Office office;
  office.bind(Office::head() +
              "data: { a: a.csv }\nsections:\n"
              "  - { plugin: update, when: { data.a: none }, with: { text: ((data.a.count)) } }\n"
              "  - { plugin: update, with: { text: ((data.a.count)) } }\n");
  REQUIRE(office.findings().size() == 1);
  CHECK(office.diagnostics.errors() == 1);
}

TEST_CASE("Data that nothing uses is told, with what keeps it from being read") {
  Office office;
  office.add("grants.csv", "service,cost\nFuel,12\n");
  office.bind_update("{ text: All is well }",
                     "data:\n  grants: grants.csv\n  spare: nothere.csv\n"
                     "  total: { sql: select sum(kost) as cost from grants }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:10:3 warning data-unused: Nothing uses the data `spare`, and it cannot "
              "be read",
              "report.yaml:11:3 warning data-unused: Nothing uses the data `total`, and it cannot "
              "be read"});
  CHECK(notes_of(office.diagnostics.all()[0]) == Lines{"There is no file \"nothere.csv\""});
  CHECK(notes_of(office.diagnostics.all()[1]).size() == 1);
}

TEST_CASE("Data that only a query, a condition or a section that is left out names is used") {
  Office office;
  office.add("a.csv", "x\n1\n").add("b.csv", "x\n1\n").add("c.csv", "x\n1\n");
  office.bind(Office::head() +
              "data: { a: a.csv, b: b.csv, c: c.csv, d: { sql: select x from a } }\nsections:\n"
              "  - { plugin: update, when: { data.b: none }, with: { text: ((data.c.count)) } }\n"
              "  - { plugin: update, with: { text: ((data.d.count)) } }\n");
  CHECK(office.findings() == Lines{});
}

TEST_CASE("Of data, only what the layout itself offers need be used") {
  Office office;
  office.add("monthly.yaml", "data: { spare: nothere.csv }\n");
  office.bind("based_on: monthly.yaml\n" + Office::head() + "sections: [{ plugin: update }]\n");
  CHECK(office.findings() == Lines{});
}

TEST_CASE("No data is said to be unused before the errors are mended") {
  Office office;
  office.add("actions.csv", "action\nRecruit\n");
  office.bind_update("{ actions: { data: action } }", "data: { actions: actions.csv }\n");
  REQUIRE(office.findings().size() == 1);
  CHECK(office.diagnostics.all()[0].id == "unknown-data");
}
