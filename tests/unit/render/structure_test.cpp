#include "outside.hpp"
#include "support/golden.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Catch::Matchers::Contains;
using model::ElementKind;
using model::StructureId;

namespace {

/// A report that grows downwards, a line for each text.
class Tower : public HandMade {
 public:
  using HandMade::HandMade;

  void say(StructureId owner, std::string_view text) {
    if (pages.empty()) page();
    pages.back().items.push_back(line(owner, text, 56, y_));
    y_ += 16;
  }
  StructureId paragraph(StructureId parent, std::string_view text) {
    const StructureId id = add(ElementKind::Paragraph, parent);
    say(id, text);
    return id;
  }
  void labelled(ElementKind kind, StructureId list, std::string_view label, std::string_view text) {
    const StructureId item = add(kind, list);
    say(add(ElementKind::Label, item), label);
    paragraph(add(ElementKind::Body, item), text);
  }
  StructureId cell(ElementKind kind, StructureId row, std::string_view text) {
    const StructureId id = add(kind, row);
    if (kind == ElementKind::HeaderCell) document[id].scope = model::Scope::Column;
    if (!text.empty()) paragraph(id, text);
    return id;
  }

 private:
  int y_ = 80;
};

void add_lists(Tower& report, StructureId section) {
  const StructureId list = report.add(ElementKind::List, section);
  report.document[list].ordered = true;
  report.labelled(ElementKind::Item, list, "1. ", "First");
  const StructureId item = report.add(ElementKind::Item, list);
  report.say(report.add(ElementKind::Label, item), "2. ");
  const StructureId body = report.add(ElementKind::Body, item);
  report.paragraph(body, "Second, with a list");
  const StructureId inner = report.add(ElementKind::List, body);
  report.labelled(ElementKind::Item, inner, "• ", "Nested");
  report.labelled(ElementKind::Fact, report.add(ElementKind::Facts, section), "Board", "Health");
  report.labelled(ElementKind::Metric, report.add(ElementKind::Metrics, section), "Visits", "119");
  report.labelled(ElementKind::Pictogram, report.add(ElementKind::Pictograms, section), "Hands",
                  "Wash them");
}

void add_table(Tower& report, StructureId section) {
  const StructureId table = report.add(ElementKind::Table, section);
  report.say(report.add(ElementKind::Caption, table), "Services that close");
  const StructureId head = report.add(ElementKind::Row, report.add(ElementKind::TableHead, table));
  report.cell(ElementKind::HeaderCell, head, "Service");
  report.cell(ElementKind::HeaderCell, head, "Opens again");
  const StructureId row = report.add(ElementKind::Row, report.add(ElementKind::TableBody, table));
  const StructureId first = report.cell(ElementKind::HeaderCell, row, "Library");
  report.document[first].scope = model::Scope::Row;
  report.cell(ElementKind::Cell, row, "");
}

void add_asides(Tower& report, StructureId section) {
  report.paragraph(report.add(ElementKind::Callout, section), "Act now");
  report.paragraph(report.add(ElementKind::Quote, section), "It was good");
  const StructureId figure = report.add(ElementKind::Figure, section);
  report.document[figure].alt = "A bar twice as wide as high";
  report.pages.back().items.push_back(
      page::Path{HandMade::mark(figure),
                 {{page::PathStep::Verb::Rectangle, {pt(60), pt(700)}, {pt(100), pt(720)}, {}}},
                 Colour{29, 112, 184},
                 {},
                 {}});
}

}  // namespace

TEST_CASE("Every kind of element has its standard structure type", "[pdf]") {
  Tower report("Every element");
  const StructureId heading = report.add(ElementKind::Heading, StructureId::Root);
  report.say(heading, "Every element");
  const StructureId section = report.add(ElementKind::Section, StructureId::Root);
  const StructureId second = report.add(ElementKind::Heading, section);
  report.document[second].level = 2;
  report.say(second, "A section");
  add_lists(report, section);
  add_table(report, section);
  add_asides(report, section);
  const std::string path = leave_for_judges("every-element", report.write());
  check_golden("struct-text/every-element.txt", structure_of(path));
}

