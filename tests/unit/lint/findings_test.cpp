#include <string>

#include <catch2/catch.hpp>

#include "fixtures.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::LintRule;

namespace {

lint::Policy with(LintRule rule, Severity severity) {
  lint::Policy policy = only(rule);
  policy.severities[static_cast<std::size_t>(rule)] = severity;
  return policy;
}

Diagnostics lint_with(const lint::Policy& policy, const model::Document& document,
                      const SourceMap& sources = SourceMap()) {
  Diagnostics found;
  lint::lint(document, policy, sources, nullptr, found);
  return found;
}

}  // namespace

TEST_CASE("advice of a rule in one section is one finding with its places") {
  Report report;
  for (int i = 0; i < 9; ++i) report.say("We look at health & safety.");
  const Diagnostics found = lint_with(with(LintRule::Ampersand, Severity::Advice), report.document);
  REQUIRE(found.all().size() == 1);
  REQUIRE(found.all()[0].notes.size() == 4);
  CHECK(found.all()[0].notes[3].text == "5 more of the kind in this section");
}

TEST_CASE("advice in two sections is two findings") {
  Report report;
  report.say("We look at health & safety.");
  const auto other = report.add(StructureId::Root, ElementKind::Section);
  report.paragraph("We look at bread & butter.", other);
  CHECK(lint_with(with(LintRule::Ampersand, Severity::Advice), report.document).all().size() == 2);
}

TEST_CASE("warnings stand alone, ten of a rule in one section, the rest counted") {
  Report report;
  for (int i = 0; i < 15; ++i) report.say("We look at health & safety.");
  const Diagnostics found =
      lint_with(with(LintRule::Ampersand, Severity::Warning), report.document);
  REQUIRE(found.all().size() == 10);
  REQUIRE(found.all()[0].notes.size() == 1);
  CHECK(found.all()[0].notes[0].text == "5 more of the kind in this section");
}

TEST_CASE("a finding names the section it is in") {
  Report report;
  report.say("We look at health & safety.");
  const Diagnostics found = lint_with(with(LintRule::Ampersand, Severity::Advice), report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].context.section == "part");
  CHECK(found.all()[0].context.owner == "A team");
}

TEST_CASE("a section may be exempt from a rule") {
  Report report;
  report.say("We look at health & safety.");
  lint::Policy policy = with(LintRule::Ampersand, Severity::Advice);
  lint::Severities without = policy.severities;
  without[static_cast<std::size_t>(LintRule::Ampersand)].reset();
  policy.sections[report.document[report.section].source] = without;
  CHECK(lint_with(policy, report.document).all().empty());
}

TEST_CASE("a section may be stricter than the report") {
  Report report;
  report.say("We look at health & safety.");
  lint::Policy policy;
  lint::Severities stricter;
  stricter[static_cast<std::size_t>(LintRule::Ampersand)] = Severity::Error;
  policy.sections[report.document[report.section].source] = stricter;
  CHECK(lint_with(policy, report.document).errors() == 1);
}

TEST_CASE("a finding stands at the word that was typed, the second time it occurs") {
  const std::string typed = "body: |\n  First health & safety,\n  then bread & butter.\n";
  SourceMap sources;
  const SourceId start = sources.add("report.yaml", typed);
  Report report;
  const auto id = report.say("First health & safety, then bread & butter.");
  report.document[id].runs[0].source = start + typed.find('F');
  const Diagnostics found =
      lint_with(with(LintRule::Ampersand, Severity::Warning), report.document, sources);
  REQUIRE(found.all().size() == 2);
  CHECK(sources.locate(found.all()[0].source).line == 2);
  CHECK(sources.locate(found.all()[0].source).column == 16);
  CHECK(sources.locate(found.all()[1].source).line == 3);
  CHECK(sources.locate(found.all()[1].source).column == 14);
}

TEST_CASE("a finding in a text that was not typed as printed stands where the text begins") {
  SourceMap sources;
  const SourceId start = sources.add("report.yaml", "title: ((values.name))\n");
  Report report;
  const auto id = report.say("Health & safety");
  report.document[id].runs[0].source = start + 7;
  report.document[id].runs[0].text = "health & safety";
  const Diagnostics found =
      lint_with(with(LintRule::Ampersand, Severity::Warning), report.document, sources);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].source == start + 7);
}
