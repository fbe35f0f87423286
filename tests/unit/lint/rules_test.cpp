#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "fixtures.hpp"
#include "lint/checks.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

Diagnostics findings_in(const Fixture& fixture) {
  Report report;
  fixture.write(report);
  return findings_of(fixture.rule, report.document);
}

bool has_fixture(const std::vector<Fixture>& all, model::LintRule rule) {
  return std::ranges::find(all, rule, &Fixture::rule) != all.end();
}

}  // namespace

TEST_CASE("every rule has a failing and a passing fixture") {
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    INFO(facts.id);
    CHECK(has_fixture(failing_fixtures(), facts.rule));
    CHECK(has_fixture(passing_fixtures(), facts.rule));
  }
}

TEST_CASE("a rule finds its faults and names itself, with help and the section") {
  for (const Fixture& fixture : failing_fixtures()) {
    INFO(facts_of(fixture.rule).id << ": " << fixture.says);
    const Diagnostics found = findings_in(fixture);
    REQUIRE(found.all().size() == 1);
    const Diagnostic& one = found.all()[0];
    CHECK(one.id == facts_of(fixture.rule).id);
    CHECK(one.severity == Severity::Warning);
    CHECK_FALSE(one.help.empty());
    CHECK_FALSE(one.message.empty());
    CHECK(one.message.back() != '.');
  }
}

TEST_CASE("a rule lets pass what is well") {
  for (const Fixture& fixture : passing_fixtures()) {
    INFO(facts_of(fixture.rule).id << ": " << fixture.says);
    const Diagnostics found = findings_in(fixture);
    INFO((found.all().empty() ? "" : found.all()[0].message));
    CHECK(found.all().empty());
  }
}

TEST_CASE("every rule has one function") {
  std::multiset<model::LintRule> checked;
  for (const auto& one : lint::text_checks()) checked.insert(one.rule);
  for (const auto& one : lint::document_checks()) checked.insert(one.rule);
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    INFO(facts.id);
    CHECK(checked.count(facts.rule) == 1);
  }
}

TEST_CASE("every rule says what it is for, in sentences without a full stop") {
  std::set<std::string_view> ids;
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    INFO(facts.id);
    CHECK(ids.insert(facts.id).second);
    for (const auto text : {facts.basis, facts.says, facts.loses, facts.mend}) {
      CHECK_FALSE(text.empty());
      CHECK_FALSE(text.ends_with('.'));
    }
    CHECK_FALSE(facts.before.empty());
    CHECK(facts.before != facts.after);
  }
}

TEST_CASE("a draft may say that something is to be confirmed") {
  Report report;
  report.say("The next meeting is TBC.");
  report.document.status = model::Status::Draft;
  CHECK(findings_of(model::LintRule::Placeholder, report.document).all().empty());
}

TEST_CASE("a date's help says how to write it") {
  Report report;
  report.say("The board met on 5/1/21.");
  const Diagnostics found = findings_of(model::LintRule::DateFormat, report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].help == "Write 5 January 2021");
}

TEST_CASE("a date with the month first is told as what it means") {
  Report report;
  report.say("The board met on 12/31/2020.");
  const Diagnostics found = findings_of(model::LintRule::DateFormat, report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].help == "Write 31 December 2020");
}

TEST_CASE("in a column with the month first, all its dates are read so") {
  Report report;
  report.table({"Item", "Due"}, {{"Chairs", "12/01/2020"}, {"Tables", "12/31/2020"}},
               report.section);
  const Diagnostics found = findings_of(model::LintRule::DateFormat, report.document);
  REQUIRE(found.all().size() == 2);
  CHECK(found.all()[0].help == "Write 1 December 2020");
  CHECK(found.all()[1].help == "Write 31 December 2020");
}
