#pragma once
// A report with one section at a time, for running a plugin of this folder.

#include <string>
#include <string_view>

#include "base/source.hpp"
#include "model/block.hpp"
#include "plugin/registry.hpp"
#include "plugin/runner.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

inline model::Value record(std::vector<model::NamedValue> members) {
  model::Value value;
  value.kind = model::ValueKind::Record;
  value.members = std::move(members);
  return value;
}

inline model::Value date(int year, int month, int day, SourceId source = {}) {
  model::Value value;
  value.kind = model::ValueKind::Date;
  value.date = {year, month, day};
  value.source = source;
  return value;
}

/// Where the plugins run: these tests are built once for each.
#ifdef SHEAF_TEST_PROCESS
constexpr plugin::Isolation kIsolation = plugin::Isolation::Process;
#else
constexpr plugin::Isolation kIsolation = plugin::Isolation::InProcess;
#endif

/// The layout file is three lines; the section is the first, its `text:` is the third.
class Stage {
 public:
  explicit Stage(const Path& folder = SHEAF_TEST_LIBRARIES, std::stop_token stop = {})
      : Stage(folder, plugin::RunnerSetup{.isolation = kIsolation,
                                          .host = Path(SHEAF_BINARY_FOLDER) / "bin/sheaf-host",
                                          .stop = std::move(stop)}) {}
  Stage(const Path& folder, const plugin::RunnerSetup& setup)
      : files(make_real_file_system()),
        registry(plugin::discover(std::span(&folder, 1), *files)),
        runner(plugin::make_runner(setup)) {
    start = sources.add("layout.yaml", "- plugin: x\n  with:\n    text: a text\n");
    report.language = "en-GB";
    report.meeting = record({{"date", date(2020, 11, 25)}});
    report.people = record({});
  }

  /// Runs `plugin` with `text:` and gives what it wrote.
  std::string run(const std::string& plugin, const std::string& text = "a text") {
    return run(plugin, record({{"text", model::text_value(text, start + 28)}}));
  }
  std::string run(const std::string& plugin, model::Value with) {
    const plugin::Manifest* manifest = registry.find(plugin);
    if (!manifest) return "no such plugin";
    const model::ReportSection section{"the-section", plugin, "The Owner",    {},
                                       start + 2,     {},     std::move(with)};
    return model::dump({runner->run(report, section, *manifest, diagnostics)});
  }
  /// What a section comes to that could not be written.
  static std::string nothing(const std::string& plugin) {
    return "section the-section plugin=" + plugin + " owner=\"The Owner\"\n";
  }
  std::vector<std::string> said() const { return findings(diagnostics, sources); }

  SourceMap sources;
  Diagnostics diagnostics;
  std::unique_ptr<FileSystem> files;
  plugin::Registry registry;
  std::unique_ptr<plugin::Runner> runner;
  model::Report report;
  SourceId start;
};

}  // namespace sheaf::test
