#include "plugin/runner.hpp"

#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "model/section_context.hpp"
#include "plugin/bridge.hpp"
#include "plugin/library.hpp"

namespace sheaf::plugin {
namespace {

using model::Value;
using model::ValueKind;

/// What a plugin may know of the report around its section.
Value context_of(const model::Report& report) {
  Value context;
  context.kind = ValueKind::Record;
  context.members = {{"language", model::text_value(report.language, report.source)},
                     {"meeting", report.meeting},
                     {"people", report.people}};
  return context;
}

/// Makes one call into a plugin. What it throws, against the contract, is reported and goes no
/// further.
template <class Call>
void guarded(Bridge& bridge, Call call) {
  try {
    call();
  } catch (const std::exception& exception) {
    bridge.thrown(exception.what());
  } catch (...) {
    bridge.thrown("it threw something that is no std::exception");
  }
}

/// A library, loaded when it is first needed. The lock is held for a whole run: calls into one
/// library never overlap.
class Loaded {
 public:
  model::Section run(const Bridge::Run& run, model::Section section, Diagnostics& diagnostics) {
    const std::lock_guard lock(mutex_);
    if (!plugin_) plugin_ = load(run.manifest);
    if (!*plugin_) {
      const LoadProblem& problem = plugin_->error();
      diagnostics.error(problem.id, run.source, problem.message, problem.help);
      return section;
    }
    Bridge::Run here = run;
    here.base = next_handle_;
    section.blocks = call(**plugin_, here, diagnostics);
    return section;
  }

 private:
  std::vector<model::Block> call(const sheaf_plugin& plugin, const Bridge::Run& run,
                                 Diagnostics& diagnostics) {
    Bridge bridge(run, diagnostics);
    next_handle_ += bridge.handles();
    if (next_handle_ > kLastHandle) next_handle_ = 1;
    const std::string& id = run.manifest.id;
    sheaf_section* section = nullptr;
    sheaf_rc rc = SHEAF_E_INTERNAL;
    guarded(bridge, [&] { rc = plugin.create(bridge.host(), {id.data(), id.size()}, &section); });
    if (rc == SHEAF_OK) {
      guarded(bridge, [&] { rc = plugin.render(section, bridge.values(), bridge.builder()); });
      if (plugin.destroy) guarded(bridge, [&] { plugin.destroy(section); });
    }
    return bridge.finish(rc);
  }

  static constexpr ValueTable::Handle kLastHandle = 1U << 31;
  std::mutex mutex_;
  std::optional<tl::expected<sheaf_plugin, LoadProblem>> plugin_;
  ValueTable::Handle next_handle_ = 1;
};

class InProcessRunner final : public Runner {
 public:
  explicit InProcessRunner(std::stop_token stop) : stop_(std::move(stop)) {}

  model::Section run(const model::Report& report, const model::ReportSection& section,
                     const Manifest& manifest, Diagnostics& diagnostics) override {
    const SectionScope scope(diagnostics, model::context_of(section));
    const Value context = context_of(report);
    return library(manifest.library)
        .run({manifest, section.with, context, section.source, 1, stop_}, heading_of(section),
             diagnostics);
  }

 private:
  static model::Section heading_of(const model::ReportSection& section) {
    return {section.id,
            section.plugin,
            section.owner,
            section.title,
            section.source,
            section.title_source,
            {},
            section.part,
            section.exemption};
  }
  Loaded& library(const Path& path) {
    const std::lock_guard lock(mutex_);
    return libraries_[path.native()];
  }

  std::stop_token stop_;
  std::mutex mutex_;
  std::map<std::string, Loaded> libraries_;  // its nodes do not move
};

}  // namespace

std::unique_ptr<Runner> make_in_process_runner(std::stop_token stop) {
  return std::make_unique<InProcessRunner>(std::move(stop));
}

}  // namespace sheaf::plugin
