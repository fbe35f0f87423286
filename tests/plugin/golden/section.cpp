// The C++ plugin behind gcc.so and clang-libc++.so: parameters of most kinds, limits, a table,
// metrics, a list, a message, and an exception that stays inside.

#include <sheaf/plugin.hpp>

namespace {

struct Visit {
  sheaf::Text place;
  sheaf::Date on;
  std::optional<sheaf::Person> by;
  sheaf::Status status = sheaf::Status::OnTrack;
};
constexpr auto describe(sheaf::Type<Visit>) {
  return sheaf::record(sheaf::field("place", &Visit::place, "Where"),
                       sheaf::field("on", &Visit::on, "When", "2020-11").at_least("2000"),
                       sheaf::field("by", &Visit::by, "Who went there"),
                       sheaf::optional_field("status", &Visit::status, "How it stands"));
}

struct Visits {
  sheaf::Markdown introduction;
  std::vector<Visit> visits;
  sheaf::Whole planned;
  sheaf::Money cost;
};
constexpr auto describe(sheaf::Type<Visits>) {
  return sheaf::record(
      sheaf::field("introduction", &Visits::introduction, "What stands before the table"),
      sheaf::field("visits", &Visits::visits, "One row per visit"),
      sheaf::field("planned", &Visits::planned, "How many were planned").at_least(0).was("plan"),
      sheaf::field("cost", &Visits::cost, "What they cost").otherwise("12.50"));
}

void render(const Visits& all, sheaf::Section& out) {
  out.place(all.introduction);
  auto table = out.table("Visits", {"Place", {"On", sheaf::Align::End}, "By", "Status"});
  for (const Visit& visit : all.visits) {
    if (visit.place == "Nowhere") throw std::runtime_error("there is no such place");
    if (visit.on.year() == 2009) out.warning(visit.on, "Is long ago");
    table.row({visit.place, visit.on, sheaf::or_else(visit.by, "nobody"), visit.status});
  }
  const auto made = static_cast<std::int64_t>(all.visits.size());
  out.metrics().metric("Visits made", made, {.of = all.planned, .trend = sheaf::Trend::Up});
  out.list(std::vector<sheaf::Inline>{sheaf::text("They cost ", all.cost), sheaf::strong("Done")});
}

}  // namespace

SHEAF_SECTION(Visits, render,
              {.id = "visits",
               .version = "1.0.0",
               .title = "Visits",
               .blocks = {"table/1", "metrics/1", "list/1"}})
