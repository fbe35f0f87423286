// What is told of slips, and which of them are surely mended: brackets, dates, names, words.

#include <catch2/catch.hpp>

#include "unit/document/office.hpp"

using sheaf::test::Office;
using Lines = std::vector<std::string>;

namespace {

Office with_text(const std::string& text) {
  Office office;
  office.bind_update("{ text: '" + text + "' }");
  return office;
}

Office with_day(const std::string& day) {
  Office office;
  office.bind_update("\n      day: " + day);
  return office;
}

}  // namespace

TEST_CASE("The cure of a placeholder in brackets that are not its own leaves no sign of them") {
  CHECK(with_text("On ${meeting.date} we met").cures() ==
        Lines{"7:23 ${meeting.date} -> ((meeting.date))"});
  CHECK(with_text("On (meeting.date)) we met").cures() ==
        Lines{"7:23 (meeting.date)) -> ((meeting.date))"});
  CHECK(with_text("On (meeting.date) we met").cures() ==
        Lines{"7:23 (meeting.date) -> ((meeting.date))"});
  CHECK(with_text("It (on (meeting.date)) was").findings().empty());
  CHECK(with_text("It ( (meeting.date) ) was").findings().empty());
}

TEST_CASE("A date with the dashes of Word names them, and is mended") {
  const Office office = with_day("2020\u201312\u201316");
  CHECK(office.help() ==
        Lines{"Write 2020-12-16, with the hyphen of the keyboard, and no long dash"});
  CHECK(office.cures() == Lines{"8:12 2020\u201312\u201316 -> 2020-12-16"});
}

TEST_CASE("A date in a run of digits or with its weekday offers what was meant") {
  CHECK(with_day("20201216").cures() == Lines{"8:12 20201216 -> 2020-12-16"});
  CHECK(with_day("Wednesday 16 December 2020").help() == Lines{"Write 2020-12-16"});
  CHECK(with_day("Wednesday, 16 December 2020").help() == Lines{"Write 2020-12-16"});
  CHECK(with_day("Monday 16 December 2020").cures() == Lines{});  // that was a Wednesday
  CHECK(with_day("31st November 2020").help() == Lines{"Look the date up in a calendar"});
  CHECK(with_day("20201316").cures() == Lines{});
  CHECK(with_day("10405216").cures() == Lines{});
}

TEST_CASE("A name that may be another's is offered, and never put in the place of what was typed") {
  const std::string more =
      "people: { mr-lee: { name: A. Lee } }\nvalues: { spent: 5 }\ndata: { paid: paid.csv }\n";
  for (const std::string with :
       {"{ by: ms-lee }", "{ any: { data: unpaid } }", "{ text: 'We ((values.spend)) it' }"}) {
    CAPTURE(with);
    Office office;
    office.add("paid.csv", "name\nOne\n");
    office.bind_update(with, more);
    REQUIRE_FALSE(office.help().empty());
    CHECK(office.help()[0].starts_with("Did you mean"));
    CHECK(office.cures().empty());
  }
}

TEST_CASE("A word of the layout's own with capitals is written in small letters") {
  Office office;
  office.bind(Office::head() +
              "status: Final\nsections:\n  - { plugin: prose, with: { body: A } }\n");
  CHECK(office.cures() == Lines{"5:9 Final -> final"});
}