TEST_CASE("Blocks that run from right to left say so, beside what else there is to say", "[pdf]") {
  Tower report("Directions");
  report.paragraph(StructureId::Root, "From left to right");
  add_lists(report, report.add(ElementKind::Section, StructureId::Root));
  add_table(report, StructureId::Root);
  for (auto& element : report.document.elements) {
    const bool is_bullet = element.kind == ElementKind::Label;
    element.right_to_left = model::holds_text(element.kind) && !is_bullet;
  }
  report.document.elements[1].right_to_left = false;
  report.paragraph(StructureId::Root, "From left to right again");
  const std::string file = report.write();
  leave_for_judges("directions", file);
  CHECK(count(file, "/A[<</O/Layout/WritingMode/RlTb>>]") > 0);  // the section, the table
  CHECK(count(file, "RlTb") < 8);                                // the rest inherits it
  CHECK(count(file, "/A[<</O/List/ListNumbering/Decimal>>]") == 1);
  CHECK(count(file, "/A[<</O/Table/Scope/Column>>]") == 2);
  Tower list("A list");
  list.paragraph(StructureId::Root, "From left to right");
  const StructureId outer = list.add(ElementKind::List, StructureId::Root);
  list.document[outer].ordered = true;
  const StructureId item = list.add(ElementKind::Item, outer);
  list.say(list.add(ElementKind::Label, item), "1. ");
  const StructureId text = list.paragraph(list.add(ElementKind::Body, item), "Right to left");
  list.document[text].right_to_left = true;
  const std::string both = list.write();
  leave_for_judges("directed-list", both);
  CHECK(count(both, "/A[<</O/List/ListNumbering/Decimal>><</O/Layout/WritingMode/RlTb>>]") == 1);
  CHECK(count(both, "RlTb") == 1);
}

TEST_CASE("Elements without content are left out, but not table cells", "[pdf]") {
  Tower report;
  report.paragraph(StructureId::Root, "Only this is said");
  report.add(ElementKind::Paragraph, report.add(ElementKind::Section, StructureId::Root));
  report.add(ElementKind::Link, report.add(ElementKind::Paragraph, StructureId::Root));
  add_table(report, StructureId::Root);
  const std::string file = report.write();
  leave_for_judges("empty-elements", file);
  CHECK(count(file, "/S/Sect") == 0);
  CHECK(count(file, "/S/Link") == 0);
  CHECK(count(file, "/S/TD") == 1);
}

TEST_CASE("Links and spans stand where their words are", "[pdf]") {
  Tower report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  const StructureId link = report.add(ElementKind::Link, paragraph);
  const StructureId span = report.add(ElementKind::Span, paragraph);
  report.document[span].alt = "Special educational needs and disabilities";
  report.document[link].target = "https://www.nottinghamcity.gov.uk";
  const StructureId inner = report.add(ElementKind::Span, link);
  report.document[inner].language = "pl";
  report.say(paragraph, "Before ");
  report.say(span, "SEND ");
  report.say(paragraph, "between ");
  report.say(link, "the city ");
  report.say(inner, "miasto ");
  report.say(paragraph, "after.");
  report.pages.back().items.push_back(page::LinkArea{static_cast<std::uint32_t>(link),
                                                     {{pt(56), pt(118)}, {pt(60), pt(14)}},
                                                     report.document[link].target,
                                                     "The city's web site"});
  const std::string file = report.write();
  CHECK(structure_of(leave_for_judges("inline-elements", file)) == R"(Document
  P (block)
    "Before "
    Span (inline)
      "SEND "
    "between "
    Link (inline)
      "the city "
      Span (inline)
        "miasto "
      Object 4 0
    "after."
)");
  CHECK(count(file, "/Lang(pl)") == 1);
  CHECK(count(file, "/E(Special educational needs and disabilities)") == 1);
}

