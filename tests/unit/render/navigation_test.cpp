#include "outside.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Catch::Matchers::Contains;
using model::ElementKind;
using model::StructureId;

namespace {

/// A paragraph that is one link over two lines.
HandMade two_line_link(const std::string& target) {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  const StructureId link = report.add(ElementKind::Link, paragraph);
  report.document[link].target = target;
  report.document[link].source = {77};
  page::Page& page = report.page();
  const char* lines[] = {"The council's ", "guidance (2020) "};
  for (int at = 0; at < 2; ++at) {
    const int y = 80 + 20 * at;
    page.items.push_back(report.line(link, lines[at], 56, y));
    page.items.push_back(page::LinkArea{static_cast<std::uint32_t>(link),
                                        {{pt(56), pt(y - 12)}, {pt(90), pt(16)}},
                                        target,
                                        "The council’s guidance (2020)"});
  }
  return report;
}

}  // namespace

TEST_CASE("A link over two lines is one element with two areas", "[pdf]") {
  HandMade report = two_line_link("https://www.example.org/a_(b)?c=d&e");
  const std::string file = report.write();
  const std::string path = leave_for_judges("link-over-lines", file);
  CHECK(structure_of(path) ==
        "Document\n  P (block)\n    Link (inline)\n      \"The council's guidance (2020) \"\n"
        "      Object 4 0\n      Object 5 0\n");
  CHECK(count(file, "/S/Link/") == 1);
  CHECK_THAT(output_of("pdfinfo -url " + path), Contains("https://www.example.org/a_(b)?c=d&e"));
  const std::string objects = inflated(path);
  CHECK(count(objects, "/Contents (The council\\222s guidance \\(2020\\))") +
            count(objects, "/Contents <feff") >=
        2);
  CHECK_THAT(objects, Contains("757.89"));  // 841.89 - (80 - 12 + 16)
}

TEST_CASE("Addresses are written in ASCII", "[pdf]") {
  HandMade report = two_line_link("https://example.org/łąka zimą");
  const std::string path = leave_for_judges("non-ascii-address", report.write());
  CHECK_THAT(output_of("pdfinfo -url " + path),
             Contains("https://example.org/%C5%82%C4%85ka%20zim%C4%85"));
}

TEST_CASE("Links inside the report go to named destinations", "[pdf]") {
  HandMade report = two_line_link("#later");
  const StructureId heading = report.add(ElementKind::Heading, StructureId::Root);
  page::Page& second = report.page();
  second.items.push_back(report.line(heading, "Later", 56, 100, 20));
  second.destinations.push_back({"later", {pt(56), pt(80)}, "Later", 1});
  const std::string path = leave_for_judges("inner-link", report.write());
  CHECK_THAT(output_of("pdfinfo -dests " + path),
             Contains("2 [ XYZ   56  762 null      ] \"later\""));
}

TEST_CASE("A link to nowhere is a warning where it was typed") {
  HandMade report = two_line_link("#gone");
  Diagnostics diagnostics;
  auto cache = render::pdf::make_writer_cache();
  CHECK(report.write(*cache, diagnostics).has_value());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == "link-target-missing");
  CHECK(diagnostics.all()[0].source == SourceId{77});
}

TEST_CASE("Bookmarks nest by level and name their pages", "[pdf]") {
  HandMade report;
  const char* titles[] = {"Title", "First", "Detail – more", "Second", "Far", "Annex"};
  const int levels[] = {1, 2, 3, 2, 4, 1};
  for (int at = 0; at < 6; ++at) {
    const StructureId heading = report.add(ElementKind::Heading, StructureId::Root);
    page::Page& page = report.page();
    page.items.push_back(report.line(heading, titles[at], 56, 100));
    page.destinations.push_back(
        {"place-" + std::to_string(at), {pt(56), pt(80)}, titles[at], levels[at]});
  }
  const std::string path = leave_for_judges("bookmarks", report.write());
  const std::string outlines = output_of("qpdf --json=2 --json-key=outlines " + path);
  const auto at = [&](const char* title) {
    return outlines.find(std::string("\"title\": \"") + title);
  };
  for (const char* title : titles) CHECK(at(title) != std::string::npos);
  CHECK(count(outlines, "\"title\"") == 6);
  CHECK_THAT(outlines, Contains("\"destpageposfrom1\": 6"));
  CHECK_THAT(inflated(path), Contains("/Count 6"));
}

TEST_CASE("Pages are labelled with their numbers", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  for (int at = 0; at < 3; ++at) {
    report.page().items.push_back(report.line(paragraph, "A page ", 56, 80));
  }
  const std::string path = leave_for_judges("page-labels", report.write());
  const std::string labels = output_of("qpdf --json=2 --json-key=pagelabels " + path);
  CHECK_THAT(labels, Contains("\"/S\": \"/D\""));
  CHECK_THAT(labels, Contains("\"/St\": 1"));
  CHECK_THAT(output_of("pdfinfo " + path), Contains("Pages:           3"));
}
