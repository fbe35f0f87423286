#include <algorithm>
#include <catch2/catch.hpp>

#include "bench.hpp"
#include "layout/layout.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

/// How many items of a list, or facts, have words on a page.
std::size_t parts_on(const Bench& bench, std::size_t page, const model::Document& document,
                     StructureId group) {
  const auto& parts = document[group].children;
  return static_cast<std::size_t>(std::ranges::count_if(parts, [&](StructureId part) {
    const auto body = document[part].children.back();
    return !bench.lines(page, document[body].children.front()).empty();
  }));
}

}  // namespace

TEST_CASE("A heading goes to the next page with the text it heads") {
  DocumentBuilder builder;
  for (int i = 0; i < 10; ++i) builder.paragraph("One line only");
  // 10 lines and 9 gaps leave 135 pt; this takes 126, which leaves no room for more.
  builder.paragraph(words(44, "filling"));
  const auto heading = builder.heading(2, "A heading");
  const auto text = builder.paragraph(words(40));
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 2);
  CHECK(bench.lines(0, heading).empty());
  CHECK(bench.lines(1, heading).size() == 1);
  CHECK(bench.lines(0, text).empty());
  CHECK(bench.sink.pages[1].destinations.size() == 1);
  CHECK(bench.findings().empty());
  bench.check_sound(builder.document);
}

TEST_CASE("No paragraph leaves a single line at a page's foot or head") {
  for (int before = 12; before < 23; ++before) {
    DocumentBuilder builder;
    for (int i = 0; i < before; ++i) builder.paragraph("x");
    const auto text = builder.paragraph(words(48));
    Bench bench;
    bench.theme.paragraph_gap = {};
    bench.set(builder.document);
    for (std::size_t page = 0; page < bench.sink.pages.size(); ++page) {
      CHECK(bench.lines(page, text).size() != 1);
    }
    bench.check_sound(builder.document);
  }
}

TEST_CASE("A heading with one line under it goes to the next page with what follows the line") {
  DocumentBuilder builder;
  for (int i = 0; i < 12; ++i) builder.paragraph("One line only");
  const auto heading = builder.heading(2, "A heading");
  const auto line = builder.paragraph("One line under it");
  const auto text = builder.paragraph(words(40));
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 2);
  CHECK(bench.lines(0, heading).empty());
  CHECK(bench.lines(1, line).size() == 1);
  CHECK(bench.lines(0, text).empty());
  bench.check_sound(builder.document);
}

TEST_CASE("No list, facts or pictograms leave one of their parts alone at a page's foot or head") {
  for (int before = 12; before < 23; ++before) {
    DocumentBuilder builder;
    for (int i = 0; i < before; ++i) builder.paragraph("x");
    const auto list = builder.list({"one", "two", "three", "four", "five"});
    for (int i = 0; i < before; ++i) builder.paragraph("x");
    const auto facts = builder.add(StructureId::Root, ElementKind::Facts);
    for (const auto* label : {"one", "two", "three", "four", "five"}) {
      builder.labelled(facts, ElementKind::Fact, Role::FactLabel, label, Role::FactValue, {"x"});
    }
    for (int i = 0; i < before; ++i) builder.paragraph("x");
    const auto advice = builder.add(StructureId::Root, ElementKind::Pictograms);
    for (const auto* label : {"one", "two", "three", "four"}) {
      builder.labelled(advice, ElementKind::Pictogram, Role::PictogramLabel, label,
                       Role::PictogramText, {words(12)});
    }
    Bench bench;
    bench.theme.paragraph_gap = {};
    bench.set(builder.document);
    for (std::size_t page = 0; page < bench.sink.pages.size(); ++page) {
      CHECK(parts_on(bench, page, builder.document, list) != 1);
      CHECK(parts_on(bench, page, builder.document, facts) != 1);
      CHECK(parts_on(bench, page, builder.document, advice) != 1);
    }
  }
}

TEST_CASE(
    "Facts stand by the words that lead in to them, even if that leaves a quarter of a page") {
  for (int before = 16; before < 24; ++before) {
    DocumentBuilder builder;
    for (int i = 0; i < before; ++i) builder.paragraph("x");
    builder.heading(3, "A heading");
    const auto text = builder.paragraph(words(20));
    const auto facts = builder.add(StructureId::Root, ElementKind::Facts);
    for (const auto* label : {"one", "two", "three", "four", "five", "six"}) {
      builder.labelled(facts, ElementKind::Fact, Role::FactLabel, label, Role::FactValue, {"x"});
    }
    for (int i = 0; i < 10; ++i) builder.paragraph("x");
    Bench bench;
    bench.theme.paragraph_gap = {};
    bench.set(builder.document);
    for (std::size_t page = 0; page < bench.sink.pages.size(); ++page) {
      INFO(before << " " << page);
      const bool begins = !bench.lines(page, text).empty();
      CHECK((!begins || parts_on(bench, page, builder.document, facts) > 1));
    }
  }
}

TEST_CASE("Where room must be left on one of two pages, the page before a section leaves it") {
  DocumentBuilder builder;
  for (int i = 0; i < 17; ++i) builder.paragraph("x");
  const auto section = builder.heading(2, "A section");
  builder.paragraph(words(12));
  for (int i = 0; i < 15; ++i) builder.paragraph("x");
  // A tile of 152 pt, which fits under these neither with the section above them nor without it.
  const auto metrics = builder.add(StructureId::Root, ElementKind::Metrics);
  builder.labelled(metrics, ElementKind::Metric, Role::MetricLabel, words(40), Role::MetricValue,
                   {"1"});
  Bench bench;
  bench.theme.paragraph_gap = {};
  bench.theme.styles[static_cast<std::size_t>(Role::Heading2)].before = {};
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 3);
  CHECK(bench.lines(0, section).empty());
  CHECK(bench.lines(1, section).size() == 1);
  bench.check_sound(builder.document);
}
