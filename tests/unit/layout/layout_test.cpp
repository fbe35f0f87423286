#include "layout/layout.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "bench.hpp"

using namespace sheaf;
using namespace sheaf::test;

TEST_CASE("A paragraph's lines stand a leading apart, in the text area, marked as its own") {
  DocumentBuilder builder;
  const auto id = builder.paragraph(words(40));
  Bench bench;
  bench.set(builder.document);
  const auto runs = bench.runs(0);
  REQUIRE(runs.size() > 3);
  for (std::size_t i = 1; i < runs.size(); ++i) {
    CHECK(runs[i].origin.y - runs[i - 1].origin.y == pt(18));
    CHECK(runs[i].origin.x == pt(40));
  }
  CHECK(runs[0].mark == page::Mark{page::MarkKind::Content, static_cast<std::uint32_t>(id)});
  bench.check_sound(builder.document);
}

TEST_CASE("A forced line break ends its line with a space, so that no two words are read as one") {
  DocumentBuilder builder;
  const auto id = builder.paragraph("Catherine Underwood");
  builder.run(id, id, "", model::kLineBreak);
  builder.run(id, id, "Corporate Director");
  Bench bench;
  bench.set(builder.document);
  CHECK(bench.lines(0, id) ==
        std::vector<std::string>{"Catherine Underwood ", "Corporate Director"});
  bench.check_sound(builder.document);
}

TEST_CASE("An empty document has one page") {
  Bench bench;
  bench.set(DocumentBuilder().document);
  CHECK(bench.sink.pages.size() == 1);
  CHECK(bench.sink.furnitures.size() == 1);
}

TEST_CASE("Bookmarks nest sections under nothing and their headings under them") {
  DocumentBuilder builder;
  builder.heading(1, "Title");
  builder.heading(2, "Section");
  builder.heading(3, "Part");
  builder.paragraph("Text");
  Bench bench;
  bench.set(builder.document);
  std::vector<int> levels;
  for (const page::Destination& one : bench.sink.pages[0].destinations) levels.push_back(one.level);
  CHECK(levels == std::vector{1, 1, 2});
  CHECK(bench.sink.pages[0].destinations[1].title == "Section");
}

TEST_CASE("Nested lists step in, and every label stands on its text's baseline") {
  DocumentBuilder builder;
  const auto list = builder.add(StructureId::Root, ElementKind::List);
  const auto body = builder.item(list, "1.");
  const auto outer = builder.paragraph(words(20), body);
  const auto inner_list = builder.add(body, ElementKind::List);
  const auto inner = builder.paragraph("inner", builder.item(inner_list, "a."));
  Bench bench;
  bench.set(builder.document);
  const auto runs = bench.runs(0);
  CHECK(text_of(runs[0]) == "1.");
  CHECK(runs[0].origin.x == pt(40));
  CHECK(runs[1].mark.structure == static_cast<std::uint32_t>(outer));
  CHECK(runs[1].origin == Point{pt(40 + 18), runs[0].origin.y});
  const auto& last = runs.back();
  CHECK(last.mark.structure == static_cast<std::uint32_t>(inner));
  CHECK(last.origin.x == pt(40 + 36));
  CHECK(runs[runs.size() - 2].origin == Point{pt(40 + 18), last.origin.y});
  bench.check_sound(builder.document);
}

TEST_CASE("A list that starts with a list has both labels on one line, apart") {
  DocumentBuilder builder;
  const auto list = builder.add(StructureId::Root, ElementKind::List);
  const auto inner = builder.add(builder.item(list, "1."), ElementKind::List);
  builder.paragraph("text", builder.item(inner, "a."));
  Bench bench;
  bench.set(builder.document);
  CHECK(bench.runs(0).size() == 3);
  bench.check_sound(builder.document);
}

TEST_CASE("Labels wider than the indent push their items in") {
  DocumentBuilder builder;
  const auto list = builder.add(StructureId::Root, ElementKind::List);
  builder.paragraph("text", builder.item(list, "1000000."));
  builder.item(list, "2.");  // an item without text keeps its label
  builder.paragraph("more", builder.item(list, "3."));
  Bench bench;
  bench.set(builder.document);
  bench.check_sound(builder.document);
}

