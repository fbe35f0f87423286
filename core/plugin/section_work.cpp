#include "plugin/section_work.hpp"

#include "model/section_context.hpp"
#include "plugin/trust.hpp"

namespace sheaf::plugin {
namespace {

model::Section heading_of(const model::ReportSection& section) {
  return {section.id,
          section.plugin,
          section.owner,
          section.title,
          section.source,
          section.title_source,
          {},
          section.part,
          section.exemption};
}

/// Of a report that is not for publication as a whole: which edition this is, and why.
void add_edition(const model::Report& report, model::Value& context) {
  const std::vector<int> paragraphs = model::exempt_paragraphs(report.sections);
  if (paragraphs.empty()) return;
  context.members.push_back(
      {"edition", model::text_value(std::string(name_of(report.edition)), report.source)});
  if (report.edition == model::Edition::Public) return;
  const std::string law = model::paragraphs_text(paragraphs) + " of Part 1 of Schedule 12A";
  context.members.push_back({"exempt_under", model::text_value(law, report.source)});
}

}  // namespace

model::Value context_of(const model::Report& report) {
  model::Value context;
  context.kind = model::ValueKind::Record;
  context.members = {{"language", model::text_value(report.language, report.source)},
                     {"meeting", report.meeting},
                     {"people", report.people}};
  add_edition(report, context);
  return context;
}

SectionWork::SectionWork(const Job& job, const model::Value& context)
    : job_(job),
      context_(context),
      scope_(diagnostics_, model::context_of(*job.section)),
      made_(heading_of(*job.section)) {}

Bridge::Run SectionWork::run(ValueTable::Handle base, std::stop_token stop) const {
  return {manifest(), section().with, context_, section().source, base, std::move(stop)};
}

bool SectionWork::is_barred() {
  const auto problem = why_barred(manifest());
  if (problem) diagnostics_.error(problem->id, section().source, problem->message, problem->help);
  return problem.has_value();
}

model::Section SectionWork::settle(Diagnostics& all) {
  const bool allowed = section().on_error == model::OnError::Gap;
  made_.is_gap = allowed && diagnostics_.errors() > 0;
  if (made_.is_gap) made_.blocks.clear();
  for (Diagnostic one : diagnostics_.all()) {
    one.leaves_gap = made_.is_gap && one.severity == Severity::Error;
    all.report(std::move(one));
  }
  return std::move(made_);
}

}  // namespace sheaf::plugin
