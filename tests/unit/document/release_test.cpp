#include <catch2/catch.hpp>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

using Lines = std::vector<std::string>;

/// A report of 25 November 2020 with more lines in its head, from line 5 on.
Office& release(Office& office, const std::string& head,
                const std::string& section = "plugin: update, with: { text: a }") {
  return office.bind(Office::head() + head + "sections: [{ " + section + " }]\n");
}

Lines findings_of(const std::string& head) {
  Office office;
  return release(office, head).findings();
}

}  // namespace

TEST_CASE(
    "A final report without a required approval is refused at its status, naming who is missing") {
  Office office;
  release(office,
          "require_approvals: [finance, legal, housing]\n"
          "status: final\n"
          "approvals: [{ by: legal, on: 2020-11-12 }]\n");
  CHECK(office.findings() == Lines{"report.yaml:6:9 error approval-missing: This report cannot be "
                                   "final without the approval of finance and housing"});
  CHECK(office.help() ==
        Lines{"When it is given, add `- { by: finance, on: YYYY-MM-DD }` with its day under "
              "`approvals:`; until then, write status: draft"});
  REQUIRE(office.diagnostics.all()[0].notes.size() == 1);
  CHECK(office.sources.locate(office.diagnostics.all()[0].notes[0].source).line == 5);
}

TEST_CASE("A report that says no status is final, and is refused at its first line") {
  CHECK(findings_of("require_approvals: [finance]\n") ==
        Lines{"report.yaml:1:1 error approval-missing: This report cannot be final without the "
              "approval of finance"});
}

TEST_CASE("A draft is told as advice which approvals it will need") {
  CHECK(findings_of("require_approvals: [finance, legal]\nstatus: draft\n") ==
        Lines{"report.yaml:5:21 advice approval-missing: Before this report can be final, it needs "
              "the approval of finance and legal"});
}

TEST_CASE("With all approvals a report is final, and approvals that nobody asks for do no harm") {
  CHECK(findings_of("require_approvals: [finance]\n"
                    "status: final\n"
                    "approvals: [{ by: finance, on: 2020-11-25 }]\n") == Lines{});
  CHECK(findings_of("approvals: [{ by: finance, on: 2020-11-12 }]\n") == Lines{});
}

TEST_CASE("An approver that nobody asked for is a slip, and not told again as missing") {
  Office office;
  release(office,
          "require_approvals: [finance, legal]\n"
          "approvals: [{ by: finnace, on: 2020-11-12 }, { by: legal, on: 2020-11-12 }]\n");
  CHECK(office.findings() == Lines{"report.yaml:6:19 error unknown-approver: `require_approvals` "
                                   "does not name `finnace`"});
  CHECK(office.help() == Lines{"Did you mean `finance`?"});
  CHECK(office.cures() == Lines{});
  Office capital;
  release(capital, "require_approvals: [finance]\napprovals: [{ by: Finance, on: 2020-11-12 }]\n");
  CHECK(capital.cures() == Lines{"6:19 Finance -> finance"});
}

TEST_CASE("An approver whose name may be another person's is left to the author") {
  Office office;
  release(office,
          "require_approvals: [cfo, legal]\n"
          "approvals: [{ by: ceo, on: 2020-11-12 }, { by: legal, on: 2020-11-12 }]\n");
  CHECK(office.help() == Lines{"Did you mean `cfo`?"});
  CHECK(office.cures() == Lines{});
}

TEST_CASE("An approval dated after the meeting is warned of") {
  CHECK(findings_of("require_approvals: [finance]\n"
                    "approvals: [{ by: finance, on: 2020-11-26 }]\n") ==
        Lines{"report.yaml:6:32 warning approval-late: The approval by finance is dated 26 "
              "November 2020, after the meeting"});
}

TEST_CASE("An approval in the base layout would approve every month, and counts for none") {
  Office office;
  office.add("base.yaml",
             "require_approvals: [finance]\n"
             "approvals: [{ by: finance, on: 2020-11-12 }]\n");
  release(office, "based_on: base.yaml\n");
  CHECK(office.findings() ==
        Lines{"base.yaml:2:13 error approval-not-own: This approval by finance "
              "is not in the report's own layout"});
}

TEST_CASE("A meeting after a section's review is warned of, naming section and owner") {
  Office office;
  release(office, "", "id: safety, owner: Communications, review_by: 2020-11-24, plugin: update");
  CHECK(
      office.findings() ==
      Lines{"report.yaml:5:60 warning review-overdue: The section `safety` may be out of date: it "
            "was to be reviewed by 24 November 2020, and the meeting is on 25 November 2020"});
  CHECK(office.help() == Lines{"Ask Communications to look through its text, then write a new date "
                               "here"});
  CHECK(office.diagnostics.all()[0].context.owner == "Communications");
  CHECK(office.report->sections.size() == 1);
}

TEST_CASE("A section holds good through its last day, month or year, or while no meeting is set") {
  for (const std::string date : {"2020-11-25", "2020-11", "2020", "2021-01-01"}) {
    Office office;
    release(office, "", "plugin: update, review_by: " + date);
    CHECK(office.findings() == Lines{});
  }
  Office office;
  office.bind(
      "sheaf: 1\nlanguage: en-GB\ntitle: Report\n"
      "sections: [{ plugin: update, review_by: 2020-11-01 }]\n");
  CHECK(office.findings() == Lines{});
}

TEST_CASE("Two outputs of one name are an error that notes the first") {
  Office office;
  release(office, "outputs: [{ name: a }, { name: b }, { name: a.pdf }]\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:5:45 error duplicate-output: Two outputs are called \"a\""});
  CHECK(office.report->outputs.size() == 3);
}

TEST_CASE("A review date in another form is told once") {
  Office office;
  release(office, "", "plugin: update, review_by: 31/12/2020");
  REQUIRE(office.findings().size() == 1);
  CHECK(office.diagnostics.all()[0].id == "date-form");
  CHECK(office.help() == Lines{"Write 2020-12-31"});
}
