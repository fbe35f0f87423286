#pragma once
// Runs section plugins over a report. The seam that a host process will take: today everything runs
// in process.

#include <memory>
#include <stop_token>

#include "base/diagnostic.hpp"
#include "model/block.hpp"
#include "model/report.hpp"
#include "plugin/registry.hpp"

namespace sheaf::plugin {

/// Loads libraries on first use and keeps them until the process ends. May be shared by threads:
/// calls into one library run one after another.
class Runner {
 public:
  virtual ~Runner() = default;
  /// One section. Whatever goes wrong is reported with plugin, section, owner and the YAML line;
  /// the section then comes back without blocks. What the plugin itself calls an error is reported
  /// at its line, and the section keeps its blocks.
  virtual model::Section run(const model::Report& report, const model::ReportSection& section,
                             const Manifest& manifest, Diagnostics& diagnostics) = 0;
};

/// `stop` asks plugins to give up: their section then ends with an error.
std::unique_ptr<Runner> make_in_process_runner(std::stop_token stop = {});

}  // namespace sheaf::plugin
