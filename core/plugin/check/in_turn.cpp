#include "plugin/check/in_turn.hpp"

#include <chrono>
#include <ctime>

#include <fmt/format.h>

#include "plugin/check/rig.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::clock_t kBudget = 2 * CLOCKS_PER_SEC;  // of processor time, in one process
constexpr std::chrono::seconds kPatience{2};          // by the clock, for all

/// What a set comes to; nothing where none can be made, which other checks tell.
Fingerprint rendered(Rig& rig, std::uint64_t seed) {
  const model::Type& parameters = rig.manifest().parameters;
  const auto values = bind_sample(make_sample(parameters, SampleKind::Random, seed), parameters);
  if (!values) return {};
  const Rendering made = rig.render(*values);
  return fingerprint(made.said, fingerprint(made.blocks));
}

}  // namespace

std::string render_in_turn(const Trial& trial) {
  Rig rig(trial);
  const std::uint64_t first = trial.asked.seed.value_or(1);
  const std::uint64_t last = trial.asked.seed.value_or(Note::kMostSets);
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    const bool is_late = std::clock() > kBudget && seed > first + 1;
    if (is_late) break;
    trial.note.rendered(rendered(rig, seed));
  }
  return {};
}

std::string find_dependence(const InTurn& render) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  const std::vector<Fingerprint> in_turn = render({});
  for (std::uint64_t seed = 2; seed <= in_turn.size(); ++seed) {
    if (seed > 2 && std::chrono::steady_clock::now() > end) break;
    const auto alone = render(seed);
    if (alone.empty() || alone.front() == in_turn[seed - 1]) continue;
    if (render(seed) != alone) {
      return fmt::format(
          "In another process it renders something else of the same values (--reproduce {})", seed);
    }
    return fmt::format(
        "What it renders depends on what it rendered before: after other values, those of "
        "--reproduce {} come to something else",
        seed);
  }
  return {};
}

}  // namespace sheaf::plugin::check
