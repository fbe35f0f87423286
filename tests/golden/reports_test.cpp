// Whole reports through the whole house: both examples and a long one.

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <thread>

#include "config/theme_reader.hpp"
#include "support/golden.hpp"
#include "support/page_checks.hpp"
#include "support/world.hpp"

using namespace sheaf;
using pipeline::Stage;

namespace {

const Path kLongReport = Path(SHEAF_SOURCE_FOLDER) / "tests/golden/sixty-pages/report.yaml";

const Path kNumberedReport = Path(SHEAF_SOURCE_FOLDER) / "tests/golden/numbered/report.yaml";

std::string built(test::World& world, const Path& layout) {
  pipeline::Outcome outcome = world.build(layout);
  INFO(test::findings_of(outcome));
  CHECK(outcome.diagnostics.all().empty());
  REQUIRE_FALSE(outcome.pdf.empty());
  return std::move(outcome.pdf);
}

void check_dumps(const std::string& name, const Path& layout) {
  test::World world;
  const pipeline::Outcome outcome = world.build(layout, Stage::Pages);
  INFO(test::findings_of(outcome));
  CHECK(outcome.ok());
  test::check_golden(name + ".document.txt", dump(*outcome.document));
  test::check_golden(name + ".pages.txt", outcome.pages);
}

/// The pages of a layout and the document they were set from, as layout made them.
test::Problems problems_on_pages(const Path& layout) {
  test::World world;
  pipeline::Outcome outcome = world.build(layout, Stage::Document);
  REQUIRE(outcome.ok());
  const auto theme = config::read_theme("civic", {}, {}, world.session.setup().theme_folders,
                                        *world.files, outcome.sources, outcome.diagnostics);
  REQUIRE(theme);
  const pipeline::Bench bench = world.session.borrow();
  bench.shop->use(*theme, outcome.diagnostics);
  page::CollectingSink pages;
  const auto pictures = layout::read_pictures(*outcome.document, *theme, outcome.diagnostics);
  layout::layout(*outcome.document, *theme, pictures, *bench.shop, pages, outcome.diagnostics);
  INFO(test::findings_of(outcome));
  CHECK(outcome.diagnostics.all().empty());
  const Rect paper{{}, theme->page};
  const Insets& m = theme->margins;
  const Rect area{{m.left, m.top},
                  {paper.size.width - m.left - m.right, paper.size.height - m.top - m.bottom}};
  test::Problems problems = test::lost_text(*outcome.document, pages);
  std::ranges::move(test::outside(pages, area), std::back_inserter(problems));
  std::ranges::move(test::overlapping_text(pages), std::back_inserter(problems));
  return problems;
}

}  // namespace

TEST_CASE("Both example reports are built without a finding, for the judges to read", "[pdf]") {
  test::World world;
  for (const std::string month : {"2020-09", "2020-11"}) {
    test::leave_pdf("example-" + month, built(world, test::example(month)));
  }
}

TEST_CASE("The example with queries is built without a finding, as approved", "[pdf]") {
  const Path layout = Path(SHEAF_SOURCE_FOLDER) / "examples/housing-repairs/report.yaml";
  check_dumps("examples/housing-repairs", layout);
  test::World world;
  test::leave_pdf("example-housing-repairs", built(world, layout));
}

TEST_CASE("The example reports' documents and pages are as approved") {
  check_dumps("examples/2020-09", test::example("2020-09"));
  check_dumps("examples/2020-11", test::example("2020-11"));
}

TEST_CASE("A sixty-page report has the approved pages", "[pdf]") {
  test::World world;
  const pipeline::Outcome outcome = world.build(kLongReport, Stage::Pages);
  CHECK(outcome.page_count >= 60);
  test::check_golden("sixty-pages/pages.txt", outcome.pages);
  test::leave_pdf("sixty-pages", built(world, kLongReport));
}

TEST_CASE("A draft with numbered paragraphs has the approved document and pages", "[pdf]") {
  check_dumps("numbered/report", kNumberedReport);
  test::World world;
  test::leave_pdf("numbered", built(world, kNumberedReport));
  CHECK(problems_on_pages(kNumberedReport).empty());
}

TEST_CASE("No word of a report is lost, clipped or set upon another") {
  CHECK(problems_on_pages(kLongReport).empty());
  CHECK(problems_on_pages(test::example("2020-09")).empty());
  CHECK(problems_on_pages(test::example("2020-11")).empty());
}

TEST_CASE("Same input, same bytes: again, in a warm session and in a fresh one") {
  test::World warm;
  const std::string first = built(warm, test::example("2020-11"));
  built(warm, test::example("2020-09"));
  built(warm, kLongReport);  // more than a bench keeps of paragraphs and texts
  CHECK((built(warm, test::example("2020-11")) == first));
  test::World fresh;
  CHECK((built(fresh, test::example("2020-11")) == first));
}

TEST_CASE("Same input, same bytes: from two threads of one session at once") {
  test::World world;
  const std::string alone = built(world, test::example("2020-11"));
  std::vector<std::string> made(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& pdf : made) {
      threads.emplace_back([&] { pdf = world.build(test::example("2020-11")).pdf; });
    }
  }
  for (const std::string& pdf : made) CHECK((pdf == alone));
}