TEST_CASE("A paragraph over two pages is one element", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.page().items.push_back(report.line(paragraph, "Begun on the first page ", 56, 780));
  report.page().items.push_back(report.line(paragraph, "and ended on the second.", 56, 80));
  const std::string file = report.write();
  CHECK(structure_of(leave_for_judges("paragraph-over-pages", file)) ==
        "Document\n  P (block)\n"
        "    \"Begun on the first page \"\n    \"and ended on the second.\"\n");
  CHECK(count(file, "/S/P/") == 1);
  CHECK(count(file, "/Type/MCR") == 1);
}

TEST_CASE("Thousands of elements stand in their order") {
  constexpr int kLines = 50, kAll = 100 * kLines;  // of a page, and of all
  HandMade report;
  for (int i = 0; i < kAll; ++i) {
    if (i % kLines == 0) report.page();
    const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
    report.pages.back().items.push_back(report.line(paragraph, "Line", 56, 60 + 14 * (i % kLines)));
  }
  const std::string file = report.write();
  CHECK(count(file, "/S/P/") == kAll);
  std::size_t at = 0;
  for (int i = 0; i < kAll && at != file.npos; ++i) {
    at = file.find("/S/P/", at);
    at = file.find("/K[" + std::to_string(i % kLines) + " ]", at);
  }
  CHECK(at != file.npos);
}

TEST_CASE("Artifacts split an element's content without splitting the element", "[pdf]") {
  Tower report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.say(paragraph, "Above the rule ");
  report.pages.back().items.push_back(
      page::Path{{page::MarkKind::Layout, 0},
                 {{page::PathStep::Verb::Move, {pt(56), pt(84)}, {}, {}},
                  {page::PathStep::Verb::Line, {pt(200), pt(84)}, {}, {}}},
                 {},
                 Colour{200, 0, 0},
                 millipt(500)});
  report.say(paragraph, "and below it.");
  const std::string path = leave_for_judges("artifact-inside", report.write());
  CHECK_THAT(structure_of(path), Contains("\"Above the rule \"\n    \"and below it.\""));
  CHECK(count(inflated(path), "/P<</MCID 1>>BDC") == 1);
}

TEST_CASE("Headers, footers and backgrounds are no part of the text", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.page().items.push_back(report.line(paragraph, "The text.", 56, 80));
  page::Furniture& furniture = report.furniture.emplace_back();
  furniture.items.push_back(
      report.line({page::MarkKind::Background, 0}, bold(), "DRAFT", 200, 400, 90));
  furniture.items.push_back(
      report.line({page::MarkKind::Header, 0}, regular(), "Board", 56, 40, 9));
  furniture.items.push_back(
      report.line({page::MarkKind::Footer, 0}, regular(), "page 1 of 1", 56, 800, 9));
  const std::string path = leave_for_judges("furniture", report.write());
  CHECK(structure_of(path) == "Document\n  P (block)\n    \"The text.\"\n");
  const std::string content = inflated(path);
  CHECK_THAT(content, Contains("/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"));
  CHECK_THAT(content, Contains("/Artifact<</Type/Background/BBox[0 0 595.28 841.89]>>BDC"));
  CHECK(content.find("/Artifact") < content.find("/P<</MCID 0>>BDC"));
}

TEST_CASE("A figure has its alternative text and its bounding box", "[pdf]") {
  Tower report;
  const StructureId figure = report.add(ElementKind::Figure, StructureId::Root);
  report.document[figure].alt = "Łódź in winter";
  report.page();
  for (const int x : {100, 300}) {
    report.pages.back().items.push_back(
        page::Path{HandMade::mark(figure),
                   {{page::PathStep::Verb::Rectangle, {pt(x), pt(200)}, {pt(x + 50), pt(260)}, {}}},
                   Colour{},
                   {},
                   {}});
  }
  const std::string file = report.write();
  leave_for_judges("figure", file);
  CHECK(count(file, "/BBox[100 581.89 350 641.89 ]") == 1);
  CHECK(count(file, "/Alt<FEFF014100F30064017A00200069006E002000770069006E007400650072>") == 1);
}
