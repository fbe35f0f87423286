#include "layout/breaks.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using layout::Box;

namespace {

std::vector<Box> lines(std::size_t count, Length height = pt(10)) {
  std::vector<Box> boxes(count);
  for (Box& box : boxes) box.height = height;
  return boxes;
}

std::vector<std::size_t> breaks(const std::vector<Box>& boxes, Length height = pt(100)) {
  return layout::choose_breaks(boxes, {.height = height, .reserved = {}});
}

}  // namespace

TEST_CASE("Boxes without keeps fill their pages") {
  CHECK(breaks(lines(25)) == std::vector<std::size_t>{10, 20, 25});
}

TEST_CASE("A kept break moves to the page before, a little slack costs less") {
  auto boxes = lines(15);
  boxes[10].cost = layout::kKeep;
  CHECK(breaks(boxes) == std::vector<std::size_t>{9, 15});
}

TEST_CASE("A keep is broken when nothing else is possible") {
  auto boxes = lines(15);
  for (Box& box : boxes) box.cost = layout::kKeep;
  CHECK(breaks(boxes).size() == 2);
}

TEST_CASE("The space before a page's first box is not counted") {
  auto boxes = lines(20);
  boxes[10].space = pt(50);
  CHECK(breaks(boxes) == std::vector<std::size_t>{10, 20});
}

TEST_CASE("What a break adds to both pages is counted") {
  auto boxes = lines(18);
  for (Box& box : boxes) box.cut_above = pt(20), box.cut_below = pt(5);
  boxes[0].cut_above = {};
  CHECK(breaks(boxes) == std::vector<std::size_t>{9, 16, 18});
}

TEST_CASE("A box taller than a page has one to itself") {
  auto boxes = lines(3);
  boxes[1].height = pt(250);
  CHECK(breaks(boxes) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("Room reserved on the first page is kept free") {
  CHECK(layout::choose_breaks(lines(12), {.height = pt(100), .reserved = pt(30)}) ==
        std::vector<std::size_t>{7, 12});
}

TEST_CASE("Room that must stay empty somewhere stays empty as late as it can") {
  auto boxes = lines(13);
  boxes[12].height = pt(90);
  CHECK(breaks(boxes) == std::vector<std::size_t>{10, 12, 13});
}

TEST_CASE("A last page with next to nothing on it takes a line from the page before") {
  CHECK(breaks(lines(42, pt(5))) == std::vector<std::size_t>{20, 39, 42});
  CHECK(breaks(lines(43, pt(5))) == std::vector<std::size_t>{20, 40, 43});
}
