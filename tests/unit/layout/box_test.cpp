#include <catch2/catch.hpp>

#include "bench.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

/// Fills of a page, in order.
std::vector<Rect> fills(const Bench& bench, std::size_t page) {
  std::vector<Rect> found;
  for (const page::Item& item : bench.sink.pages.at(page).items) {
    const auto* path = std::get_if<page::Path>(&item);
    if (!path || path->mark.kind != page::MarkKind::Background) continue;
    const auto& step = path->steps.at(0);
    found.push_back({step.a, {step.b.x - step.a.x, step.b.y - step.a.y}});
  }
  return found;
}

bool contains(const Rect& outer, const Rect& inner) {
  return outer.left() <= inner.left() && outer.right() >= inner.right() &&
         outer.top() <= inner.top() && outer.bottom() >= inner.bottom();
}

void add_picture(Bench& bench, DocumentBuilder& builder, std::uint32_t width,
                 std::uint32_t height) {
  auto picture = std::make_unique<image::Picture>();
  picture->width = width;
  picture->height = height;
  bench.pictures.push_back(std::move(picture));
  builder.document.assets.emplace_back();
}

StructureId figure(DocumentBuilder& builder, int asset, const std::string& caption) {
  const auto id = builder.add(StructureId::Root, ElementKind::Figure);
  builder.document[id].asset = asset;
  builder.text(id, ElementKind::Caption, Role::Caption, caption);
  return id;
}

std::vector<page::Image> images(const Bench& bench, std::size_t page) {
  std::vector<page::Image> found;
  for (const page::Item& item : bench.sink.pages.at(page).items) {
    if (const auto* image = std::get_if<page::Image>(&item)) found.push_back(*image);
  }
  return found;
}

}  // namespace

TEST_CASE("A callout's fill and bar lie beneath all of its text") {
  DocumentBuilder builder;
  builder.callout("Note", {words(30), words(10)});
  Bench bench;
  bench.set(builder.document);
  const auto boxes = fills(bench, 0);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].size.width == pt(320));
  CHECK(boxes[1].size.width == pt(4));
  CHECK(std::holds_alternative<page::Path>(bench.sink.pages[0].items[0]));
  for (const page::GlyphRun& run : bench.runs(0)) CHECK(contains(boxes[0], ink(run)));
  bench.check_sound(builder.document);
}

TEST_CASE("A callout that crosses pages has its box on each") {
  DocumentBuilder builder;
  builder.callout("Note", {words(120), words(120), words(120)});
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() > 1);
  for (std::size_t page = 0; page < bench.sink.pages.size(); ++page) {
    const auto boxes = fills(bench, page);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].bottom() <= bench.body().bottom());
    for (const page::GlyphRun& run : bench.runs(page)) CHECK(contains(boxes[0], ink(run)));
  }
  bench.check_sound(builder.document);
}

TEST_CASE("A small callout moves whole to the next page") {
  DocumentBuilder builder;
  for (int i = 0; i < 20; ++i) builder.paragraph("x");
  const auto id = builder.callout("Note", {words(12)});
  Bench bench;
  bench.theme.paragraph_gap = {};
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 2);
  CHECK(bench.lines(0, builder.document[id].children[0]).empty());
  CHECK(fills(bench, 0).empty());
}

TEST_CASE("Metrics stand beside one another in tiles of one height, their parts in order") {
  DocumentBuilder builder;
  const auto metrics = builder.add(StructureId::Root, ElementKind::Metrics);
  for (const auto* label : {"Visits", "People helped by the team this autumn", "Calls"}) {
    builder.labelled(metrics, ElementKind::Metric, Role::MetricLabel, label, Role::MetricValue,
                     {"1,250"});
  }
  Bench bench;
  bench.theme.page.width = pt(600);
  bench.set(builder.document);
  const auto boxes = fills(bench, 0);
  REQUIRE(boxes.size() == 6);
  CHECK(boxes[0].size == boxes[2].size);
  CHECK(boxes[2].size == boxes[4].size);
  CHECK(boxes[0].top() == boxes[4].top());
  CHECK(boxes[2].left() - boxes[0].right() == pt(8));
  CHECK(boxes[4].right() - pt(560) <= Length{2});
  bench.check_sound(builder.document);
}

TEST_CASE("Figures of tiles beside one another stand on one line, however long their labels") {
  DocumentBuilder builder;
  const auto metrics = builder.add(StructureId::Root, ElementKind::Metrics);
  std::vector<StructureId> figures;
  for (const auto* label : {"Visits", "People helped by the team this autumn", "Calls"}) {
    const auto tile = builder.labelled(metrics, ElementKind::Metric, Role::MetricLabel, label,
                                       Role::MetricValue, {"1,250"});
    const auto body = builder.document[tile].children.back();
    figures.push_back(builder.document[body].children.front());
  }
  Bench bench;
  bench.theme.page.width = pt(600);
  bench.set(builder.document);
  std::vector<Length> heights;
  for (const page::GlyphRun& run : bench.runs(0)) {
    const auto owner = static_cast<StructureId>(run.mark.structure);
    if (std::ranges::find(figures, owner) != figures.end()) heights.push_back(run.origin.y);
  }
  REQUIRE(heights.size() == 3);
  CHECK(heights == std::vector<Length>(3, heights[0]));
  bench.check_sound(builder.document);
}

