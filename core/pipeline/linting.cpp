#include "pipeline/linting.hpp"

#include <fmt/format.h>

#include "config/lint_reader.hpp"
#include "lint/lint.hpp"

namespace sheaf::pipeline {
namespace {

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

void lint_document(Session& session, const model::LayoutSpec& spec, const model::Document& document,
                   Advice advice, lint::TextMemory& texts, SourceMap& sources,
                   Diagnostics& diagnostics) {
  lint::Policy policy = lint_policy(session, spec, sources, diagnostics);
  if (advice == Advice::Left) policy.silence_advice();
  std::unique_ptr<lint::Speller> speller;
  if (policy.in_force(model::LintRule::Spelling)) {
    speller = open_speller(session, document.language, diagnostics);
  }
  lint::lint(document, policy, sources, speller.get(), diagnostics, &texts);
}

}  // namespace sheaf::pipeline
