// What a build makes of a section plugin: through sheaf-host, within a build's limits.

#include <array>

#include <algorithm>

#include "plugin/check/rig.hpp"
#include "plugin/runner.hpp"

namespace sheaf::plugin::check {
namespace {

/// The report of one section that has these values.
model::Report report_of(const Manifest& manifest, model::Value values) {
  model::Report report = sample_report();
  model::ReportSection& section = report.sections.emplace_back();
  section.id = section.plugin = manifest.id;
  section.with = std::move(values);
  return report;
}

std::string first_error(const Diagnostics& found) {
  const auto fault = std::ranges::find(found.all(), Severity::Error, &Diagnostic::severity);
  return fault == found.all().end() ? std::string() : fault->message;
}

std::string check_build(const Trial& trial) {
  const auto manifest = read_manifest(manifest_beside(trial.library), trial.files);
  if (!manifest) return "The manifest beside it " + manifest.error();
  auto values =
      bind_sample(make_sample(manifest->parameters, SampleKind::Full), manifest->parameters);
  if (!values) return values.error();
  const model::Report report = report_of(*manifest, *std::move(values));
  Diagnostics found;
  const auto runner = make_runner({.isolation = Isolation::Process, .host = trial.host});
  model::Section made = runner->run(report, report.sections.front(), *manifest, found);
  trial.note.rendered(fingerprint(dump(std::move(made.blocks))));
  return about_it(first_error(found), manifest->id);
}

constexpr std::array kRules{
    Rule{"build", "A build renders its examples within its limits, and alike",
         "docs/plugin-checks.md names what a build refuses: print nothing, write to no descriptor "
         "but your own, and start no more threads than are needed",
         Needs{"repeatable", "time", "kinds", "bounds", "older-host"}, check_build, Outcome::Failed,
         true},
};

}  // namespace

std::span<const Rule> build_rules() { return kRules; }

}  // namespace sheaf::plugin::check
