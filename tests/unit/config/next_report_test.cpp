#include "config/next_report.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using config::NextReport;

namespace {

using Lines = std::vector<std::string>;

/// A council's November report, to make December's from.
struct Council {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<NextReport> made = failed();

  Council() {
    files.files["/c/sheaf.yaml"] = "";
    files.files["/c/people/monthly.yaml"] =
        "sheaf: 1\nlanguage: en-GB\nmeeting: { board: Board }\n"
        "parts: { safety: { plugin: safety, owner: Comms, review_by: 2020-12-02 } }\n";
  }

  Council& next(const std::string& layout, const Path& to = "/c/people/2020-12/report.yaml") {
    files.files["/c/people/2020-11/report.yaml"] = layout;
    made = config::next_report({"/c/people/2020-11/report.yaml", to, {2020, 12, 16}, {}}, files,
                               sources, diagnostics);
    return *this;
  }

  std::string text(const std::string& name = "report.yaml") const {
    if (!made) return "nothing was made";
    const auto at = std::ranges::find(made->files, name, &config::NextFile::name);
    return at == made->files.end() ? "no such file" : at->bytes;
  }
  Lines names() const {
    Lines found;
    for (const auto& file : made->files) found.push_back(file.name);
    return found;
  }
  Lines findings() const { return test::findings(diagnostics, sources); }
};

}  // namespace

TEST_CASE(
    "Next month's layout is the last one's text, comments and all, with its date and as a draft") {
  Council council;
  council.next(
      "# yaml-language-server: $schema=../../schema/layout.schema.json\n"
      "based_on: ../monthly.yaml   # what stays\n"
      "title: \"A report: monthly\"\n"
      "status: final  # when all agree\n"
      "approvals:\n"
      "  - { by: finance, on: 2020-11-12 }\n"
      "  # legal: by telephone\n"
      "  - by: legal\n"
      "    on: 2020-11-13\n"
      "\n"
      "# The board's own words\n"
      "meeting: { date: 2020-11-25, public: true }\n"
      "sections:\n"
      "  - use: safety\n");
  CHECK(council.findings() == Lines{});
  CHECK(council.text() ==
        "# yaml-language-server: $schema=../../schema/layout.schema.json\n"
        "based_on: ../monthly.yaml   # what stays\n"
        "title: \"A report: monthly\"\n"
        "status: draft  # when all agree\n"
        "\n"
        "# The board's own words\n"
        "meeting: { date: 2020-12-16, public: true }\n"
        "sections:\n"
        "  - use: safety\n");
  REQUIRE(council.made);
  CHECK(council.made->had_approvals);
  REQUIRE(council.made->sections.size() == 1);
  const config::NextSection& safety = council.made->sections[0];
  CHECK(safety.id == "safety");
  CHECK(safety.owner == "Comms");
  CHECK(safety.review_by == "2020-12-02");
  CHECK(safety.overdue);
}

TEST_CASE("A date and a status that the layout does not give are added") {
  Council council;
  council.next(
      "based_on: ../monthly.yaml\ntitle: Report\nmeeting:\n    public: yes\nsections: []\n");
  CHECK(council.text() ==
        "based_on: ../monthly.yaml\nstatus: draft\ntitle: Report\nmeeting:\n    date: 2020-12-16\n"
        "    public: yes\nsections: []\n");
  Council other;
  other.next("based_on: ../monthly.yaml\ntitle: Report\nsections: []\n");
  CHECK(other.text() ==
        "based_on: ../monthly.yaml\nmeeting: { date: 2020-12-16 }\nstatus: draft\ntitle: Report\n"
        "sections: []\n");
  Council braces;
  braces.next(
      "based_on: ../monthly.yaml\ntitle: Report\nmeeting: { public: no }\nstatus: 'final'\n"
      "sections: []\n");
  CHECK(braces.text() ==
        "based_on: ../monthly.yaml\ntitle: Report\nmeeting: { date: 2020-12-16, public: no }\n"
        "status: 'draft'\nsections: []\n");
}

