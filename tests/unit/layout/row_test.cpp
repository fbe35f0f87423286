#include "layout/row.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using layout::Box;
using layout::Flow;

namespace {

Flow cell(std::initializer_list<int> heights, Length gap = {}) {
  Flow flow;
  for (const int height : heights) {
    flow.space(gap);
    Box box{.height = pt(height)};
    box.items.emplace_back(layout::filled_rectangle({}, {{}, {pt(1), pt(height)}}, {}));
    flow.add(box);
  }
  return flow;
}

std::vector<Length> heights(const Flow& flow) {
  std::vector<Length> result;
  for (const Box& box : flow.boxes()) result.push_back(box.height);
  return result;
}

Flow row_of(std::vector<Flow> cells, Length page = pt(400)) {
  Flow out;
  layout::add_row(std::move(cells), {.before = 7, .page = page}, out);
  return out;
}

}  // namespace

TEST_CASE("Cells with the same lines part after each line") {
  std::vector<Flow> cells;
  cells.push_back(cell({18, 18, 18}));
  cells.push_back(cell({18}));
  const Flow row = row_of(std::move(cells));
  CHECK(heights(row) == std::vector{pt(18), pt(18), pt(18)});
  CHECK(row.boxes()[0].cost == 7);
  CHECK(row.boxes()[1].cost > layout::kWidow);
  CHECK(row.boxes()[0].column_ends == std::vector<std::uint32_t>{1, 2});
  CHECK(row.boxes()[1].column_ends == std::vector<std::uint32_t>{1, 1});
}

TEST_CASE("A row parts only where no cell's box straddles") {
  std::vector<Flow> cells;
  cells.push_back(cell({18, 18, 18}));
  cells.push_back(cell({30, 24}));
  CHECK(heights(row_of(std::move(cells))) == std::vector{pt(54)});
}

TEST_CASE("A row that would not part within a quarter of a page is made to") {
  std::vector<Flow> cells;
  cells.push_back(cell({18, 18, 18, 18, 18, 18, 18}));
  cells.push_back(cell({30, 30, 30, 30}));
  const Flow row = row_of(std::move(cells), pt(100));
  CHECK(row.boxes().size() > 2);
  std::size_t items = 0;
  for (const Box& box : row.boxes()) {
    CHECK(box.height <= pt(48));
    items += box.items.size();
  }
  CHECK(items == 11);
}

TEST_CASE("Gaps between a cell's blocks become space between slices") {
  std::vector<Flow> cells;
  cells.push_back(cell({18, 18}, pt(9)));
  const Flow row = row_of(std::move(cells));
  REQUIRE(row.boxes().size() == 2);
  CHECK(row.boxes()[1].space == pt(9));
}

TEST_CASE("A row of empty cells leaves no box") {
  std::vector<Flow> cells(2);
  CHECK(row_of(std::move(cells)).boxes().empty());
}
