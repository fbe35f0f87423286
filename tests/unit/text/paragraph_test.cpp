#include "text/paragraph.hpp"

#include <catch2/catch.hpp>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

TEST_CASE("Every character of a paragraph is in its fragments, spaces too") {
  Workshop workshop;
  const Paragraph p = workshop.make("The board met on 25 November 2020 to agree the plan.");
  std::string all;
  for (const Line& line : p.lines(pt(120))) all += text_of(line);
  CHECK(all == "The board met on 25 November 2020 to agree the plan.");
  CHECK(p.lines(pt(120)).size() > 2);
  CHECK(workshop.diagnostics.all().empty());
}
