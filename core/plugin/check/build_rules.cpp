// What a build makes of a section plugin: through sheaf-host, within a build's limits.

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plugin/check/rig.hpp"
#include "plugin/runner.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::uint64_t kSamples = 100;
constexpr std::clock_t kBudget = 3 * CLOCKS_PER_SEC;  // of processor time, here

/// The report of one section that has these values.
model::Report report_of(const Manifest& manifest, model::Value values) {
  model::Report report = sample_report();
  model::ReportSection& section = report.sections.emplace_back();
  section.id = section.plugin = manifest.id;
  section.with = std::move(values);
  return report;
}

/// Sections as a build has them from the plugin.
class Builds {
 public:
  Builds(Manifest manifest, const Path& host)
      : manifest_(std::move(manifest)),
        runner_(make_runner({.isolation = Isolation::Process, .host = host})) {}

  const Manifest& manifest() const { return manifest_; }
  tl::expected<model::Value, std::string> sample(SampleKind kind, std::uint64_t seed = 1) const {
    return bind_sample(make_sample(manifest_.parameters, kind, seed), manifest_.parameters);
  }
  model::Section section(model::Value values, Diagnostics& found) {
    const model::Report report = report_of(manifest_, std::move(values));
    return runner_->run(report, report.sections.front(), manifest_, found);
  }

 private:
  Manifest manifest_;
  std::unique_ptr<Runner> runner_;
};

std::string first_error(const Diagnostics& found) {
  const auto fault = std::ranges::find(found.all(), Severity::Error, &Diagnostic::severity);
  return fault == found.all().end() ? std::string() : fault->message;
}

/// As a build has it from the registry.
tl::expected<Manifest, std::string> manifest_of(const Trial& trial) {
  auto manifest = read_manifest(manifest_beside(trial.asked.library), trial.files);
  if (manifest) manifest->hashes = trial.asked.hashes;
  return manifest;
}

std::string check_build(const Trial& trial) {
  auto manifest = manifest_of(trial);
  if (!manifest) return "The manifest beside it " + manifest.error();
  Builds builds(*std::move(manifest), trial.host);
  auto values = builds.sample(SampleKind::Full);
  if (!values) return values.error();
  Diagnostics found;
  model::Section made = builds.section(*std::move(values), found);
  trial.note.rendered(fingerprint(dump(std::move(made.blocks))));
  return about_it(first_error(found), builds.manifest().id);
}

/// What readers are told, each thing once, with the values that it was first found in.
class Findings {
 public:
  void add(std::string_view values, const Diagnostic& found) {
    grave_ = grave_ || found.severity == Severity::Error;
    std::string text = fmt::format("{} ({})", found.message, found.id);
    if (known_.insert(text).second) texts_.push_back(fmt::format("{}: {}", values, text));
  }
  bool is_grave() const { return grave_; }
  std::string text() const { return fmt::format("{}", fmt::join(texts_, "; ")); }

 private:
  std::set<std::string> known_;
  std::vector<std::string> texts_;
  bool grave_ = false;
};

/// What a reader says of a section; of one that cannot be rendered, other checks tell.
Diagnostics read(Builds& builds, SampleKind kind, const Reader& reader, std::uint64_t seed = 1) {
  Diagnostics found, failed;
  auto values = builds.sample(kind, seed);
  if (!values) return found;
  model::Section section = builds.section(*std::move(values), failed);
  if (failed.errors() == 0) reader(std::move(section), found);
  return found;
}

void read_kind(SampleKind kind, std::string_view values, Builds& builds, const Reader& reader,
               Findings& findings) {
  const Diagnostics found = read(builds, kind, reader);
  for (const Diagnostic& one : found.all()) findings.add(values, one);
}

/// What the words of values, which are made at random, do not bring about.
constexpr std::array<std::string_view, 8> kOfPlugins{
    "heading-lone", "heading-empty", "heading-nested", "heading-deep",
    "table-ragged", "table-header",  "link-vague",     "table-empty-header"};

void read_random(std::uint64_t seed, Builds& builds, const Reader& reader, Findings& findings) {
  const Diagnostics found = read(builds, SampleKind::Random, reader, seed);
  for (const Diagnostic& one : found.all()) {
    if (std::ranges::find(kOfPlugins, one.id) == kOfPlugins.end()) continue;
    findings.add(fmt::format("With --reproduce {}", seed), one);
  }
}

std::string check_lint(const Trial& trial) {
  auto manifest = manifest_of(trial);
  if (!manifest) return "The manifest beside it " + manifest.error();
  Builds builds(*std::move(manifest), trial.host);
  Findings findings;
  if (!trial.asked.seed) {
    read_kind(SampleKind::Full, "With its examples", builds, trial.reader, findings);
    read_kind(SampleKind::Least, "With what is required alone", builds, trial.reader, findings);
  }
  const std::uint64_t first = trial.asked.seed.value_or(1),
                      end = first + (trial.asked.seed ? 1 : kSamples);
  const std::clock_t late = std::clock() + kBudget;
  for (auto seed = first; seed < end && std::clock() < late; ++seed)
    read_random(seed, builds, trial.reader, findings);
  if (findings.is_grave()) trial.note.call_answer_grave();
  return findings.text();
}

constexpr std::array kRules{
    Rule{"build", "A build renders its examples within its limits, and alike",
         "docs/plugin-checks.md names what a build refuses: print nothing, write to no descriptor "
         "but your own, and start no more threads than are needed",
         Needs{"repeatable", "time", "kinds", "bounds", "older-host"}, check_build, Outcome::Failed,
         true},
    Rule{
        "lint", "What it renders is easy to read, for everybody",
        "Mend it in the plugin, as nobody else can: leave out what has nothing to say, with "
        "or_else() or a test; the cell of an unknown number, amount or date may stay empty; `sheaf "
        "explain RULE` says more",
        Needs{"examples", "optional", "random", "build"}, check_lint, Outcome::Warned, true},
};

}  // namespace

std::span<const Rule> build_rules() { return kRules; }

}  // namespace sheaf::plugin::check
