#include <catch2/catch.hpp>

#include "page/page_sink.hpp"

using namespace sheaf;

TEST_CASE("A dump lists each page's places, items and furniture, lengths in points") {
  page::CollectingSink sink;
  page::Page page{
      .number = 1, .size = {pt(400), millipt(500'500)}, .items = {}, .destinations = {}};
  page.destinations.push_back({"start", {pt(40), pt(52)}, "Start", 1});
  page.destinations.push_back({"note", {pt(40), pt(90)}, "", 0});
  using Verb = page::PathStep::Verb;
  page.items.emplace_back(page::Path{.mark = {page::MarkKind::Background, 0},
                                     .steps = {{Verb::Rectangle, {}, {pt(10), pt(20)}, {}}},
                                     .fill = Colour{0xff, 0, 0},
                                     .stroke = {},
                                     .stroke_width = {}});
  page.items.emplace_back(page::LinkArea{.structure = 7,
                                         .area = {{pt(1), pt(2)}, {pt(3), pt(4)}},
                                         .target = "https://example.org/",
                                         .description = "An example"});
  sink.pages.push_back(page);
  page::Furniture furniture{.number = 1, .items = {}};
  furniture.items.emplace_back(page::Path{
      .mark = {page::MarkKind::Footer, 0},
      .steps = {{Verb::Move, {pt(40), pt(480)}, {}, {}}, {Verb::Line, {pt(360), pt(480)}, {}, {}}},
      .fill = {},
      .stroke = Colour{},
      .stroke_width = millipt(750)});
  sink.furnitures.push_back(furniture);
  CHECK(page::dump(sink) ==
        "page 1 400.000x500.500\n"
        "  place start 40.000 52.000 bookmark 1 \"Start\"\n"
        "  place note 40.000 90.000\n"
        "  path background rectangle 0.000 0.000 to 10.000 20.000 fill #ff0000\n"
        "  link #7 1.000 2.000 3.000x4.000 to https://example.org/ \"An example\"\n"
        " furniture 1\n"
        "  path footer move 40.000 480.000 line 360.000 480.000 stroke #000000 0.750\n");
}