TEST_CASE("Lists nested deeper than the page is wide for still have room for words") {
  DocumentBuilder builder;
  auto parent = StructureId::Root;
  for (int depth = 0; depth < 16; ++depth) {
    parent = builder.item(builder.add(parent, ElementKind::List), "\u2022");
    builder.paragraph(words(6), parent);
  }
  Bench bench;
  bench.set(builder.document);
  bench.check_sound(builder.document);
}

TEST_CASE("Right-to-left paragraphs and lists stand at the right") {
  DocumentBuilder builder;
  const auto list = builder.add(StructureId::Root, ElementKind::List);
  const auto body = builder.item(list, "\u2022");
  const auto text = builder.paragraph("\u0645\u0631\u062d\u0628\u0627 \u0628\u0643", body);
  builder.document[text].right_to_left = true;
  Bench bench;
  bench.set(builder.document);
  const auto runs = bench.runs(0);
  REQUIRE(runs.size() == 2);
  CHECK(ink(runs[0]).right() > pt(357));
  CHECK(ink(runs[1]).right() > pt(335));
  CHECK(ink(runs[1]).right() < pt(343));
  bench.check_sound(builder.document);
}

TEST_CASE("A link is coloured, underlined, and can be clicked on each of its lines") {
  DocumentBuilder builder;
  const auto text = builder.paragraph("See ");
  const auto link = builder.link(text, words(14, "link"), "https://example.org/");
  builder.run(text, text, " for more");
  Bench bench;
  bench.set(builder.document);
  std::vector<page::LinkArea> areas;
  int underlines = 0;
  for (const page::Item& item : bench.sink.pages[0].items) {
    if (const auto* area = std::get_if<page::LinkArea>(&item)) areas.push_back(*area);
    if (const auto* path = std::get_if<page::Path>(&item)) {
      CHECK(path->mark.kind == page::MarkKind::Layout);
      ++underlines;
    }
  }
  CHECK(areas.size() > 1);
  CHECK(underlines == static_cast<int>(areas.size()));
  CHECK(areas[0].target == "https://example.org/");
  CHECK(areas[0].description == words(14, "link") + " (https://example.org/)");
  CHECK(areas[0].structure == static_cast<std::uint32_t>(link));
  for (const page::GlyphRun& run : bench.runs(0)) {
    const bool is_link = run.mark.structure == static_cast<std::uint32_t>(link);
    CHECK((run.colour == bench.theme.link) == is_link);
  }
  bench.check_sound(builder.document);
}

TEST_CASE("Header and footer know the page and the number of pages, and are artifacts") {
  DocumentBuilder builder;
  for (int i = 0; i < 30; ++i) builder.paragraph(words(20));
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == bench.sink.furnitures.size());
  const auto& items = bench.sink.furnitures[1].items;
  REQUIRE(items.size() == 2);
  const auto& header = std::get<page::GlyphRun>(items[0]);
  const auto& footer = std::get<page::GlyphRun>(items[1]);
  CHECK(header.mark == page::Mark{page::MarkKind::Header, 0});
  CHECK(text_of(header) == "A report");
  CHECK(footer.mark == page::Mark{page::MarkKind::Footer, 0});
  CHECK(text_of(footer) == "Page 2 of " + std::to_string(bench.sink.pages.size()));
  CHECK(ink(footer).right() > pt(358));
}

TEST_CASE("A header that wraps pushes the body down instead of printing over it") {
  DocumentBuilder builder;
  builder.document.title = words(30, "title");
  builder.paragraph(words(100));
  Bench bench;
  bench.set(builder.document);
  CHECK(bench.runs(0)[0].origin.y > pt(100));
  CHECK(overlapping_text(bench.sink) == Problems{});
}

TEST_CASE("A header that leaves no room is an error at what is long in it, and nothing is set") {
  DocumentBuilder builder;
  builder.paragraph("Text.");
  builder.document.title = words(1000);
  builder.document.title_source = SourceId{77};
  Bench bench;
  bench.theme.header.source = SourceId{5};
  bench.set(builder.document);
  REQUIRE(bench.findings() == std::vector<std::string>{"header-too-tall"});
  CHECK(bench.diagnostics.all().front().source == SourceId{77});
  CHECK(bench.sink.pages.empty());
}

