// Run by hand, in an optimised build: unit_text "[.speed]"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include <array>
#include <ctime>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

std::string sentence(unsigned seed) {
  constexpr std::array<std::string_view, 16> kWords{
      "the", "council", "adult", "social",   "care",    "services",   "of",   "and",
      "£75", "million", "25",    "November", "(pilot)", "well-known", "beds", "families,"};
  std::string text;
  for (int i = 0; i < 80; ++i) {
    seed = seed * 1664525 + 1013904223;
    text += std::string(i > 0 ? " " : "").append(kWords[(seed >> 16) % kWords.size()]);
  }
  return text;
}

}  // namespace

TEST_CASE("A warm paragraph of 80 words is made and broken in microseconds", "[.speed]") {
  Workshop workshop;
  std::vector<std::string> texts;
  for (unsigned i = 0; i < 1000; ++i) texts.push_back(sentence(i));
  Length indent;  // another one each time, so that no paragraph is known
  for (const model::Alignment alignment :
       {model::Alignment::Start, model::Alignment::Start, model::Alignment::Justified}) {
    const std::clock_t begin = std::clock();  // of this process: other work does not count
    std::size_t lines = 0;
    indent += Length{1};
    for (const std::string& text : texts) {
      lines += workshop.make(text, {.alignment = alignment, .first_indent = indent})
                   .lines(pt(450))
                   .size();
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    fmt::print("{:.1f} us a paragraph, {} lines\n", seconds * 1e6 / 1000, lines);
    CHECK(lines > 5000);
  }
}
