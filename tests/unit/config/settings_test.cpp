// --set on the command line.

#include <catch2/catch.hpp>

#include "config/layout_reader.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;

namespace {

const std::string kLayout =
    "sheaf: 1\n"
    "title: Report\n"
    "language: en-GB\n"
    "meeting: { date: 2020-09, place: Here }\n"
    "sections:\n"
    "  - { id: news, plugin: prose, title: News, with: { body: { file: a.md }, list: [1] } }\n";

struct Reading {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<model::LayoutSpec> spec = failed();

  explicit Reading(std::vector<std::pair<std::string, std::string>> set) {
    files.files["/r/report.yaml"] = kLayout;
    spec = config::read_layout("/r/report.yaml", {.root = {}, .set = std::move(set)}, files,
                               sources, diagnostics);
  }
  std::vector<std::string> findings() const { return test::findings(diagnostics, sources); }
};

using Findings = std::vector<std::string>;

}  // namespace

TEST_CASE("The option --set replaces a value, and its place is the option itself") {
  const Reading reading({{"title", "Other: one"}, {"sections.news.with.body.file", "b.md"}});
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  CHECK(reading.spec->title.text == "Other: one");
  const Location place = reading.sources.locate(reading.spec->title.source);
  CHECK(place.path == "--set title=Other: one");
  CHECK(place.line_text == "title=Other: one");
  CHECK(place.column == 7);
  CHECK(reading.sources.locate(place.included_from).path == "/r/report.yaml");
  CHECK(reading.spec->sections[0].with.find("body")->find("file")->text == "b.md");
}

TEST_CASE("The option --set gives a value that the layout leaves out but the format knows") {
  const Reading reading({{"status", "draft"}, {"output.name", "x"}, {"values.month", "May"}});
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  CHECK(reading.spec->status == model::Status::Draft);
  CHECK(reading.spec->outputs[0].name.text == "x");
  CHECK(reading.spec->values.find("month")->text == "May");
}

TEST_CASE("A wrong value of --set is told once, and the layout keeps its own") {
  const Reading reading({{"meeting.date", "2020-13-01"}, {"title", "Other"}});
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].id == "impossible-date");
  REQUIRE(reading.spec);
  CHECK(reading.spec->meeting.find("date")->text == "2020-09");
}

TEST_CASE("The option --set of an unknown name offers the nearest") {
  const Reading reading({{"titel", "x"}, {"sections.new.title", "x"}, {"title.x", "y"}});
  CHECK(reading.findings() ==
        Findings{"--set titel=x:1:1 error unknown-key: The layout has no `titel`",
                 "--set sections.new.title=x:1:10 error unknown-key: The layout has no "
                 "`sections.new`",
                 "--set title.x=y:1:7 error unknown-key: The layout has no `title.x`"});
  CHECK(reading.diagnostics.all()[0].help == "Did you mean `title`?");
  CHECK(reading.diagnostics.all()[1].help == "Did you mean `news`?");
}

TEST_CASE("The option --set replaces no list or map, and what it sets has the format's type") {
  const Reading reading({{"meeting", "x"}, {"sections.news.with.list", "x"}, {"status", "done"}});
  CHECK(
      reading.findings() ==
      Findings{"--set meeting=x:1:1 error set-not-a-value: `meeting` is a map, and --set replaces "
               "one value",
               "--set sections.news.with.list=x:1:1 error set-not-a-value: "
               "`sections.news.with.list` is a list, and --set replaces one value",
               "--set status=done:1:8 error wrong-type: status should be one of draft, final, not "
               "\"done\""});
}
