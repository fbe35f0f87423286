// No fault: what language some words are in is a parameter, of which one made at random need not
// be in use.
#include <sheaf/plugin.hpp>

namespace {

struct Motto {
  sheaf::Text language;
};

constexpr auto describe(sheaf::Type<Motto>) {
  return sheaf::record(
      sheaf::field("language", &Motto::language, "The tag of the language of the motto", "cy")
          .matching("[a-z]{2}", "two small letters"));
}

void render(const Motto& with, sheaf::Section& out) {
  out.paragraph("The motto is ", sheaf::in_language(with.language, "Cymru am byth"), ".");
}

}  // namespace

SHEAF_SECTION(Motto, render, {.id = "takes-a-language", .version = "1.0.0", .title = "Motto"})
