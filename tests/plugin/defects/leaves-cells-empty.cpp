// Leaves a cell empty where a parameter was left out.
#include <sheaf/plugin.hpp>

namespace {

struct Ward {
  sheaf::Text name;
  std::optional<sheaf::Text> note;
};

constexpr auto describe(sheaf::Type<Ward>) {
  return sheaf::record(sheaf::field("name", &Ward::name, "Its name", "Bulwell"),
                       sheaf::field("note", &Ward::note, "What else is to be said", "Open again"));
}

struct Wards {
  std::vector<Ward> wards;
};

constexpr auto describe(sheaf::Type<Wards>) {
  return sheaf::record(sheaf::field("wards", &Wards::wards, "One row per ward").at_least(1));
}

void render(const Wards& with, sheaf::Section& out) {
  auto table = out.table("All wards", {"Ward", "Note"});
  for (const Ward& ward : with.wards) table.row({ward.name, ward.note});
}

}  // namespace

SHEAF_SECTION(Wards, render, {.id = "leaves-cells-empty", .version = "1.0.0", .title = "Wards"})
