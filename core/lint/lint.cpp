#include "lint/lint.hpp"

#include <vector>

#include "lint/checks.hpp"

namespace sheaf::lint {
namespace {

/// A text, and whether a rule found fault with it.
struct Suspect {
  const TextBlock* block;
  bool faulty = false;
};

std::vector<Suspect> suspects_in(const View& view) {
  std::vector<Suspect> suspects;
  for (const TextBlock& block : view.blocks) {
    if (!block.known || !block.known->faultless) suspects.push_back({&block});
  }
  return suspects;
}

void check_texts(const TextCheck& one, const View& view, std::vector<Suspect>& suspects,
                 Findings& findings) {
  if (one.looks_around) {
    for (const TextBlock& block : view.blocks) one.check(block, view, findings);
    return;
  }
  for (Suspect& suspect : suspects) {
    const std::size_t before = findings.count();
    one.check(*suspect.block, view, findings);
    if (findings.count() != before) suspect.faulty = true;
  }
}

/// `tell` is called after each rule.
template <class Tell>
void check_texts(const View& view, Findings& findings, Tell tell) {
  std::vector<Suspect> suspects = suspects_in(view);
  for (const TextCheck& one : text_checks()) {
    if (view.policy.in_force(one.rule)) check_texts(one, view, suspects, findings);
    tell();
  }
  for (const Suspect& suspect : suspects) {
    if (suspect.block->known) suspect.block->known->faultless = !suspect.faulty;
  }
}

}  // namespace

void lint(const model::Document& document, const Policy& policy, const SourceMap& sources,
          Speller* speller, Diagnostics& diagnostics, TextMemory* memory,
          std::atomic<std::size_t>* done) {
  if (memory) memory->begin_build(document, policy);
  const View view = look_at(document, policy, speller, memory);
  Findings findings(view, sources);
  const auto tell = [done] {
    if (done) ++*done;
  };
  check_texts(view, findings, tell);  // and then what leaves out words that they told of
  for (const DocumentCheck& one : document_checks()) {
    if (policy.in_force(one.rule)) one.check(view, findings);
    tell();
  }
  findings.report(diagnostics);
}

}  // namespace sheaf::lint