TEST_CASE("A layout in braces is edited in its braces") {
  Council council;
  council.next(
      "{ based_on: ../monthly.yaml, approvals: [{ by: 'a, ]b', on: 2020-11-12 }], title: Report,"
      " sections: [], status: final,\n  meeting: { date: 2020-11-25 } }\n");
  CHECK(council.findings() == Lines{});
  CHECK(council.text() ==
        "{ based_on: ../monthly.yaml, title: Report,"
        " sections: [], status: draft,\n  meeting: { date: 2020-12-16 } }\n");
}

TEST_CASE(
    "The files in its own folder that a layout names are copied, each once, and told by section") {
  Council council;
  auto& files = council.files.files;
  files["/c/people/2020-11/a.csv"] = "x\n1\n";
  files["/c/people/2020-11/text/summary.md"] = "Summary\n";
  files["/c/people/2020-11/care.yaml"] =
      "narrative: { file: care.md }\nlogo: { file: ../../shared/logo.png, alt: Logo }\n";
  files["/c/people/2020-11/care.md"] = "Care\n";
  files["/c/shared/logo.png"] = "PNG";
  council.next(
      "based_on: ../monthly.yaml\ntitle: Report\nstatus: draft\nmeeting: { date: 2020-11-25 }\n"
      "data: { a: a.csv, b: { file: a.csv } }\n"
      "sections:\n"
      "  - { plugin: prose, with: { body: { file: text/summary.md }, lost: { file: lost.md } } }\n"
      "  - { plugin: asc, title: Care, from: care.yaml }\n");
  CHECK(council.findings() == Lines{});
  REQUIRE(council.made);
  CHECK(council.names() ==
        Lines{"a.csv", "text/summary.md", "care.md", "care.yaml", "report.yaml"});
  CHECK(council.text("a.csv") == "x\n1\n");
  CHECK(council.text("care.yaml") == files["/c/people/2020-11/care.yaml"]);
  CHECK(council.made->sections[0].files == Lines{"text/summary.md"});
  CHECK(council.made->sections[1].files == Lines{"care.md", "care.yaml"});
  CHECK(council.made->data[1].files == Lines{"a.csv"});
}

TEST_CASE("In a folder at another depth, paths to what stays elsewhere are mended") {
  Council council;
  auto& files = council.files.files;
  files["/c/people/2020-11/care.yaml"] = "logo: { file: \"../../shared/logo.png\" }\n";
  files["/c/shared/logo.png"] = "PNG";
  files["/c/people/old.csv"] = "x\n1\n";
  council.next(
      "# yaml-language-server: $schema=../../schema/layout.schema.json\n"
      "based_on: ../monthly.yaml\ntitle: Report\nstatus: draft\nmeeting: { date: 2020-11-25 }\n"
      "data: { old: ../old.csv }\n"
      "sections:\n"
      "  - { plugin: asc, from: care.yaml }\n",
      "/c/2020/people/12/report.yaml");
  CHECK(council.findings() == Lines{});
  CHECK(council.text() ==
        "# yaml-language-server: $schema=../../../schema/layout.schema.json\n"
        "based_on: ../../../people/monthly.yaml\ntitle: Report\nstatus: draft\n"
        "meeting: { date: 2020-12-16 }\n"
        "data: { old: ../../../people/old.csv }\n"
        "sections:\n"
        "  - { plugin: asc, from: care.yaml }\n");
  CHECK(council.text("care.yaml") == "logo: { file: \"../../../shared/logo.png\" }\n");
}

TEST_CASE("In the same folder only the layout is new, and names its files where they are") {
  Council council;
  council.files.files["/c/people/2020-11/summary.md"] = "Summary\n";
  const std::string layout =
      "based_on: ../monthly.yaml\ntitle: Report\nstatus: draft\nmeeting: { date: 2020-12-16 }\n"
      "sections: [{ plugin: prose, with: { body: { file: summary.md } } }]\n";
  council.next(layout, "/c/people/2020-11/december.yaml");
  REQUIRE(council.made);
  CHECK(council.names() == Lines{"december.yaml"});
  CHECK(council.text("december.yaml") == layout);
}