TEST_CASE("A metric with far too much to say becomes a box that crosses pages") {
  DocumentBuilder builder;
  const auto metrics = builder.add(StructureId::Root, ElementKind::Metrics);
  for (int i = 0; i < 2; ++i) {
    builder.labelled(metrics, ElementKind::Metric, Role::MetricLabel, words(60, "label"),
                     Role::MetricNote, {words(200, "note")});
  }
  Bench bench;
  bench.set(builder.document);
  CHECK(bench.sink.pages.size() > 1);
  CHECK(bench.findings().empty());
  bench.check_sound(builder.document);
}

TEST_CASE("Facts have their labels beside the values, or above them where it is narrow") {
  DocumentBuilder builder;
  const auto facts = builder.add(StructureId::Root, ElementKind::Facts);
  builder.labelled(facts, ElementKind::Fact, Role::FactLabel, "Report of", Role::FactValue,
                   {words(20)});
  builder.labelled(facts, ElementKind::Fact, Role::FactLabel, "Date", Role::FactValue, {"Today"});
  Bench wide, narrow;
  wide.set(builder.document);
  const auto beside = wide.runs(0);
  CHECK(beside[0].origin.y == beside[1].origin.y);
  CHECK(beside[1].origin.x > ink(beside[0]).right());
  wide.check_sound(builder.document);
  narrow.theme.page.width = pt(250);
  narrow.set(builder.document);
  const auto above = narrow.runs(0);
  CHECK(above[0].origin.y < above[1].origin.y);
  CHECK(above[0].origin.x == above[1].origin.x);
  narrow.check_sound(builder.document);
}

TEST_CASE("Short advice stands in two columns where there is room, long advice in one") {
  DocumentBuilder builder;
  const auto group = builder.add(StructureId::Root, ElementKind::Pictograms);
  for (const auto* label : {"Hands", "Face", "Space"}) {
    const auto id = builder.labelled(group, ElementKind::Pictogram, Role::PictogramLabel, label,
                                     Role::PictogramText, {"Wash your hands often"});
    builder.document[id].icon = "hands";
  }
  Bench wide, narrow;
  wide.theme.page.width = pt(600);
  wide.set(builder.document);
  CHECK(wide.runs(0)[0].origin.y == wide.runs(0)[2].origin.y);
  CHECK(wide.runs(0)[0].origin.x < wide.runs(0)[2].origin.x);
  wide.check_sound(builder.document);
  narrow.set(builder.document);
  CHECK(narrow.runs(0)[0].origin.x == narrow.runs(0)[2].origin.x);
  CHECK(narrow.runs(0)[0].origin.x == pt(40 + 36 + 10));
  narrow.check_sound(builder.document);
}

TEST_CASE("A picture is as large as it naturally is, with its caption on the same page") {
  DocumentBuilder builder;
  Bench bench;
  add_picture(bench, builder, 300, 150);
  for (int i = 0; i < 15; ++i) builder.paragraph("x");
  const auto id = figure(builder, 0, words(30));
  bench.theme.paragraph_gap = {};
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 2);
  REQUIRE(images(bench, 1).size() == 1);
  CHECK(images(bench, 1)[0].area.size == Size{pt(144), pt(72)});
  CHECK(images(bench, 1)[0].mark.structure == static_cast<std::uint32_t>(id));
  CHECK(bench.lines(0, builder.document[id].children[0]).empty());
  bench.check_sound(builder.document);
}

TEST_CASE("An oversize picture shrinks to its column, and leaves room for its caption") {
  DocumentBuilder builder;
  Bench bench;
  add_picture(bench, builder, 4000, 2000);
  add_picture(bench, builder, 1000, 9000);
  figure(builder, 0, "Wide");
  figure(builder, 1, "Tall");
  bench.set(builder.document);
  CHECK(images(bench, 0)[0].area.size == Size{pt(320), pt(160)});
  CHECK(images(bench, 1)[0].area.size.height < pt(300));
  CHECK(bench.findings().empty());
  bench.check_sound(builder.document);
}

TEST_CASE("A decorative picture is an artifact") {
  DocumentBuilder builder;
  Bench bench;
  add_picture(bench, builder, 300, 150);
  const auto id = builder.add(StructureId::Root, ElementKind::Figure);
  builder.document[id].asset = 0;
  builder.document[id].decorative = true;
  bench.set(builder.document);
  CHECK(images(bench, 0)[0].mark.kind == page::MarkKind::Layout);
}

TEST_CASE("The logo stands above the first page's text and makes room for itself") {
  DocumentBuilder builder;
  Bench bench;
  add_picture(bench, builder, 200, 100);
  builder.document.assets.clear();  // the theme's picture comes after the document's
  bench.theme.logo.height = pt(50);
  builder.paragraph(words(300));
  bench.set(builder.document);
  const auto& logo = std::get<page::Image>(bench.sink.furnitures[0].items.at(1));
  CHECK(logo.area.size == Size{pt(100), pt(50)});
  CHECK(logo.mark.kind == page::MarkKind::Header);
  CHECK(ink(bench.runs(0)[0]).top() > logo.area.bottom());
  CHECK(bench.sink.furnitures[1].items.size() == 2);
  bench.check_sound(builder.document);
}

TEST_CASE("A box taller than a page is set alone and reported at its source") {
  DocumentBuilder builder;
  builder.paragraph("before");
  const auto id = builder.paragraph("huge", StructureId::Root, Role::Lead);
  builder.paragraph("after");
  Bench bench;
  bench.theme.styles[static_cast<std::size_t>(Role::Lead)].leading = pt(500);
  bench.set(builder.document);
  CHECK(bench.sink.pages.size() == 3);
  REQUIRE(bench.findings() == std::vector<std::string>{"does-not-fit"});
  CHECK(bench.diagnostics.all()[0].source == builder.document[id].source);
}
