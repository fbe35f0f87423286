#include "lint/text_memory.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "fixtures.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

lint::Policy every_rule() {
  lint::Policy policy = only(model::LintRule::Ampersand);
  policy.severities.fill(Severity::Warning);
  return policy;
}

std::string found(const model::Document& document, const lint::Policy& policy,
                  lint::TextMemory* memory = nullptr) {
  Diagnostics diagnostics;
  PlainSpeller speller;
  lint::lint(document, policy, SourceMap(), &speller, diagnostics, memory);
  std::string all;
  for (const Diagnostic& one : diagnostics.all())
    all += fmt::format("{}: {}\n", one.id, one.message);
  return all;
}

std::vector<Report> all_reports() {
  std::vector<Report> reports;
  for (const auto* fixtures : {&failing_fixtures(), &passing_fixtures()}) {
    for (const Fixture& fixture : *fixtures) fixture.write(reports.emplace_back());
  }
  return reports;
}

}  // namespace

TEST_CASE("what is remembered of texts changes no finding of any rule") {
  lint::TextMemory memory;
  const lint::Policy policy = every_rule();
  const auto reports = all_reports();
  for (int turn = 0; turn < 2; ++turn) {
    for (const Report& report : reports) {
      CHECK(found(report.document, policy, &memory) == found(report.document, policy));
    }
  }
}

TEST_CASE("a text without fault under one policy is looked at again under another") {
  Report report;
  report.say("We look at health & safety.");
  lint::TextMemory memory;
  const lint::Policy other = only(model::LintRule::Contraction);
  CHECK(found(report.document, other, &memory).empty());
  const lint::Policy policy = only(model::LintRule::Ampersand);
  CHECK(found(report.document, policy, &memory) == found(report.document, policy));
  CHECK_FALSE(found(report.document, policy, &memory).empty());
}

TEST_CASE("a text without fault where a rule is off is looked at where it is on") {
  Report report;
  report.say("We look at health & safety.");
  const auto other = report.add(StructureId::Root, ElementKind::Section);
  report.document[other].source = SourceId{7};
  lint::Policy policy = only(model::LintRule::Contraction);
  policy.sections[SourceId{7}] = only(model::LintRule::Ampersand).severities;
  lint::TextMemory memory;
  CHECK(found(report.document, policy, &memory).empty());
  report.paragraph("We look at health & safety.", other);
  CHECK_FALSE(found(report.document, policy, &memory).empty());
}

TEST_CASE("the same words in a table, or in code, are not the same text") {
  lint::TextMemory memory;
  Report prose, code;
  prose.say("We look at health & safety.");
  const auto id = code.add(code.section, ElementKind::Paragraph);
  code.run(id, id, "We look at health & safety.", model::kCode);
  const lint::Policy policy = every_rule();
  for (const Report* report : {&code, &prose, &code}) {
    CHECK(found(report->document, policy, &memory) == found(report->document, policy));
  }
}
