// Writes of some values alone what a report may not hold: a link that says nothing of where it
// leads.
#include <sheaf/plugin.hpp>

namespace {

struct Visits {
  sheaf::Whole count;
};

constexpr auto describe(sheaf::Type<Visits>) {
  return sheaf::record(
      sheaf::field("count", &Visits::count, "How many visits", "24000").between(0, 100'000));
}

void render(const Visits& with, sheaf::Section& out) {
  out.paragraph("There were ", with.count, " visits.");
  if (with.count > 50'000) out.paragraph(sheaf::link("click here", "https://www.gov.uk/"));
}

}  // namespace

SHEAF_SECTION(Visits, render, {.id = "links-here-at-times", .version = "1.0.0", .title = "Visits"})
