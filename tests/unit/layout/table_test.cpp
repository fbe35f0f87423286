#include <algorithm>

#include <catch2/catch.hpp>

#include "bench.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

std::vector<std::vector<std::string>> rows(int count, int words_per_cell = 2) {
  std::vector<std::vector<std::string>> made;
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    made.push_back(
        {words(words_per_cell, "r" + number + "a"), words(words_per_cell, "r" + number + "b")});
  }
  return made;
}

/// All text of a page of one kind of mark.
std::string text_of_kind(const Bench& bench, std::size_t page, page::MarkKind kind) {
  std::string text;
  for (const page::GlyphRun& run : bench.runs(page)) {
    if (run.mark.kind == kind) text += text_of(run) + "|";
  }
  return text;
}

}  // namespace

TEST_CASE("A table's header is content once, and repeated as an artifact on further pages") {
  DocumentBuilder builder;
  builder.table({"Left", "Right"}, rows(40));
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() == 3);
  CHECK(text_of_kind(bench, 0, page::MarkKind::Layout).empty());
  CHECK(text_of_kind(bench, 1, page::MarkKind::Layout) == "Left|Right|");
  CHECK(text_of_kind(bench, 2, page::MarkKind::Layout) == "Left|Right|");
  CHECK(bench.findings().empty());
  bench.check_sound(builder.document);
}

TEST_CASE("A table does not begin at a page's foot without two rows under its header") {
  for (int lines = 14; lines < 22; ++lines) {
    DocumentBuilder builder;
    for (int i = 0; i < lines; ++i) builder.paragraph("x");
    const auto table = builder.table({"Left", "Right"}, rows(6));
    Bench bench;
    bench.theme.paragraph_gap = {};
    bench.set(builder.document);
    const auto body = builder.document[table].children[2];
    const auto& body_rows = builder.document[body].children;
    const auto page_of = [&](model::StructureId row) -> std::size_t {
      const auto cell = builder.document[row].children[0];
      const auto text = builder.document[cell].children[0];
      return bench.lines(0, text).empty() ? 1 : 0;
    };
    const auto caption = builder.document[table].children[0];
    const std::size_t caption_page = bench.lines(0, caption).empty() ? 1 : 0;
    CHECK(page_of(body_rows[0]) == caption_page);
    CHECK(page_of(body_rows[1]) == caption_page);
    bench.check_sound(builder.document);
  }
}

TEST_CASE("A row moves whole to the next page while it can") {
  DocumentBuilder builder;
  for (int i = 0; i < 9; ++i) builder.paragraph("x");
  const auto table = builder.table({"Left", "Right"}, rows(8, 9));
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() > 1);
  const auto body = builder.document[table].children[2];
  for (const auto row : builder.document[body].children) {
    const auto text = builder.document[builder.document[row].children[0]].children[0];
    int pages = 0;
    for (std::size_t page = 0; page < bench.sink.pages.size(); ++page) {
      pages += bench.lines(page, text).empty() ? 0 : 1;
    }
    CHECK(pages == 1);
  }
  bench.check_sound(builder.document);
}

TEST_CASE("A row taller than a page runs over pages, column by column on each") {
  DocumentBuilder builder;
  builder.table({"Left", "Right"}, {{words(150, "a"), words(90, "b")}, {"c", "d"}});
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.sink.pages.size() > 1);
  const auto runs = bench.runs(0);
  std::vector<std::uint32_t> owners;
  for (const page::GlyphRun& run : runs) owners.push_back(run.mark.structure);
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  CHECK(owners.size() == 5);  // caption, two headings, two cells: each in one piece
  bench.check_sound(builder.document);
}

TEST_CASE("Cells stand where their column says") {
  DocumentBuilder builder;
  const auto table = builder.table({"Left", "Number"}, {{"a", "1"}, {"b", "1000"}});
  builder.document[table].columns[1] = model::ColumnAlign::End;
  Bench bench;
  bench.set(builder.document);
  for (const page::GlyphRun& run : bench.runs(0)) {
    const std::string text = text_of(run);
    if (text == "1" || text == "1000" || text == "Number") {
      CHECK(ink(run).right() > pt(353));
      CHECK(ink(run).right() < pt(355));
    }
    if (text == "a" || text == "Left") CHECK(run.origin.x == pt(46));
  }
}

TEST_CASE("Words too long for their columns break, and none is lost") {
  DocumentBuilder builder;
  const std::string longest(60, 'w');
  builder.table({"One", "Two", "Three"}, {{longest, longest, longest}, {"a", longest, "c"}});
  Bench bench;
  bench.set(builder.document);
  CHECK(bench.findings().empty());
  bench.check_sound(builder.document);
}

TEST_CASE("A table with more columns than fit sets its cells one below another, and says so") {
  DocumentBuilder builder;
  std::vector<std::string> head, cells;
  for (int i = 1; i <= 30; ++i) {
    head.push_back("h" + std::to_string(i));
    cells.push_back("cell" + std::to_string(i));
  }
  const auto table = builder.table(head, {cells, cells});
  Bench bench;
  bench.set(builder.document);
  REQUIRE(bench.findings() == std::vector<std::string>{"does-not-fit"});
  CHECK(bench.diagnostics.all()[0].source == builder.document[table].source);
  bench.check_sound(builder.document);
}

TEST_CASE("A header taller than a third of a page is not repeated") {
  DocumentBuilder builder;
  builder.table({words(120, "h"), "Right"}, rows(40));
  Bench bench;
  bench.set(builder.document);
  CHECK(text_of_kind(bench, 1, page::MarkKind::Layout).empty());
  bench.check_sound(builder.document);
}

TEST_CASE("Empty cells and ragged rows are set") {
  DocumentBuilder builder;
  builder.table({"One", "Two", "Three"}, {{"a", "", "c"}, {"d"}, {"", "", ""}});
  Bench bench;
  bench.set(builder.document);
  bench.check_sound(builder.document);
}
