// Writes a heading above a list that some values leave empty.
#include <sheaf/plugin.hpp>

namespace {

struct Steps {
  std::vector<sheaf::Text> steps;
};

constexpr auto describe(sheaf::Type<Steps>) {
  return sheaf::record(
      sheaf::field("steps", &Steps::steps, "What comes next", R"(["Open on Sundays"])"));
}

void render(const Steps& with, sheaf::Section& out) {
  out.lead("Our teams have kept going.");
  out.heading(1, "What comes next");
  out.list("We will do this:", with.steps);
}

}  // namespace

SHEAF_SECTION(Steps, render, {.id = "heads-nothing", .version = "1.0.0", .title = "Steps"})
