#pragma once
// One section on its way through a runner: where its blocks and findings gather.

#include "base/diagnostic.hpp"
#include "model/block.hpp"
#include "plugin/bridge.hpp"
#include "plugin/runner.hpp"

namespace sheaf::plugin {

/// What a plugin may know of the report around its section.
model::Value context_of(const model::Report& report);

/// Findings are kept apart until the section's turn, so that plugins may run side by side and their
/// findings stand in the order of the layout. Does not move.
class SectionWork {
 public:
  /// Borrows all it is given.
  SectionWork(const Job& job, const model::Value& context);
  SectionWork(const SectionWork&) = delete;
  SectionWork& operator=(const SectionWork&) = delete;

  const Manifest& manifest() const { return *job_.manifest; }
  const model::ReportSection& section() const { return *job_.section; }
  Diagnostics& diagnostics() { return diagnostics_; }

  /// Begins a run of the plugin; see ValueTable for `base`.
  Bridge::Run run(ValueTable::Handle base, std::stop_token stop) const;
  /// Whether its plugin may not be run; that is reported.
  bool is_barred();
  void take(std::vector<model::Block> blocks) { made_.blocks = std::move(blocks); }

  /// Passes the findings on and gives the section: as a gap, if it failed and is allowed to.
  model::Section settle(Diagnostics& all);

 private:
  Job job_;
  const model::Value& context_;
  Diagnostics diagnostics_;
  SectionScope scope_;
  model::Section made_;
};

}  // namespace sheaf::plugin
