// Writes a link whose words do not say where it leads: a report with it is not built. A slip of the
// pen is for a preview to tell, as checks do not spell.
#include <sheaf/plugin.hpp>

namespace {

struct Plan {
  sheaf::Text name;
};

constexpr auto describe(sheaf::Type<Plan>) {
  return sheaf::record(sheaf::field("name", &Plan::name, "Its name", "Our plan"));
}

void render(const Plan& with, sheaf::Section& out) {
  out.paragraph("Have you recieved it?");
  out.paragraph(with.name, ": ", sheaf::link("click here", "https://www.gov.uk/"));
}

}  // namespace

SHEAF_SECTION(Plan, render, {.id = "links-here", .version = "1.0.0", .title = "Plan"})
