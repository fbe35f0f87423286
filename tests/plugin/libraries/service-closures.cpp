// The plugin that the headers give as their example: its parameters, its table, its message.

#include <sheaf/plugin.hpp>

namespace {

struct Closure {
  sheaf::Text service;
  sheaf::Date closes;
  std::optional<sheaf::Date> reopens;
};
constexpr auto describe(sheaf::Type<Closure>) {
  return sheaf::record(sheaf::field("service", &Closure::service, "Service name"),
                       sheaf::field("closes", &Closure::closes, "First day closed", "2021-01-04"),
                       sheaf::field("reopens", &Closure::reopens, "First day open again"));
}

struct Closures {
  sheaf::Markdown introduction;
  std::vector<Closure> services;
};
constexpr auto describe(sheaf::Type<Closures>) {
  return sheaf::record(
      sheaf::field("introduction", &Closures::introduction, "What changes, and why"),
      sheaf::field("services", &Closures::services, "One row per service"));
}

void render(const Closures& closures, sheaf::Section& out) {
  out.place(closures.introduction);
  auto table = out.table("Services that close", {"Service", "Closes", "Opens again"});
  for (const Closure& c : closures.services) {
    if (c.reopens && *c.reopens <= c.closes) out.error(*c.reopens, "Reopens before it closes");
    table.row({c.service, c.closes, sheaf::or_else(c.reopens, "not yet known")});
  }
}

}  // namespace

SHEAF_SECTION(Closures, render,
              {.id = "service-closures", .version = "1.0.0", .title = "Service closures"})
