#pragma once
// Which rules of lint hold for a layout, and what they find.

#include <atomic>
#include <future>
#include <memory>

#include "lint/policy.hpp"
#include "lint/speller.hpp"
#include "lint/text_memory.hpp"
#include "model/document.hpp"
#include "model/layout_spec.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/session.hpp"

namespace sheaf::pipeline {

/// The rules with their profile, sheaf.yaml, the layout and its sections laid over.
lint::Policy lint_policy(Session& session, const model::LayoutSpec& spec, SourceMap& sources,
                         Diagnostics& diagnostics);

/// What is advice only takes time and hinders nobody: `sheaf check` gives it, `sheaf build` does
/// not.
enum class Advice : bool { Left, Given };

/// Looks at a document while its pages are set: on a thread of its own, unless most of its texts
/// are known.
class Linting {
 public:
  /// Reads the rules, and the dictionary when spelling is in force.
  Linting(Session& session, const model::LayoutSpec& spec, const model::Document& document,
          Advice advice, SourceMap& sources, Diagnostics& diagnostics);
  Linting(const Linting&) = delete;
  Linting& operator=(const Linting&) = delete;

  /// Until finish() or the end of its life nothing is added to `sources`, and the rest is its own.
  void start(const SourceMap& sources, lint::TextMemory& texts);
  /// Reports what the rules found; `progress`, which may be null, is told while they take long.
  void finish(Diagnostics& diagnostics, Progress* progress);

 private:
  const model::Document& document_;
  lint::Policy policy_;
  std::unique_ptr<lint::Speller> speller_;  // null: spelling is left out
  Diagnostics found_;
  std::atomic<std::size_t> done_ = 0;  // rules
  std::future<void> work_;             // its destructor waits
};

}  // namespace sheaf::pipeline
