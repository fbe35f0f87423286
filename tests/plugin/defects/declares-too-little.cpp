// Writes a kind of block that its manifest does not declare, of some values alone.
#include <sheaf/plugin.hpp>

namespace {

struct Repair {
  sheaf::Text what;
  bool urgent = false;
};

constexpr auto describe(sheaf::Type<Repair>) {
  return sheaf::record(
      sheaf::field("what", &Repair::what, "What is to be mended", "The gate"),
      sheaf::optional_field("urgent", &Repair::urgent, "Whether it cannot wait", "false"));
}

void render(const Repair& with, sheaf::Section& out) {
  if (with.urgent) out.heading(1, "This cannot wait");
  out.paragraph(with.what, " is to be mended.");
}

}  // namespace

SHEAF_SECTION(
    Repair, render,
    {.id = "declares-too-little", .version = "1.0.0", .title = "Repair", .blocks = {"paragraph/1"}})
