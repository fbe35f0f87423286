#include "text/bidi.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

/// The fragments' texts from left to right, without spaces around them.
std::vector<std::string> seen(const Line& line) {
  std::vector<const Fragment*> order;
  for (const Fragment& f : line.fragments) order.push_back(&f);
  std::ranges::stable_sort(order, {}, [](const Fragment* f) { return f->left; });
  std::vector<std::string> result;
  for (const Fragment* f : order) {
    std::string text = f->word->text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) result.push_back(text);
  }
  return result;
}

using Words = std::vector<std::string>;

/// Neighbours touch, and no ink lies on ink.
void check_no_overlap(const Line& line) {
  std::vector<std::pair<Length, Length>> rooms;
  for (const Fragment& f : line.fragments) rooms.emplace_back(f.left, f.left + f.advance);
  std::ranges::sort(rooms);
  for (std::size_t i = 1; i < rooms.size(); ++i) CHECK(rooms[i].first == rooms[i - 1].second);
}

}  // namespace

TEST_CASE("Only right-to-left letters and controls call for the bidirectional algorithm") {
  CHECK(!needs_bidi("Plain text, “quotes”, naïve, Ω, 議会"));
  CHECK(needs_bidi("the שלום"));
  CHECK(needs_bidi("اردو"));
  CHECK(needs_bidi("a\u202Eb"));
}

TEST_CASE("Visual order reverses each level in turn") {
  CHECK(visual_order(Levels{0, 1, 1, 0}) == std::vector<std::uint32_t>{0, 2, 1, 3});
  CHECK(visual_order(Levels{1, 2, 2, 1}) == std::vector<std::uint32_t>{3, 1, 2, 0});
  CHECK(visual_order(Levels{}).empty());
}

TEST_CASE("Hebrew words in English text run from right to left, digits among them do not") {
  Workshop workshop;
  const auto lines = workshop.make("The word שלום עולם 2020 here").lines(pt(1000));
  REQUIRE(lines.size() == 1);
  CHECK(seen(lines[0]) == Words{"The", "word", "2020", "עולם", "שלום", "here"});
  CHECK(text_of(lines[0]) == "The word שלום עולם 2020 here");
  check_no_overlap(lines[0]);
}

TEST_CASE("An Urdu paragraph starts at the right and keeps reading order") {
  Workshop workshop;
  const std::string text = "بورڈ کا اجلاس 25 نومبر 2020 کو ہوا";
  const auto lines = workshop.make(text, {.right_to_left = true}).lines(pt(400));
  REQUIRE(lines.size() == 1);
  CHECK(text_of(lines[0]) == text);
  CHECK(seen(lines[0]) == Words{"ہوا", "کو", "2020", "نومبر", "25", "اجلاس", "کا", "بورڈ"});
  const Fragment& first = lines[0].fragments.front();
  CHECK(first.left + first.advance == pt(400));
  check_no_overlap(lines[0]);
}

TEST_CASE("English inside Urdu keeps its own order") {
  Workshop workshop;
  const auto lines =
      workshop.make("یہ Children and Families ہے", {.right_to_left = true}).lines(pt(600));
  CHECK(seen(lines[0]) == Words{"ہے", "Children", "and", "Families", "یہ"});
  check_no_overlap(lines[0]);
}

TEST_CASE("Letters of a right-to-left word join, with the space left of it") {
  Workshop workshop;
  const auto lines = workshop.make("اجلاس ہوا", {.right_to_left = true}).lines(pt(400));
  const Fragment& first = lines[0].fragments.front();
  CHECK(first.word->right_to_left);
  CHECK(first.word->glyphs.front().id == first.word->face->space());
  CHECK(first.x == first.left);
  const Fragment& last = lines[0].fragments.back();
  CHECK(last.left + last.advance == first.left);
}

TEST_CASE("The space at the end of a right-to-left line hangs on its left") {
  Workshop workshop;
  const std::string text = "بورڈ کا اجلاس نومبر کو ہوا اور سب نے منظوری دی";
  const auto lines = workshop.make(text, {.right_to_left = true}).lines(pt(120));
  REQUIRE(lines.size() > 1);
  std::string all;
  for (const Line& line : lines) {
    all += text_of(line);
    const Fragment& first = line.fragments.front();
    CHECK(first.left + first.advance == pt(120));
    check_no_overlap(line);
  }
  CHECK(all == text);
  const Fragment& last = lines[0].fragments.back();
  CHECK(last.word->spaces == 1);
  CHECK(last.x < last.left);
  CHECK(last.left == pt(120) - lines[0].width);
}

TEST_CASE("Justified right-to-left lines reach both edges") {
  Workshop workshop;
  const std::string text = "بورڈ کا اجلاس نومبر کو ہوا اور سب نے منظوری دی";
  const auto lines =
      workshop.make(text, {.right_to_left = true, .alignment = model::Alignment::Justified})
          .lines(pt(120));
  const Line& line = lines.front();
  CHECK(line.fragments.back().left == Length{});
  CHECK(line.fragments.front().left + line.fragments.front().advance == pt(120));
  check_no_overlap(line);
}

TEST_CASE("A right-to-left phrase over two lines leaves no gap in a left-to-right paragraph") {
  Workshop workshop;
  const auto lines = workshop.make("say שלום עולם טוב again").lines(pt(75));
  REQUIRE(lines.size() > 1);
  for (const Line& line : lines) {
    check_no_overlap(line);
    CHECK(std::ranges::min(line.fragments, {}, &Fragment::left).left == Length{});
  }
}
