// What it costs that plugins run in processes of their own.

#include <benchmark/benchmark.h>

#include <memory>
#include <span>

#include "base/file_system.hpp"
#include "plugin/registry.hpp"
#include "plugin/runner.hpp"

namespace {

using namespace sheaf;

plugin::RunnerSetup in_processes() {
  return {.isolation = plugin::Isolation::Process,
          .host = Path(SHEAF_BINARY_FOLDER) / "bin/sheaf-host"};
}

/// The bundled plugins, or those that `folder` holds.
struct World {
  std::unique_ptr<FileSystem> files = make_real_file_system();
  Diagnostics diagnostics;
  plugin::Registry registry;
  model::Report report;

  explicit World(const Path& folder) : registry(plugin::discover(std::span(&folder, 1), *files)) {
    report.language = "en-GB";
    report.meeting.kind = report.people.kind = model::ValueKind::Record;
  }
};

model::ReportSection section_of(const plugin::Manifest& manifest) {
  model::ReportSection section{manifest.id, manifest.id, {}, {}, {}, {}, {}};
  section.with.kind = model::ValueKind::Record;
  return section;
}

constexpr std::size_t kSeven = 7;

std::vector<const plugin::Manifest*> bundled(const World& world) {
  std::vector<const plugin::Manifest*> all;
  for (const plugin::Manifest& one : world.registry.all()) {
    if (all.size() < kSeven) all.push_back(&one);
  }
  return all;
}

/// A section of each of seven plugins; with empty values it has mistakes, which cost no less.
void seven_sections(benchmark::State& state, const plugin::RunnerSetup& setup, bool warm) {
  World world(Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins");
  const auto plugins = bundled(world);
  if (plugins.size() != kSeven) return state.SkipWithError("the bundled plugins were not built");
  std::vector<model::ReportSection> sections;
  for (const auto* one : plugins) sections.push_back(section_of(*one));
  plugin::Work work{world.report, {}, {}};
  for (std::size_t i = 0; i < plugins.size(); ++i) work.jobs.push_back({&sections[i], plugins[i]});
  auto runner = plugin::make_runner(setup);
  for (auto _ : state) {
    if (!warm) runner = plugin::make_runner(setup);
    Diagnostics found;
    benchmark::DoNotOptimize(runner->run_all(work, found));
  }
}

void seven_plugins_cold(benchmark::State& state) { seven_sections(state, in_processes(), false); }
void seven_plugins_warm(benchmark::State& state) { seven_sections(state, in_processes(), true); }
void seven_plugins_in_process(benchmark::State& state) { seven_sections(state, {}, true); }
BENCHMARK(seven_plugins_cold)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(seven_plugins_warm)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(seven_plugins_in_process)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Paragraphs of one text, as many as `blocks` says.
void blocks(benchmark::State& state, const plugin::RunnerSetup& setup) {
  constexpr std::int64_t kBlocks = 200'000;
  World world(SHEAF_BENCH_PLUGINS);
  const plugin::Manifest* manifest = world.registry.find("many-blocks");
  if (!manifest) return state.SkipWithError("many-blocks was not built");
  model::ReportSection section = section_of(*manifest);
  model::Value count;
  count.kind = model::ValueKind::Whole;
  count.whole = kBlocks;
  section.with.members.push_back({"blocks", count});
  const auto runner = plugin::make_runner(setup);
  for (auto _ : state) {
    Diagnostics found;
    const auto made = runner->run(world.report, section, *manifest, found);
    if (made.blocks.size() != kBlocks) return state.SkipWithError("blocks are missing");
  }
  state.SetItemsProcessed(state.iterations() * kBlocks * 2);  // each holds a piece of text
}
void blocks_from_process(benchmark::State& state) { blocks(state, in_processes()); }
void blocks_in_process(benchmark::State& state) { blocks(state, {}); }
BENCHMARK(blocks_from_process)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(blocks_in_process)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
