// What the section writes and reports, without Sheaf: sheaf/testing.hpp renders it from values as
// they are typed, and gives its blocks as text. Any test framework will do; this one needs none.

#include <cstdio>
#include <string>

#include <sheaf/testing.hpp>

namespace {

int failed = 0;

void expect(const std::string& actual, const std::string& expected) {
  if (actual == expected) return;
  std::printf("expected:\n%s\nbut it is:\n%s\n", expected.c_str(), actual.c_str());
  ++failed;
}

std::string messages_of(std::string_view with) {
  std::string all;
  for (const std::string& message : sheaf::testing::render(with).messages) all += message + "\n";
  return all;
}

void writes_a_row_for_each_service() {
  const auto made = sheaf::testing::render(R"({
    introduction: More people came.,
    services: [ { name: Central Library, visits: 412 } ],
    next_steps: [ open on Sundays ] })");
  expect(made.blocks, R"(placed markdown "More people came."
metrics/1
  metric/1 label="Visits" note="this month"
    "412"
  metric/1 label="Services"
    "1"
table/1 caption="Visits to each service" row-headers="no"
  column/1 align="start"
    "Service"
  column/1 align="end"
    "Visits"
  column/1 align="start"
    "Closes"
  column/1 align="start"
    "Opens again"
  row/1
    cell/1
      placed text "Central Library"
    cell/1
      placed whole 412
    cell/1
      "stays open"
    cell/1
      "does not close"
paragraph/1
  "Next, we will"
  " "
  placed text "open on Sundays"
  "."
)");
}

void reports_what_cannot_be() {
  expect(messages_of(R"({
    introduction: Hello,
    services: [ { name: Old School, visits: 310, closes: 2021-02-01, reopens: 2021-01-01 } ] })"),
         "error with.services[1].reopens: Reopens before it closes\n");
}

void refuses_a_service_without_visits() {
  expect(messages_of("{ introduction: Hello, services: [ { name: Central Library } ] }"),
         "error with.services[1] needs `visits`\n");
}

void refuses_more_visits_than_there_can_be() {
  expect(messages_of(R"({
    introduction: Hello,
    services: [ { name: Old School, visits: 1000001 } ] })"),
         "error with.services[1].visits should be 0 to 1000000, not \"1000001\"\n");
}

}  // namespace

int main() {
  writes_a_row_for_each_service();
  reports_what_cannot_be();
  refuses_a_service_without_visits();
  refuses_more_visits_than_there_can_be();
  return failed == 0 ? 0 : 1;
}
