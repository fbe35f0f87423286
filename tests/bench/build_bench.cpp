// Building reports in a warm process. Figures to quote are ratios within one run: see
// docs/performance.md.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include "base/file_system.hpp"
#include "world.hpp"

namespace {

using namespace sheaf;

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void stop_on_errors(benchmark::State& state, const pipeline::Outcome& outcome) {
  if (outcome.ok() && !outcome.pdf.empty()) return;
  const auto& all = outcome.diagnostics.all();
  state.SkipWithError(all.empty() ? "no PDF" : all.front().message.c_str());
}

/// The November report with another date and other action rows each time.
void november_warm(benchmark::State& state) {
  bench::OverlayFileSystem files;
  pipeline::Session session(files, bench::setup());
  const Path actions = bench::november().parent_path() / "improvement-actions.csv";
  const std::string real_actions = files.read(actions, 1'000'000).value_or("");
  int turn = 0;
  std::size_t pages = 0;
  for (auto _ : state) {
    files.made_up[actions] =
        real_actions +
        fmt::format("Review case {} with its practitioner,The Board,2021-01-{:02},on track\n", turn,
                    1 + turn % 28);
    const pipeline::Request request{
        bench::november(), {{}, {{"meeting.date", fmt::format("2020-11-{:02}", 1 + turn % 30)}}}};
    const pipeline::Outcome outcome = pipeline::build(session, request);
    stop_on_errors(state, outcome);
    pages += static_cast<std::size_t>(outcome.page_count);
    ++turn;
  }
  state.counters["peak MB"] = peak_megabytes();
  state.counters["ms/page"] = benchmark::Counter(
      static_cast<double>(pages) / 1000, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(november_warm)->Unit(benchmark::kMillisecond)->MinTime(2);

}  // namespace
