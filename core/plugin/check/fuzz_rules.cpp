// Values that nobody would think of.

#include <array>

#include <fmt/format.h>

#include "plugin/check/rig.hpp"

namespace sheaf::plugin::check {
namespace {

constexpr std::uint64_t kSamples = 100;

std::string check_random(const Trial& trial) {
  Rig rig(trial);
  const model::Type& parameters = rig.manifest().parameters;
  const std::uint64_t first = trial.options.seed.value_or(1);
  const std::uint64_t count = trial.options.seed ? 1 : kSamples;
  Treatment treatment;
  treatment.text_end = TextEnd::Wall;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const auto values = bind_sample(make_sample(parameters, SampleKind::Random, seed), parameters);
    if (!values) continue;
    trial.note.doing(fmt::format("rendering the values of --reproduce {}", seed));
    const Rendering made = rig.render(*values, treatment);
    if (!made.fault.empty()) return fmt::format("{} (--reproduce {})", made.fault, seed);
  }
  return {};
}

constexpr std::array kRules{
    Rule{"random", "It renders whatever its schema allows",
         "See the values with --reproduce and the number, and try them in a unit test; or let the "
         "schema allow less",
         Needs{"optional", "long", "bounds", "refusals", "time"}, check_random},
};

}  // namespace

std::span<const Rule> fuzz_rules() { return kRules; }

}  // namespace sheaf::plugin::check
