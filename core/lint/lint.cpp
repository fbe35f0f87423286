#include "lint/lint.hpp"

#include "lint/checks.hpp"

namespace sheaf::lint {

void lint(const model::Document& document, const Policy& policy, const SourceMap& sources,
          Speller* speller, Diagnostics& diagnostics) {
  const View view = look_at(document, policy, speller);
  Findings findings(view, sources);
  for (const DocumentCheck& one : document_checks()) {
    if (policy.in_force(one.rule)) one.check(view, findings);
  }
  for (const TextCheck& one : text_checks()) {
    if (!policy.in_force(one.rule)) continue;
    for (const TextBlock& block : view.blocks) one.check(block, view, findings);
  }
  findings.report(diagnostics);
}

}  // namespace sheaf::lint
