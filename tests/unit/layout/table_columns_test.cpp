#include "layout/table_columns.hpp"

#include <numeric>

#include <catch2/catch.hpp>

using namespace sheaf;
using layout::column_widths;

namespace {

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{});
}

}  // namespace

TEST_CASE("Columns with room to spare fill the table in proportion to their text") {
  const std::vector<text::ContentWidths> contents{{pt(10), pt(50)}, {pt(20), pt(100)}};
  const auto widths = column_widths(contents, pt(300));
  CHECK(widths == std::vector{pt(100), pt(200)});
}

TEST_CASE("A short column keeps its line when a long one has to wrap") {
  const std::vector<text::ContentWidths> contents{{pt(20), pt(60)}, {pt(40), pt(900)}};
  const auto widths = column_widths(contents, pt(300));
  CHECK(widths[0] >= pt(60));
  CHECK(sum(widths) == pt(300));
}

TEST_CASE("Of two columns that must wrap, the one with more text is the wider") {
  const std::vector<text::ContentWidths> contents{{pt(40), pt(400)}, {pt(40), pt(1200)}};
  const auto widths = column_widths(contents, pt(300));
  CHECK(widths[1] > widths[0]);
  CHECK(sum(widths) == pt(300));
}

TEST_CASE("No column is narrower than its longest word while all words fit") {
  const std::vector<text::ContentWidths> contents{
      {pt(90), pt(100)}, {pt(20), pt(2000)}, {pt(80), pt(3000)}};
  const auto widths = column_widths(contents, pt(200));
  CHECK(widths[0] >= pt(90));
  CHECK(widths[1] >= pt(20));
  CHECK(widths[2] >= pt(80));
  CHECK(sum(widths) == pt(200));
}

TEST_CASE("Where even the words do not fit, the columns with the longest words give way") {
  const std::vector<text::ContentWidths> contents{
      {pt(20), pt(20)}, {pt(300), pt(300)}, {pt(500), pt(500)}};
  const auto widths = column_widths(contents, pt(220));
  CHECK(widths[0] >= pt(20));
  CHECK(widths[1] == widths[2]);
  CHECK(sum(widths) == pt(220));
}
