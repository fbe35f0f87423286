// Values that nobody would think of.

#include <array>
#include <ctime>

#include <fmt/format.h>

#include "plugin/check/rig.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::uint64_t kSamples = 100, kFewest = 3;
constexpr std::clock_t kBudget = 3 * CLOCKS_PER_SEC;  // of processor time, where that is enough

std::string sets_of_values(std::uint64_t count) {
  return fmt::format("{} set{} of values", count, count == 1 ? "" : "s");
}

std::string check_random(const Trial& trial) {
  Rig rig(trial);
  rig.hold_to_declared_kinds();
  const model::Type& parameters = rig.manifest().parameters;
  const std::uint64_t first = trial.asked.seed.value_or(1);
  const std::uint64_t end = first + (trial.asked.seed ? 1 : kSamples);
  Treatment treatment;
  treatment.text_end = TextEnd::Wall;
  std::uint64_t tried = 0;
  for (std::uint64_t seed = first; seed < end; ++seed) {
    if (tried >= kFewest && std::clock() > kBudget) break;
    const auto values = bind_sample(make_sample(parameters, SampleKind::Random, seed), parameters);
    if (!values) continue;
    trial.note.doing(fmt::format("rendering the values of --reproduce {}", seed));
    const Rendering made = rig.render(*values, treatment);
    if (!made.fault.empty()) return fmt::format("{} (--reproduce {})", made.fault, seed);
    trial.note.remark(sets_of_values(++tried));
  }
  if (tried > 0) return {};
  return "No values could be made at random as its parameters want them";
}

constexpr std::array kRules{
    Rule{"random", "It renders whatever its schema allows",
         "See the values with --reproduce and the number, and try them in a unit test; or let the "
         "schema allow less",
         Needs{"optional", "long", "kinds", "bounds", "refusals", "time"}, check_random},
};

}  // namespace

std::span<const Rule> fuzz_rules() { return kRules; }

}  // namespace sheaf::plugin::check
