#include "hand_made.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ElementKind;
using model::StructureId;

TEST_CASE("A heading and a paragraph become a tagged file", "[pdf]") {
  HandMade report("Staff & “friends” < 2020 – Łódź");
  const StructureId heading = report.add(ElementKind::Heading, StructureId::Root);
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::Page& page = report.page();
  page.items.push_back(
      report.line(HandMade::mark(heading), bold(), "Winter readiness", 56, 80, 24));
  page.items.push_back(report.line(paragraph, "Two lines of (plain) text, ", 56, 120));
  page.items.push_back(report.line(paragraph, "with \\ and “quotes” – £12.50.", 56, 138));
  leave_for_judges("heading-and-paragraph", report.write());
}
