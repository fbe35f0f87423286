// Reads a parameter that may be left out without a look whether it is there.
#include <sheaf/plugin.hpp>

namespace {

struct Visits {
  sheaf::Whole visits = 0;
  std::optional<sheaf::Whole> target;
};

constexpr auto describe(sheaf::Type<Visits>) {
  return sheaf::record(sheaf::field("visits", &Visits::visits, "How many came", "412"),
                       sheaf::field("target", &Visits::target, "How many were hoped for", "400"));
}

void render(const Visits& with, sheaf::Section& out) {
  sheaf::Facts facts = out.facts();
  facts.fact("Visits", with.visits);
  facts.fact("Target", *with.target);
}

}  // namespace

SHEAF_SECTION(Visits, render,
              {.id = "reads-an-empty-optional", .version = "1.0.0", .title = "Visits"})
