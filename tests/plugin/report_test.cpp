// Whole reports whose plugins run in processes of their own.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/findings.hpp"
#include "support/offspring.hpp"
#include "support/world.hpp"

using namespace sheaf;
namespace fs = std::filesystem;

namespace {

plugin::RunnerSetup in_processes() {
  return {.isolation = plugin::Isolation::Process,
          .host = Path(SHEAF_BINARY_FOLDER) / "bin/sheaf-host"};
}

std::string built(test::World& world, const Path& layout) {
  pipeline::Outcome outcome = world.build(layout);
  INFO(test::findings_of(outcome));
  CHECK(outcome.ok());
  REQUIRE_FALSE(outcome.pdf.empty());
  return std::move(outcome.pdf);
}

const Path kSixtyPages = Path(SHEAF_SOURCE_FOLDER) / "tests/golden/sixty-pages/report.yaml";

/// A layout with a plugin that crashes between two that do not.
Path layout_with(const std::string& name, const std::string& head, const std::string& section) {
  const fs::path folder = fs::path(SHEAF_BINARY_FOLDER) / "gap-layouts";
  fs::create_directories(folder);
  std::ofstream(folder / name) << "sheaf: 1\ntitle: A report with a gap\nlanguage: en-GB\n"
                               << head << R"(meeting: { board: The Board, date: 2020-11-25 }
sections:
  - plugin: prose
    title: Before
    with: { body: It is written. }
  - plugin: unruly
    title: Preparing for Ofsted
    owner: Children's Services
)" << section << R"(    with: { text: crash }
  - id: after
    plugin: prose
    title: After
    with: { body: It is written. }
)";
  return folder / name;
}

std::string dump_of(const pipeline::Outcome& outcome) {
  return outcome.document ? dump(*outcome.document) : std::string();
}

}  // namespace

TEST_CASE("A report is the same to the byte, wherever its plugins run") {
  test::World in_process, fresh(in_processes());
  for (const Path& layout : {test::example("2020-09"), test::example("2020-11"), kSixtyPages}) {
    const std::string expected = built(in_process, layout);
    CHECK(built(fresh, layout) == expected);
    CHECK(built(fresh, layout) == expected);  // from processes that have written it before
  }
}

TEST_CASE("No process stays behind, and none is started that is not needed") {
  const auto before = test::offspring();
  {
    test::World world(in_processes());
    world.build(test::example("2020-11"), pipeline::Stage::Report);
    CHECK(test::offspring() == before);
    built(world, test::example("2020-11"));
    const auto first = test::offspring();
    CHECK(first.size() > before.size() + 1);
    built(world, test::example("2020-11"));
    CHECK(test::offspring() == first);
  }
  CHECK(test::offspring() == before);
}

TEST_CASE("A plugin that fails leaves no report, unless a gap is asked for") {
  test::World world(in_processes(), {SHEAF_TEST_LIBRARIES});
  const auto outcome = world.build(layout_with("fail.yaml", "", ""));
  CHECK(outcome.diagnostics.errors() == 1);
  CHECK_FALSE(outcome.may_be_written());
  CHECK(outcome.pdf.empty());
}

TEST_CASE("A gap says which section is missing and who answers for it", "[pdf]") {
  test::World world(in_processes(), {SHEAF_TEST_LIBRARIES});
  const auto at_section = world.build(layout_with("gap.yaml", "", "    on_error: gap\n"));
  INFO(test::findings_of(at_section));
  CHECK(at_section.diagnostics.errors() == 1);
  CHECK(at_section.may_be_written());
  REQUIRE_FALSE(at_section.pdf.empty());
  test::leave_pdf("gap", at_section.pdf);
  for (const char* text : {"This section is missing", "Preparing for Ofsted", "Children’s Services",
                           "answers for it", "It is written."}) {
    CHECK_THAT(dump_of(at_section), Catch::Contains(text));
  }
  const auto& finding = at_section.diagnostics.all().at(0);
  CHECK(finding.id == "plugin-crash");
  CHECK(test::names_of(finding.context) == "unruly, unruly, Children's Services");
}

TEST_CASE("A layout may ask for gaps everywhere, and a section not to have one") {
  test::World world(in_processes(), {SHEAF_TEST_LIBRARIES});
  CHECK(world.build(layout_with("all-gaps.yaml", "on_error: gap\n", "")).may_be_written());
  CHECK_FALSE(world.build(layout_with("but-one.yaml", "on_error: gap\n", "    on_error: fail\n"))
                  .may_be_written());
}
