// prose: a section of the author's own words.

#include <sheaf/plugin.hpp>

namespace {

struct Prose {
  sheaf::Markdown body;
};

constexpr auto describe(sheaf::Type<Prose>) {
  return sheaf::record(sheaf::field("body", &Prose::body, "The text, in Markdown or from a file",
                                    "We reopened **two** centres."));
}

void render(const Prose& prose, sheaf::Section& out) { out.place(prose.body); }

}  // namespace

SHEAF_SECTION(Prose, render,
              {.id = "prose",
               .version = "1.0.0",
               .title = "Prose",
               .description = "A section of the author's own words, in Markdown"})
