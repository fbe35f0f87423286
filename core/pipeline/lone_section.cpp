#include "pipeline/lone_section.hpp"

#include <utility>

#include "document/compose.hpp"
#include "lint/lint.hpp"

namespace sheaf::pipeline {
namespace {

using model::LintRule;

/// About the words around a section, or about which nobody can say anything with made-up values.
constexpr auto kOfReports = {LintRule::TitlePoor,        LintRule::HeadingRepeated,
                             LintRule::LinkSameText,     LintRule::AcronymFirst,
                             LintRule::Spelling,         LintRule::PersonalData,
                             LintRule::BackgroundPapers, LintRule::RecommendationsMissing,
                             LintRule::ContactMissing,   LintRule::TableOneRow,
                             LintRule::SignatureImage};

lint::Policy policy_of_sections() {
  lint::Policy policy = lint::default_policy();
  for (const LintRule rule : kOfReports) policy.severities[static_cast<std::size_t>(rule)].reset();
  return policy;
}

/// As in a report, where all that a plugin writes has a place; what has none is a text of the law.
void set_places(std::vector<model::Block>& blocks, SourceId place) {
  for (model::Block& block : blocks) {
    block.source = place;
    set_places(block.children, place);
  }
}

model::Report report_of(const model::Section& section) {
  model::Report report;
  report.title = section.title.value_or("Report");
  report.language = "en-GB";
  report.meeting.kind = report.people.kind = model::ValueKind::Record;
  report.assets.push_back({"picture.png", {}, {}});
  model::ReportSection given;
  given.id = section.id;
  given.plugin = section.plugin;
  report.sections.push_back(std::move(given));
  return report;
}

}  // namespace

void read_alone(model::Section section, Diagnostics& diagnostics) {
  SourceMap sources;
  section.source = sources.add("section", "\n");
  set_places(section.blocks, section.source);
  model::Report report = report_of(section);
  Diagnostics composed;
  const model::Document document =
      document::compose(std::move(report), {std::move(section)}, sources, composed);
  for (const Diagnostic& one : composed.all()) {
    if (one.severity != Severity::Advice) diagnostics.report(one);
  }
  lint::lint(document, policy_of_sections(), sources, nullptr, diagnostics);
}

}  // namespace sheaf::pipeline
