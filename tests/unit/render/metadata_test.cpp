#include "outside.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Catch::Matchers::Contains;
using model::ElementKind;
using model::StructureId;

namespace {

HandMade one_line(std::string title) {
  HandMade report(std::move(title));
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.page().items.push_back(report.line(paragraph, "A line.", 56, 80));
  return report;
}

}  // namespace

TEST_CASE("Titles keep their marks and letters, in the file's two places for them", "[pdf]") {
  HandMade report = one_line("Care & <support> in \"Łódź\" – خدمات");
  report.document.subtitle = "For the Health & Wellbeing Board";
  const std::string path = leave_for_judges("titles", report.write());
  CHECK_THAT(output_of("pdfinfo " + path),
             Contains("Title:           Care & <support> in \"Łódź\" – خدمات\n") &&
                 Contains("Subject:         For the Health & Wellbeing Board\n") &&
                 Contains("Author:          Catherine Underwood\n"));
  const std::string meta = output_of("pdfinfo -meta " + path);
  CHECK_THAT(meta, Contains("<rdf:li xml:lang=\"x-default\">Care &amp; &lt;support&gt; in "
                            "\"Łódź\" – خدمات</rdf:li>"));
  CHECK_THAT(meta, Contains("<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("The document's date is the file's, and no clock is read", "[pdf]") {
  HandMade report = one_line("Dated");
  const std::string file = report.write();
  leave_for_judges("dated", file);
  CHECK_THAT(file, Contains("(D:20201125000000Z)"));
  CHECK_THAT(file, Contains("<xmp:CreateDate>2020-11-25T00:00:00Z</xmp:CreateDate>"));
  report.document.date = {2020, 9, 0};
  CHECK_THAT(report.write(), Contains("(D:20200901000000Z)"));
}

TEST_CASE("Without a date or an author there is none in the file", "[pdf]") {
  HandMade report = one_line("Undated");
  report.document.date = {};
  report.document.author.clear();
  const std::string file = report.write();
  leave_for_judges("undated", file);
  for (const char* absent : {"CreationDate", "ModDate", "CreateDate", "Author", "dc:creator"}) {
    CHECK(count(file, absent) == 0);
  }
}

TEST_CASE("Control characters in a title do not break the metadata", "[pdf]") {
  leave_for_judges("control-characters", one_line("Bell\x07 and tab\tinside").write());
  HandMade report = one_line("No\uFFFE characters\uFFFF");
  report.document.author = "A\uFFFEB";
  const std::string path = leave_for_judges("noncharacters", report.write());
  CHECK_THAT(output_of("pdfinfo -meta " + path),
             Contains("No characters") && Contains("<rdf:li>AB</rdf:li>"));
}
