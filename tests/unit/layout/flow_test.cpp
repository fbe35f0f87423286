#include "layout/flow.hpp"

#include <catch2/catch.hpp>

#include "layout/page_maker.hpp"

using namespace sheaf;
using layout::Box;
using layout::Flow;

namespace {

const page::Path& path(const layout::Placed& placed, std::size_t i) {
  return std::get<page::Path>(placed.items.at(i));
}

/// A box with one item at its top, so that tests see where it went.
Box marked(Length height) {
  Box box{.height = height};
  box.items.emplace_back(layout::filled_rectangle({}, {{}, {pt(1), height}}, {}));
  return box;
}

layout::Frame filled_frame() {
  return {.x = pt(10), .width = pt(100), .top = pt(4), .bottom = pt(6), .fill = Colour{1, 2, 3}};
}

}  // namespace

TEST_CASE("Spaces collapse to the larger, and there is none at a frame's edges") {
  Flow flow;
  flow.add(marked(pt(10)));
  flow.space(pt(5));
  flow.space(pt(8));
  flow.open(filled_frame());
  flow.space(pt(100));
  flow.add(marked(pt(10)));
  flow.space(pt(100));
  flow.close();
  flow.add(marked(pt(10)));
  REQUIRE(flow.boxes().size() == 3);
  CHECK(flow.boxes()[1].space == pt(8));
  CHECK(flow.boxes()[1].height == pt(20));
  CHECK(flow.boxes()[2].space == Length{});
}

TEST_CASE("A frame is filled from its first box to its last, beneath them") {
  Flow flow;
  flow.open(filled_frame());
  flow.add(marked(pt(10)));
  flow.add(marked(pt(10)));
  flow.close();
  const layout::Placed placed = place_all(flow);
  REQUIRE(placed.items.size() == 3);
  CHECK(path(placed, 0).mark.kind == page::MarkKind::Background);
  CHECK(path(placed, 0).steps[0].a == Point{pt(10), pt(0)});
  CHECK(path(placed, 0).steps[0].b == Point{pt(110), pt(30)});
  CHECK(path(placed, 1).steps[0].a.y == pt(4));
  CHECK(placed.height == pt(30));
}

TEST_CASE("A frame that is cut is drawn on both pages, with its padding") {
  Flow flow;
  flow.open(filled_frame());
  flow.add(marked(pt(10)));
  flow.add(marked(pt(10)));
  flow.close();
  CHECK(flow.boxes()[1].cut_above == pt(4));
  CHECK(flow.boxes()[1].cut_below == pt(6));
  const layout::Placed first = layout::place(flow, 0, 1, pt(50));
  CHECK(path(first, 0).steps[0].a.y == pt(50));
  CHECK(path(first, 0).steps[0].b.y == pt(70));
  const layout::Placed second = layout::place(flow, 1, 2, pt(50));
  CHECK(path(second, 0).steps[0].a.y == pt(50));
  CHECK(path(second, 0).steps[0].b.y == pt(70));
  CHECK(path(second, 1).steps[0].a.y == pt(54));
}

TEST_CASE("A label hangs on the baseline of the box that comes next, or stands alone") {
  Flow flow;
  Box label = marked(pt(18));
  label.baseline = pt(14);
  flow.hang(label);
  Box line = marked(pt(30));
  line.baseline = pt(20);
  flow.add(line);
  flow.settle();
  REQUIRE(flow.boxes().size() == 1);
  REQUIRE(flow.boxes()[0].items.size() == 2);
  CHECK(std::get<page::Path>(flow.boxes()[0].items[0]).steps[0].a.y == pt(6));
  flow.hang(label);
  flow.settle();
  CHECK(flow.boxes().size() == 2);
}

TEST_CASE("Frames are used again once their boxes have gone") {
  Flow flow;
  for (int i = 0; i < 100; ++i) {
    const layout::FrameId id = flow.open(filled_frame());
    CHECK(id <= 1);
    flow.add(marked(pt(10)));
    flow.close();
    if (flow.boxes().size() == 2) flow.drop_front(2);
  }
}
