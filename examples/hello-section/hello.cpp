// hello: greets the people a report is for, and says when to come by.

#include <sheaf/plugin.hpp>

namespace {

struct Visit {
  sheaf::Text place;
  sheaf::Date opens;
  std::optional<sheaf::Date> closes;
};

constexpr auto describe(sheaf::Type<Visit>) {
  return sheaf::record(sheaf::field("place", &Visit::place, "Where to go", "Central Library"),
                       sheaf::field("opens", &Visit::opens, "First day open", "2021-01-04"),
                       sheaf::field("closes", &Visit::closes, "Last day open", "2021-03-31"));
}

struct Hello {
  std::vector<sheaf::Text> names;
  std::vector<Visit> visits;
};

constexpr auto describe(sheaf::Type<Hello>) {
  return sheaf::record(
      sheaf::field("names", &Hello::names, "Whom to greet", R"(["the board", "all residents"])"),
      sheaf::optional_field("visits", &Hello::visits, "Where they are welcome, and when"));
}

void write_visits(const std::vector<Visit>& visits, sheaf::Section& out) {
  auto table = out.table("Where you are welcome", {"Place", "Opens", "Closes"});
  for (const Visit& visit : visits) {
    if (visit.closes && visit.closes->is_before(visit.opens)) {
      out.error(*visit.closes, "closes before it opens");
    }
    table.row({visit.place, visit.opens, sheaf::or_else(visit.closes, "not yet known")});
  }
}

void render(const Hello& hello, sheaf::Section& out) {
  out.paragraph("Hello, ", sheaf::listed(hello.names), "!");
  if (!hello.visits.empty()) write_visits(hello.visits, out);
}

}  // namespace

SHEAF_SECTION(Hello, render,
              {.id = "hello",
               .version = "1.0.0",
               .title = "Hello",
               .description = "Greets people, and says where and when they are welcome",
               .blocks = {"paragraph/1", "table/1"}})
