#include "plugin/runner.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "plugin/exit_watch.hpp"
#include "plugin/host/host_runner.hpp"
#include "plugin/library.hpp"
#include "plugin/section_call.hpp"
#include "plugin/section_work.hpp"

namespace sheaf::plugin {
namespace {

/// A library, loaded when it is first needed. The lock is held for a whole run: calls into one
/// library never overlap.
class Loaded {
 public:
  void run(SectionWork& work, const std::stop_token& stop) {
    const std::lock_guard lock(mutex_);
    const std::string who = fmt::format("The plugin \"{}\", in the section \"{}\",",
                                        work.manifest().id, work.section().id);
    const ExitWatch watch(who);
    if (!plugin_) plugin_ = load(work.manifest());
    if (*plugin_) return call(**plugin_, work, stop);
    const LoadProblem& problem = plugin_->error();
    work.diagnostics().error(problem.id, work.section().source, problem.message, problem.help);
  }

 private:
  void call(const sheaf_plugin& plugin, SectionWork& work, const std::stop_token& stop) {
    const Bridge::Run run = work.run(handles_.next(), stop);
    Bridge bridge(run, work.diagnostics());
    handles_.took(bridge.table());
    const sheaf_rc rc =
        call_section(plugin, work.section().id, {bridge.host(), bridge.values(), bridge.builder()},
                     [&](std::string_view what) { bridge.thrown(what); });
    work.take(bridge.finish(rc));
  }

  std::mutex mutex_;
  std::optional<tl::expected<sheaf_plugin, LoadProblem>> plugin_;
  HandleRange handles_;
};

class InProcessRunner final : public Runner {
 public:
  explicit InProcessRunner(std::stop_token stop) : stop_(std::move(stop)) {}

  void expect(std::span<const Manifest* const>, const Path&) override {}

  model::Sections run_all(const Work& work, Diagnostics& diagnostics) override {
    const model::Value context = context_of(work.report);
    model::Sections made;
    for (const Job& job : work.jobs) {
      if (work.told) work.told(*job.section);
      SectionWork section(job, context);
      if (!section.is_barred()) library(job.manifest->library).run(section, stop_);
      made.push_back(section.settle(diagnostics));
    }
    return made;
  }

 private:
  Loaded& library(const Path& path) {
    const std::lock_guard lock(mutex_);
    return libraries_[path.native()];
  }

  std::stop_token stop_;
  std::mutex mutex_;
  std::map<std::string, Loaded> libraries_;  // its nodes do not move
};

}  // namespace

std::unique_ptr<Runner> make_runner(const RunnerSetup& setup) {
  if (setup.isolation == Isolation::Process) return host::make_host_runner(setup);
  return std::make_unique<InProcessRunner>(setup.stop);
}

}  // namespace sheaf::plugin
