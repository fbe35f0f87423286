// Throws what the parameter says: from the wrapper's render, where nothing may escape.

#include <stdexcept>

#include <sheaf/plugin.hpp>

namespace {

struct Throws {
  sheaf::Text text;
};

constexpr auto describe(sheaf::Type<Throws>) {
  return sheaf::record(sheaf::field("text", &Throws::text, "What to throw"));
}

void render(const Throws& throws, sheaf::Section& out) {
  out.paragraph("Written before");
  if (throws.text == "number") throw 42;
  auto list = out.list();
  list.item("In a list");
  if (throws.text == "finished block") {
    out.paragraph("After the list");
    list.item("Too late");
  }
  if (throws.text == "moved block") {
    auto other = std::move(list);
    list.item("From nowhere");
  }
  if (throws.text == "ragged row") out.table("T", {"A", "B"}).row({"only one"});
  throw std::out_of_range(std::string(throws.text.view()));
}

}  // namespace

SHEAF_SECTION(Throws, render, {.id = "throws", .version = "1.0.0", .title = "Throws"})
