// Conditions of `when` that seem to hold and do not.

#include <catch2/catch.hpp>

#include "unit/document/office.hpp"

using sheaf::test::Office;
using Lines = std::vector<std::string>;

namespace {

/// What is told of a section with this condition, on line 7 of the layout.
Lines told_of(const std::string& when, const std::string& more = {}) {
  Office office;
  office.bind(Office::head() + "sections:\n  - plugin: prose\n    when: { " + when +
              " }\n    with: { body: Text }\n" + more);
  return office.findings();
}

}  // namespace

TEST_CASE("A condition that differs from the value by capitals alone is warned of") {
  CHECK(told_of("values.area: north", "values: { area: North }\n") ==
        Lines{"report.yaml:7:26 warning when-never: when.values.area never is \"north\": "
              "capitals count"});
  CHECK(told_of("values.area: [south, NORTH]", "values: { area: North }\n").size() == 1);
  CHECK(told_of("values.area: North", "values: { area: North }\n").empty());
  CHECK(told_of("values.area: south", "values: { area: North }\n").empty());
  CHECK(told_of("values.area: [north, North]", "values: { area: North }\n").empty());
}

TEST_CASE("A condition that gives the month or year of a day is warned of") {
  CHECK(told_of("meeting.date: 2020-11") ==
        Lines{"report.yaml:7:27 warning when-never: when.meeting.date never is \"2020-11\": it "
              "is a whole date"});
  CHECK(told_of("meeting.date: 2020-11-25").empty());
  CHECK(told_of("meeting.date: 2020-11-26").empty());
}

TEST_CASE("A status that no report has is refused, and one in capitals warned of") {
  CHECK(told_of("status: finished") ==
        Lines{"report.yaml:7:21 error wrong-type: when.status should be one of draft, final, not "
              "\"finished\""});
  const Lines warned{
      "report.yaml:7:21 warning when-never: when.status never is \"Final\": capitals count"};
  CHECK(told_of("status: Final") == warned);
  CHECK(told_of("status: Final", "status: draft\n") == warned);
  CHECK(told_of("status: draft").empty());
}
