// No fault, but the runtime of its language, which CMakeLists.txt builds it with.
#include <sheaf/plugin.hpp>

namespace {

struct Visits {
  sheaf::Whole count;
};

constexpr auto describe(sheaf::Type<Visits>) {
  return sheaf::record(sheaf::field("count", &Visits::count, "How many visits", "24000"));
}

void render(const Visits& with, sheaf::Section& out) {
  out.paragraph("There were ", with.count, " visits.");
}

}  // namespace

SHEAF_SECTION(Visits, render, {.id = "holds-its-runtime", .version = "1.0.0", .title = "Visits"})
