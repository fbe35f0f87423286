// your-section: how many people services saw, and what comes next.
//
// Change the two structs to what it takes, their descriptions to what administrators should know,
// and render() to what it says.

#include <sheaf/plugin.hpp>

namespace {

struct Service {
  sheaf::Text name;
  sheaf::Whole visits;
  std::optional<sheaf::Date> closes;
  std::optional<sheaf::Date> reopens;
};

constexpr auto describe(sheaf::Type<Service>) {
  return sheaf::record(
      sheaf::field("name", &Service::name, "Name of the service", "Central Library"),
      // Limits leave room for the sum of many rows, and tell of a number that cannot be right.
      sheaf::field("visits", &Service::visits, "Visits this month", "412").between(0, 1000000),
      sheaf::field("closes", &Service::closes, "First day closed, if it closes", "2021-01-04"),
      sheaf::field("reopens", &Service::reopens, "First day open again", "2021-02"));
}

struct Parameters {
  sheaf::Markdown introduction;
  std::vector<Service> services;
  std::vector<sheaf::Text> next_steps;
};

constexpr auto describe(sheaf::Type<Parameters>) {
  return sheaf::record(
      sheaf::field("introduction", &Parameters::introduction, "What happened, in your own words",
                   "More people came than last year."),
      sheaf::field("services", &Parameters::services, "One row per service"),
      sheaf::optional_field("next_steps", &Parameters::next_steps, "What comes next",
                            R"(["open on Sundays"])"));
}

/// A message lands on the line where the administrator typed the value that it names.
void check(const Service& service, sheaf::Section& out) {
  if (!service.closes || !service.reopens) return;
  if (service.reopens->is_before(*service.closes))
    out.error(*service.reopens, "Reopens before it closes");
}

void write_table(const std::vector<Service>& services, sheaf::Section& out) {
  auto table = out.table("Visits to each service",
                         {"Service", {"Visits", sheaf::Align::End}, "Closes", "Opens again"});
  for (const Service& service : services) {
    check(service, out);
    table.row(
        {service.name, service.visits, sheaf::or_else(service.closes, "stays open"),
         sheaf::or_else(service.reopens, service.closes ? "not yet known" : "does not close")});
  }
}

void render(const Parameters& with, sheaf::Section& out) {
  out.place(with.introduction);
  out.metrics()
      .metric("Visits", sheaf::sum(with.services, &Service::visits), {.note = "this month"})
      .metric("Services", with.services.size());
  write_table(with.services, out);
  out.list("Next, we will", with.next_steps);
}

}  // namespace

SHEAF_SECTION(Parameters, render,
              {.id = "your-section",
               .version = "0.1.0",
               .title = "Your section",
               .description = "How many people services saw, and what comes next",
               .blocks = {"paragraph/1", "metrics/1", "table/1", "list/1"}})