TEST_CASE("A layout with mistakes is told of them, and nothing is made of it") {
  Council council;
  council.next("based_on: ../monthly.yaml\ntitel: Report\nsections: []\n");
  CHECK_FALSE(council.made);
  CHECK(council.findings().size() == 1);
}

TEST_CASE("A new report outside the root is refused") {
  Council council;
  council.next("based_on: ../monthly.yaml\ntitle: Report\nsections: []\n", "/other/report.yaml");
  CHECK_FALSE(council.made);
  CHECK(council.diagnostics.all()[0].id == "outside-root");
}

TEST_CASE("Dates that have gone by since the last report are told with file and line") {
  Council council;
  council.files.files["/c/people/2020-11/summary.md"] =
      "Since March 2020 we met (minute 11/2020).\r\nAll will have moved by the end of November "
      "2020, or on 1 "
      "December 2020.\r\nOn 16 December 2020 we meet; 3rd Dec 2020 is past.\r\n";
  council.files.files["/c/people/2020-11/a.csv"] = "due,n\n2020-12-04,2020\n2021-01,2020-12\n";
  council.next(
      "based_on: ../monthly.yaml\ntitle: Report\nmeeting: { date: 2020-11-25 }\ndata: { a: a.csv "
      "}\n"
      "sections:\n"
      "  - { plugin: prose, review_by: 2020-12-01, with: { body: { file: summary.md } } }\n");
  REQUIRE(council.made);
  Lines told;
  for (const auto& date : council.made->gone_by)
    told.push_back(date.file + ":" + std::to_string(date.line) + " " + date.text);
  CHECK(told == Lines{"a.csv:2 2020-12-04", "summary.md:2 November 2020",
                      "summary.md:2 1 December 2020", "summary.md:3 3rd Dec 2020"});
  CHECK(council.made->last_date == model::PartialDate{2020, 11, 25});
}

TEST_CASE("A name without a date is told, and refused where it would replace the last PDF") {
  const std::string layout =
      "based_on: ../monthly.yaml\ntitle: Report\noutput: { name: november }\nsections: []\n";
  Council other_folder;
  other_folder.next(layout);
  REQUIRE(other_folder.made);
  CHECK(other_folder.made->fixed_names == Lines{"november"});
  Council same_folder;
  same_folder.next(layout, "/c/people/2020-11/december.yaml");
  CHECK_FALSE(same_folder.made);
  CHECK(same_folder.findings() ==
        Lines{"/c/people/2020-11/report.yaml:3:17 error duplicate-output: Both reports would be "
              "written to november.pdf"});
  Council dated;
  dated.next(
      "based_on: ../monthly.yaml\ntitle: Report\nmeeting: { date: 2020-11-25 }\n"
      "output: { name: ((meeting.date))-news }\nsections: []\n",
      "/c/people/2020-11/december.yaml");
  REQUIRE(dated.made);
  CHECK(dated.made->fixed_names == Lines{});
}

TEST_CASE("The reason why a section is exempt is told, as it may hold no longer") {
  Council council;
  council.next(
      "based_on: ../monthly.yaml\ntitle: Report\nsections:\n"
      "  - { plugin: prose, access: { exempt: 3, because: the offers are open } }\n");
  REQUIRE(council.made);
  CHECK(council.made->sections[0].exempt == "paragraph 3, because the offers are open");
}

TEST_CASE("A file with Windows' line ends keeps them") {
  Council council;
  council.next("based_on: ../monthly.yaml\r\ntitle: Report\r\nsections: []\r\n");
  CHECK(council.text() ==
        "based_on: ../monthly.yaml\r\nmeeting: { date: 2020-12-16 }\r\nstatus: draft\r\n"
        "title: Report\r\nsections: []\r\n");
}
