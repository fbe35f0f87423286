#include <catch2/catch.hpp>

#include "composing.hpp"
#include "document/notice.hpp"
#include "office.hpp"

using namespace sheaf;
using model::Edition;

namespace {

using Findings = std::vector<std::string>;

const std::string kSections =
    "sections:\n"
    "  - plugin: prose\n"
    "    with: { body: Open }\n"
    "  - id: land\n"
    "    plugin: update\n"
    "    title: Buying the old mill\n"
    "    access: { exempt: 3, because: \"((values.why))\" }\n"
    "    with: { text: \"((values.price))\", picture: { file: mill.png, alt: The mill } }\n"
    "  - plugin: update\n"
    "    access: { exempt: [1, 2], because: officers are named., public_title: Staffing }\n";
const std::string kValues = "values: { why: prices are open, price: A million pounds }\n";

test::Office bound(Edition edition, const std::string& more = {}) {
  test::Office office;
  office.options.edition = edition;
  office.add("mill.png", "no picture");
  office.bind(test::Office::head() + kValues + more + kSections);
  return office;
}

/// The document of notices for `exemptions`, without a section's own content.
model::Document composed(std::vector<model::Exemption> exemptions, Edition edition,
                         const std::string& language = "en-GB") {
  test::Composing composing;
  composing.report.edition = edition;
  composing.report.language = language;
  for (auto& exemption : exemptions) {
    composing.section("s", "Heading", {}).exemption = std::move(exemption);
  }
  return composing.compose();
}

std::string text_of(const model::Document& document) {
  std::string text;
  for (const model::Element& element : document.elements) {
    for (const model::Run& run : element.runs) text += run.text;
    if (!element.runs.empty()) text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("The public edition binds nothing of an exempt section but its notice") {
  const test::Office office = bound(Edition::Public);
  CHECK(office.findings() == Findings{});
  REQUIRE(office.report->sections.size() == 3);
  const model::ReportSection& notice = office.report->sections[1];
  CHECK(notice.is_notice());
  CHECK(notice.id == "exempt-information-1");
  CHECK(notice.title == "Exempt information");
  CHECK(notice.plugin.empty());
  CHECK(notice.with.is_absent());
  CHECK(notice.exemption->because == "prices are open");
  CHECK(office.report->sections[2].title == "Staffing");
  CHECK(office.report->assets.empty());
  CHECK(office.report->edition == Edition::Public);
}

TEST_CASE("A value of nothing but spaces is no reason, no heading and no title") {
  for (const Edition edition : {Edition::Public, Edition::Exempt}) {
    test::Office office;
    office.options.edition = edition;
    office.bind(test::Office::head() +
                "values: { blank: \" \" }\n"
                "sections:\n"
                "  - plugin: prose\n"
                "    title: ((values.blank))\n"
                "    access: { exempt: 3, because: ((values.blank)) }\n"
                "    with: { body: Open }\n");
    const auto findings = office.findings();
    REQUIRE(findings.size() == (edition == Edition::Public ? 1 : 2));
    CHECK(findings.back().find("error empty-value: access.because is empty") != std::string::npos);
  }
}

TEST_CASE("A final report's reason for an exemption is written, not promised") {
  const auto findings = [](const std::string& status, const std::string& reason) {
    test::Office office;
    office.bind(test::Office::head() + status +
                "sections:\n  - plugin: prose\n    access: { exempt: 3, because: " + reason +
                " }\n    with: { body: Open }\n");
    return office.findings();
  };
  CHECK(findings("status: final\n", "TBC") ==
        Findings{"report.yaml:8:35 error reason-missing: The reason for the exemption is still to "
                 "be written: TBC"});
  CHECK(findings("status: final\n", "reason to follow (TBA).").size() == 1);
  CHECK(findings("status: final\n", "'[we will add one]'") ==
        Findings{"report.yaml:8:35 warning reason-missing: The reason for the exemption stands in "
                 "brackets, as what is still to be written does: [we will add one]"});
  for (const std::string promise : {"'[reason]'", "'[to follow]'", "'[Reason to be confirmed]'"}) {
    INFO(promise);
    REQUIRE(findings("status: final\n", promise).size() == 1);
    CHECK(findings("status: final\n", promise)[0].find(" error ") != std::string::npos);
  }
  CHECK(findings("status: final\n", "Reason to follow").size() == 1);
  CHECK(findings("status: final\n", "tbc.").size() == 1);
  CHECK(findings("status: draft\n", "TBC") ==
        Findings{"report.yaml:8:35 warning reason-missing: The reason for the exemption is still "
                 "to be written: TBC"});
  CHECK(findings("status: final\n", "talks are to follow") == Findings{});
  CHECK(findings("status: final\n", "'[2019] EWCA Civ 1 binds us'") == Findings{});
  CHECK(findings("status: final\n", "the TBCs are named") == Findings{});
}

TEST_CASE("A public figure of data that only exempt sections show is told of in each edition") {
  const auto findings = [](Edition edition, const std::string& open, const std::string& exempt) {
    test::Office office;
    office.options.edition = edition;
    office.add("grants.csv", "action,due\nA,2020-11-25\n");
    office.bind(test::Office::head() +
                "data: { grants: grants.csv, late: { sql: select action from grants } }\n"
                "sections:\n"
                "  - { plugin: prose, with: { body: \"((data.grants.count)) in all\" } }\n"
                "  - { plugin: update, with: { " +
                open +
                " } }\n"
                "  - plugin: update\n"
                "    access: { exempt: 3, because: prices are open }\n"
                "    with: { text: ((data.late.count)), " +
                exempt + " }\n");
    return office.findings();
  };
  const Findings told{
      "report.yaml:7:37 warning exempt-figure: This gives a value of the data "
      "`grants`, which only exempt sections show"};
  CHECK(findings(Edition::Exempt, "text: Open", "any: { data: grants }") == told);
  CHECK(findings(Edition::Exempt, "text: Open", "any: { data: late }") == told);
  CHECK(findings(Edition::Exempt, "any: { data: late }", "any: { data: grants }") == Findings{});
  CHECK(findings(Edition::Exempt, "text: Open", "cost: 5") == Findings{});
  CHECK(findings(Edition::Public, "text: Open", "any: { data: grants }") == told);
  CHECK(findings(Edition::Public, "text: Open", "any: { data: late }") == told);
  CHECK(findings(Edition::Public, "any: { data: late }", "any: { data: grants }") == Findings{});
  CHECK(findings(Edition::Public, "text: Open", "cost: 5") == Findings{});
}

TEST_CASE("A public figure is found through queries, values and what the notice prints") {
  const auto findings = [](Edition edition, const std::string& values, const std::string& open,
                           const std::string& access = {}) {
    test::Office office;
    office.options.edition = edition;
    office.add("grants.csv", "action,due\nA,2020-11-25\n");
    office.bind(test::Office::head() + values +
                "data: { grants: grants.csv, late: { sql: select action from grants } }\n"
                "sections:\n"
                "  - plugin: update\n"
                "    access: { exempt: 3, because: prices are open" +
                access +
                " }\n"
                "    with: { text: ((values.all)), any: { data: grants } }\n"
                "  - { plugin: prose, with: { body: \"" +
                open + "\" } }\n");
    return office.findings();
  };
  const std::string values = "values: { all: ((values.some)) of us, some: ((data.late.count)) }\n";
  const std::string through =
      "warning exempt-figure: This gives, through the query `late`, a value of the data `grants`, "
      "which only exempt sections show";
  CHECK(findings(Edition::Exempt, values, "((data.late.count))") ==
        Findings{"report.yaml:11:37 " + through});
  CHECK(findings(Edition::Exempt, values, "((values.all))") ==
        Findings{"report.yaml:11:37 " + through});
  CHECK(findings(Edition::Exempt, values, "Open", ", public_title: ((values.some))") ==
        Findings{"report.yaml:9:66 " + through});
  CHECK(findings(Edition::Exempt, values, "Open", " at ((data.late.count))") ==
        Findings{"report.yaml:9:54 " + through});
  CHECK(findings(Edition::Exempt, values, "Open") == Findings{});
  CHECK(findings(Edition::Public, values, "((values.all))") ==
        Findings{"report.yaml:11:37 " + through});
  CHECK(findings(Edition::Public, values, "Open") == Findings{});
}

TEST_CASE("Data that no public section shows is withheld with what is told of it") {
  const auto withheld = [](const std::string& open) {
    test::Office office;
    office.add("grants.csv", "action,due\nA,soon\nB,\xA3\n");
    office.bind(test::Office::head() +
                "data: { grants: grants.csv, late: { sql: select action from grants } }\n"
                "sections:\n"
                "  - { plugin: update, with: { " +
                open +
                " } }\n"
                "  - { plugin: update, access: { exempt: 3, because: prices are open } }\n");
    std::vector<std::string> places;
    for (const SourceId place : office.withheld.file_names) places.push_back(office.place(place));
    places.emplace_back("told");
    for (const SourceId place : office.withheld.places) places.push_back(office.place(place));
    return places;
  };
  const std::string file = "report.yaml:5:17", query = "report.yaml:5:42", byte = "grants.csv:3:3";
  CHECK(withheld("text: ((data.late.count))") ==
        Findings{file, "told", "report.yaml:7:37", byte, query});
  CHECK(withheld("any: { data: late }") == Findings{file, "told", byte});
  CHECK(withheld("any: { data: grants }") == Findings{"told", query});
}

TEST_CASE("The notice says because once") {
  const auto notice = [](const std::string& reason) {
    return text_of(composed({{{}, {3}, reason, "s"}}, Edition::Public));
  };
  CHECK(notice("Because it names prices") == notice("it names prices"));
  CHECK(notice("it names prices").find("information, because it names prices.") !=
        std::string::npos);
}

TEST_CASE("Only the exempt edition has a file name that says so") {
  CHECK(bound(Edition::Public).report->outputs[0].name == "2020-11-report");
  CHECK(bound(Edition::Exempt).report->outputs[0].name == "2020-11-report-exempt");
  CHECK(bound(Edition::Exempt, "status: draft\n").report->outputs[0].name ==
        "2020-11-report-draft-exempt");
  test::Office open;
  open.options.edition = Edition::Exempt;
  open.bind(test::Office::head() + "sections:\n  - { plugin: prose, with: { body: Open } }\n");
  CHECK(open.report->outputs[0].name == "2020-11-report-exempt");
  CHECK(open.report->edition == Edition::Public);
}

TEST_CASE("An output that says its edition is named by it") {
  const std::string both = "outputs: [{ name: a }, { name: a, edition: exempt }]\n";
  for (const Edition edition : {Edition::Public, Edition::Exempt}) {
    const test::Office office = bound(edition, both);
    CHECK(office.findings() == Findings{});
    REQUIRE(office.report->outputs.size() == 1);
    CHECK(office.report->outputs[0].name == (edition == Edition::Public ? "a" : "a-exempt"));
  }
}

TEST_CASE("Outputs of both editions keep their names in a month with nothing exempt") {
  test::Office office;
  office.options.edition = Edition::Exempt;
  office.bind(test::Office::head() +
              "outputs: [{ name: a, edition: public }, { name: a, edition: exempt }]\n"
              "sections: [{ plugin: prose, with: { body: Open } }]\n");
  CHECK(office.findings() == Findings{});
  REQUIRE(office.report->outputs.size() == 1);
  CHECK(office.report->outputs[0].name == "a-exempt");
}

TEST_CASE("Outputs of two editions that come to one name are refused") {
  const test::Office office =
      bound(Edition::Public, "outputs: [{ name: a-exempt }, { name: a, edition: exempt }]\n");
  CHECK(office.findings() ==
        Findings{"report.yaml:6:39 error duplicate-output: Two outputs are called \"a-exempt\""});
}

TEST_CASE("Unless one is asked for, a layout is read for the public, if any output is public") {
  const auto edition_of = [](const std::string& outputs) {
    test::Office office;
    office.bind(test::Office::head() + outputs + "sections: []\n");
    return office.spec->edition;
  };
  CHECK(edition_of("") == Edition::Public);
  CHECK(edition_of("output: { edition: exempt }\n") == Edition::Exempt);
  CHECK(edition_of("outputs: [{ name: a, edition: exempt }, { name: b }]\n") == Edition::Public);
}

TEST_CASE("A section that `when` leaves out has no notice either") {
  test::Office office;
  office.bind(test::Office::head() +
              "sections:\n"
              "  - { plugin: prose, with: { body: Open } }\n"
              "  - plugin: prose\n"
              "    when: { meeting.public: true }\n"
              "    access: { exempt: 1, because: so }\n");
  REQUIRE(office.report);
  CHECK(office.report->sections.size() == 1);
}

TEST_CASE("Several notices without a heading of their own are numbered") {
  std::vector<model::ReportSection> sections(3);
  sections[0].id = "exempt-information-1";  // a public section's own
  for (std::size_t i : {1U, 2U}) {
    sections[i].id = "secret-" + std::to_string(i);
    sections[i].exemption = model::Exemption{{}, {1}, "so", sections[i].id};
  }
  document::name_notices(sections);
  CHECK(sections[0].id == "exempt-information-1");
  CHECK(sections[1].id == "exempt-information-2");
  CHECK(sections[2].id == "exempt-information-3");
  CHECK(sections[1].title == "Exempt information 1");
  CHECK(sections[2].title == "Exempt information 2");
}

TEST_CASE("A notice says which paragraph, what that covers, and the public interest") {
  const model::Document document =
      composed({{{}, {3}, "prices are open", "land"}}, Edition::Public);
  CHECK(text_of(document) ==
        "Report\n"
        "Heading\n"
        "This part of the report is not for publication by virtue of paragraph\u00A03 of "
        "Part\u00A01 of Schedule\u00A012A of the Local Government Act\u00A01972 (as amended).\n"
        "Paragraph 3 covers information relating to the financial or business affairs of any "
        "particular person (including the authority holding that information).\n"
        "In all the circumstances of the case, the public interest in maintaining the exemption "
        "outweighs the public interest in disclosing the information, because prices are open.\n");
  CHECK(document.marking.empty());
  CHECK(document.title == "Report");
}

TEST_CASE("The exempt edition says so in its title, its text, its section and on every page") {
  const model::Document document =
      composed({{{}, {1, 2}, "names", ""}, {{}, {2, 3}, "prices", ""}}, Edition::Exempt);
  CHECK(document.title == "Not for publication: Report");
  CHECK(document.marking ==
        "NOT FOR PUBLICATION: paragraphs 1, 2 and 3 of Part\u00A01 of Schedule\u00A012A, Local "
        "Government Act\u00A01972");
  const std::string text = text_of(document);
  CHECK(text.find("This edition of the report is not for publication by virtue of paragraphs 1, 2 "
                  "and 3 of Part\u00A01") != text.npos);
  CHECK(text.find("Heading\nNot for publication by virtue of paragraphs 1 and 2 of") != text.npos);
  CHECK(text.find("Heading\nNot for publication by virtue of paragraphs 2 and 3 of") != text.npos);
}

TEST_CASE("The Act's English is marked as English in a report of another language") {
  const model::Document welsh = composed({{{}, {1}, "so", "s"}}, Edition::Public, "cy");
  int english = 0;
  for (const model::Element& element : welsh.elements) english += element.language == "en-GB";
  CHECK(english == 3);
  for (const model::Element& element :
       composed({{{}, {1}, "so", "s"}}, Edition::Public, "en-GB").elements) {
    CHECK(element.language.empty());
  }
}

TEST_CASE("A link to a section that is left out leads to its notice and does not name it") {
  test::Composing composing;
  composing.section(
      "open", "Open",
      {test::block(model::BlockKind::Link, {{"to", "#land"}}, {test::text("the mill")})});
  composing.section("exempt-information-1", "Exempt information", {}).exemption =
      model::Exemption{{}, {3}, "so", "land"};
  const std::string tree = composing.tree();
  CHECK(composing.findings() == Findings{});
  CHECK(tree.find("to=\"#exempt-information-1\"") != tree.npos);
  CHECK(tree.find("land") == tree.npos);
}

TEST_CASE("The metadata of a public edition name nobody whom its pages do not name") {
  const auto author = [](const std::string& words, bool withheld) {
    test::Composing composing;
    composing.report.people =
        test::record(model::ValueKind::Record,
                     {{"a", test::record(model::ValueKind::Person,
                                         {{"name", model::text_value("Anna O'Neill", {})}})}});
    composing.report.meeting =
        test::record(model::ValueKind::Record, {{"board", model::text_value("The Board", {})}});
    composing.section("open", "Open", {test::block(model::BlockKind::Paragraph, words)});
    if (withheld) {
      composing.section("x", "Exempt information", {}).exemption =
          model::Exemption{{}, {1}, "so", "secret"};
    }
    return composing.compose().author;
  };
  CHECK(author("Nobody", true) == "The Board");
  CHECK(author("By Anna O'Neill", true) == "Anna O'Neill");
  CHECK(author("Nobody", false) == "Anna O'Neill");
}

TEST_CASE("Every paragraph of the Act has its words, as printed in a sentence") {
  for (int paragraph = 1; paragraph <= model::kExemptParagraphs; ++paragraph) {
    CHECK(model::exempt_information(paragraph).starts_with("information "));
    CHECK_FALSE(model::exempt_information(paragraph).ends_with("."));
  }
}

TEST_CASE("The words of the law have no place, so that nobody is told to mend them") {
  const model::Document document =
      composed({{{}, {3}, "prices are open", ""}, {{}, {1}, "names", ""}}, Edition::Exempt);
  int prescribed = 0;
  for (const model::Element& element : document.elements) {
    prescribed += element.kind == model::ElementKind::Paragraph && !element.source;
  }
  CHECK(prescribed == 6);
}
