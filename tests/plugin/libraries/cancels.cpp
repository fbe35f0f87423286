// Writes for ever; gives up only when the host does not want any more.

#include <sheaf/plugin.hpp>

namespace {

struct Cancels {};
constexpr auto describe(sheaf::Type<Cancels>) { return sheaf::record(); }

void render(const Cancels&, sheaf::Section& out) {
  while (!out.cancelled()) {}
  out.paragraph("Nobody reads this");
}

}  // namespace

SHEAF_SECTION(Cancels, render, {.id = "cancels", .version = "1.0.0", .title = "Cancels"})
