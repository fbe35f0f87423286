#include "pipeline/linting.hpp"

#include <fmt/format.h>

#include <chrono>

#include "config/lint_reader.hpp"
#include "lint/lint.hpp"

namespace sheaf::pipeline {
namespace {

constexpr std::size_t kMany = 5'000;  // elements that are worth a thread
constexpr std::chrono::milliseconds kPace{100};

std::unique_ptr<lint::Speller> open_speller(Session& session, const std::string& language,
                                            Diagnostics& diagnostics) {
  lint::NoSpeller missing;
  auto speller =
      lint::open_speller(language, session.setup().dictionary_folders, session.files(), missing);
  if (!speller) {
    diagnostics.advice("spelling-not-checked", {},
                       fmt::format("Spelling was not checked: {}", missing.reason), missing.cure);
  }
  return speller;
}

}  // namespace

lint::Policy lint_policy(Session& session, const model::LayoutSpec& spec, SourceMap& sources,
                         Diagnostics& diagnostics) {
  const auto layers = config::read_lint(spec, session.setup().lint_folders, session.files(),
                                        sources, diagnostics, &session.yaml());
  lint::Policy policy = lint::make_policy(layers, spec.sections);
  lint::add_names(spec.people, policy);
  return policy;
}

Linting::Linting(Session& session, const model::LayoutSpec& spec, const model::Document& document,
                 Advice advice, SourceMap& sources, Diagnostics& diagnostics)
    : document_(document), policy_(lint_policy(session, spec, sources, diagnostics)) {
  if (advice == Advice::Left) policy_.silence_advice();
  if (policy_.in_force(model::LintRule::Spelling)) {
    speller_ = open_speller(session, document.language, diagnostics);
  }
}

void Linting::start(const SourceMap& sources, lint::TextMemory& texts) {
  const bool is_quick = !texts.empty() && document_.elements.size() < kMany;
  // Deferred, too, when there may be no more threads: finish() then does the work.
  const auto either = std::launch::async | std::launch::deferred;
  work_ = std::async(is_quick ? std::launch::deferred : either, [this, &sources, &texts] {
    lint::lint(document_, policy_, sources, speller_.get(), found_, &texts, &done_);
  });
}

void Linting::finish(Diagnostics& diagnostics, Progress* progress) {
  while (progress && work_.wait_for(kPace) == std::future_status::timeout) {
    progress->at("rules checked", done_, model::kLintRules);
  }
  work_.get();
  for (const Diagnostic& one : found_.all()) diagnostics.report(one);
}

}  // namespace sheaf::pipeline
