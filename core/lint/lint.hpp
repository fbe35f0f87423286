#pragma once
// House style and accessibility over a finished Document: what tests of a PDF cannot see, because
// it is in the words. The rules are declared in model/lint_rule.hpp.

#include <atomic>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "lint/policy.hpp"
#include "lint/speller.hpp"
#include "lint/text_memory.hpp"
#include "model/document.hpp"

namespace sheaf::lint {

/// Reports what the rules in force find, rule by rule, each finding with the section it is in.
/// Further advice of a rule in the same section becomes notes of the first. `sources` serves to
/// place findings inside a text; `speller` may be null, then spelling is left out. A memory makes
/// the next build faster, and changes nothing else. `done` counts the rules that are through, up to
/// model::kLintRules.
void lint(const model::Document& document, const Policy& policy, const SourceMap& sources,
          Speller* speller, Diagnostics& diagnostics, TextMemory* memory = nullptr,
          std::atomic<std::size_t>* done = nullptr);

}  // namespace sheaf::lint