TEST_CASE("A character without a glyph in page furniture is told where it was typed") {
  DocumentBuilder builder;
  builder.paragraph("Text.");
  model::Document& document = builder.document;
  document.title = "Title \U0001F600", document.title_source = SourceId{71};
  document.subtitle = "((title)) \U0001F601", document.subtitle_source = SourceId{72};
  document.board = "Board \U0001F602", document.board_source = SourceId{73};
  Bench bench;
  bench.theme.header.start = "((title)), ((subtitle))";
  bench.theme.header.end = "((board)) \U0001F603 ((none)) ((";
  bench.theme.header.source = SourceId{5};
  bench.set(document);
  std::vector<SourceId> places;
  for (const Diagnostic& one : bench.diagnostics.all()) places.push_back(one.source);
  std::ranges::sort(places);
  CHECK(places == std::vector{SourceId{5}, SourceId{71}, SourceId{72}, SourceId{73}});
}

TEST_CASE("A draft says so on every page, above the header") {
  DocumentBuilder builder;
  builder.document.status = model::Status::Draft;
  for (int i = 0; i < 30; ++i) builder.paragraph(words(20));
  Bench bench;
  bench.theme.header.on_first_page = false;
  bench.set(builder.document);
  for (const page::Furniture& furniture : bench.sink.furnitures) {
    const auto& mark = std::get<page::GlyphRun>(furniture.items.at(0));
    CHECK(text_of(mark) == "DRAFT");
    CHECK(mark.mark.kind == page::MarkKind::Header);
  }
  CHECK(overlapping_text(bench.sink) == Problems{});
}

TEST_CASE("An image that cannot be read is an error where the layout names it") {
  DocumentBuilder builder;
  builder.document.assets.push_back({.path = "images/team.png", .bytes = "GIF89a", .source = {42}});
  const auto figure = builder.add(StructureId::Root, ElementKind::Figure);
  builder.document[figure].asset = 0;
  builder.text(figure, ElementKind::Caption, Role::Caption, "The team");
  Bench bench;
  bench.pictures = layout::read_pictures(builder.document, bench.theme, bench.diagnostics);
  REQUIRE(bench.findings() == std::vector<std::string>{"image-unreadable"});
  const Diagnostic& finding = bench.diagnostics.all()[0];
  CHECK(finding.source == SourceId{42});
  CHECK(finding.message.starts_with("The image \"team.png\" cannot be used: "));
  CHECK_FALSE(finding.help.empty());
  bench.set(builder.document);
  bench.check_sound(builder.document);
}

TEST_CASE("Images that are too large together are refused at the first beyond, and none read") {
  const auto files = make_real_file_system();
  const auto png =
      files->read(Path(SHEAF_SOURCE_FOLDER) / "tests/cli/cases/images/two-bit.png", 10'000);
  REQUIRE(png);  // 16 by 12, three bytes a pixel
  DocumentBuilder builder;
  for (std::uint32_t i = 0; i < 4; ++i) {
    builder.document.assets.push_back({.path = "a.png", .bytes = *png, .source = {40 + i}});
    const auto figure = builder.add(StructureId::Root, ElementKind::Figure);
    builder.document[figure].asset = static_cast<std::int32_t>(i);
  }
  Bench bench;
  const std::uint64_t one = 16 * 12 * 3 + 3 * png->size();
  const auto pictures =
      layout::read_pictures(builder.document, bench.theme, bench.diagnostics, 2 * one);
  REQUIRE(bench.findings() == std::vector<std::string>{"images-too-large"});
  CHECK(bench.diagnostics.all()[0].source == SourceId{42});
  CHECK_FALSE(pictures[0]);
}

TEST_CASE("Pages go to the sink as they fill, long before the document ends") {
  class CountingSink final : public page::PageSink {
   public:
    explicit CountingSink(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    void body(page::Page page) override {
      ++pages;
      if (diagnostics_.all().empty()) before_the_last_paragraph = page.number;
    }
    void furniture(page::Furniture) override {}
    int pages = 0, before_the_last_paragraph = 0;

   private:
    Diagnostics& diagnostics_;
  };
  DocumentBuilder builder;
  for (int i = 0; i < 400; ++i) builder.paragraph(words(40));
  builder.paragraph("\u4e16");  // no font has it: reported when it is shaped
  Bench bench;
  CountingSink sink(bench.diagnostics);
  bench.pictures.resize(1);
  bench.shop.use(bench.theme, bench.diagnostics);
  layout::layout(builder.document, bench.theme, bench.pictures, bench.shop, sink,
                 bench.diagnostics);
  CHECK(sink.pages > 60);
  CHECK(sink.before_the_last_paragraph > sink.pages - 20);
}
