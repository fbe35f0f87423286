#pragma once
// Runs section plugins over a report: each in a process of its own, or all in this one.

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/block.hpp"
#include "model/report.hpp"
#include "plugin/host/limits.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

enum class Isolation { Process, InProcess };

/// Told what a plugin logs and prints, for the people who run Sheaf, by the thread that runs the
/// sections. The line is clean UTF-8 without its end.
using PluginLog = std::function<void(std::string_view plugin, std::string_view line)>;

struct RunnerSetup {
  Isolation isolation = Isolation::InProcess;
  Path host = {};             // the program sheaf-host, for Isolation::Process
  host::Limits limits = {};   // of a child
  PluginLog log = {};         // or nobody listens
  std::stop_token stop = {};  // asks plugins to give up: their section ends with an error
  /// A plugin crashed or ended its process as the library was loaded, which was `loaded` when that
  /// began; `says` is the finding. By the thread that runs the sections.
  std::function<void(const Manifest&, const FileStamp& loaded, std::string_view says)> fell_over =
      {};
};

/// One section and the plugin that is to write it. Borrowed.
struct Job {
  const model::ReportSection* section;
  const Manifest* manifest;
};

struct Work {
  const model::Report& report;
  Path root;  // the folder that children may read, besides their plugin's; empty for none
  std::vector<Job> jobs;
  std::function<void(const model::ReportSection&)> told = {};  // when its turn has come
};

/// Loads each library on first use and keeps it for as long as the runner lives (in process: as the
/// process lives). May be shared by threads; calls into one copy of a library never overlap.
class Runner {
 public:
  virtual ~Runner() = default;

  /// Begins, in the background, what takes time before the first plugin can run. May be left out.
  virtual void start() {}
  /// The same for these plugins, of which sections of a layout below `root` will be asked for.
  virtual void expect(std::span<const Manifest* const> plugins, const Path& root) = 0;

  /// A section for each job, in their order. Whatever goes wrong is reported, in that order too,
  /// with plugin, section, owner and the YAML line; the section then comes back without blocks, or
  /// as a gap where the layout says so. What the plugin itself calls an error is reported at its
  /// line, and the section keeps its blocks.
  virtual model::Sections run_all(const Work& work, Diagnostics& diagnostics) = 0;

  model::Section run(const model::Report& report, const model::ReportSection& section,
                     const Manifest& manifest, Diagnostics& diagnostics) {
    return std::move(run_all({report, {}, {{&section, &manifest}}}, diagnostics).front());
  }
};

std::unique_ptr<Runner> make_runner(const RunnerSetup& setup);

}  // namespace sheaf::plugin
