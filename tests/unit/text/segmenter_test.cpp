#include "text/segmenter.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>

using namespace sheaf::text;

namespace {

/// The text with its break opportunities shown: | free, - inner, ~ weak, = held, / link, ^ soft
/// hyphen.
std::string shown(std::string_view text) {
  constexpr std::string_view kMarks = " |-^~/=!#";
  Segmenter segmenter;
  Breaks breaks;
  segmenter.find_breaks(text, breaks);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (breaks[i] != BreakKind::None) result += kMarks[static_cast<std::size_t>(breaks[i])];
    result += text[i];
  }
  return result;
}

bool same_places(const Breaks& a, const Breaks& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] == BreakKind::None) != (b[i] == BreakKind::None)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Plain Latin text breaks exactly where ICU breaks it") {
  constexpr std::array<std::string_view, 34> kParts{
      "a", "Z", "é",  "7",  "0",  ".",      ",",    ";",   ":", "!",    "?", "(",
      ")", "'", "’",  "“",  "”",  "£",      "%",    "–",   "-", " ",    " ", " ",
      " ", "&", "\"", "ok", "25", "\u00A0", "e.g.", "the", "‘", "co-op"};
  Segmenter segmenter;
  unsigned state = 20201125;
  int decided = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    const unsigned parts = 2 + round % 11;
    for (unsigned i = 0; i < parts; ++i) {
      state = state * 1664525 + 1013904223;
      text += kParts[(state >> 16) % kParts.size()];
    }
    Breaks simple(text.size(), BreakKind::None), icu;
    if (!find_simple_breaks(text, simple)) continue;
    ++decided;
    segmenter.find_icu_breaks(text, icu);
    INFO(text);
    REQUIRE(same_places(simple, icu));
    REQUIRE(simple == icu);
  }
  CHECK(decided > 5'000);
}

TEST_CASE("Ordinary sentences need no ICU") {
  for (const std::string_view text :
       {"The board met on 25 November 2020, and agreed the plan.",
        "Children’s Services (front door, care) cost £75 million – 3% more.",
        "A well-known co-op: “It works!” said Mr O'Neill; did it?"}) {
    Breaks breaks(text.size(), BreakKind::None);
    CHECK(find_simple_breaks(text, breaks));
  }
}

TEST_CASE("Dates and sums are held together") {
  CHECK(shown("on 25 November 2020 at") == "on |25 =November ~2020 |at");
  CHECK(shown("the 25th December, or") == "the |25th =December, |or");
  CHECK(shown("cost £75 million more") == "cost |£75 =million |more");
  CHECK(shown("(£1.5 bn) at 9 am") == "(£1.5 =bn) |at |9 =am");
  CHECK(shown("25 people") == "25 |people");
}

TEST_CASE("Names stay with their initials and titles") {
  CHECK(shown("by A. Smith and J.K. Jones") == "by |A. =Smith |and |J.K. =Jones");
  CHECK(shown("e.g. Dr Khan") == "e.g. ~Dr ~Khan");
  CHECK(shown("see section 4 on page 12") == "see |section ~4 |on |page ~12");
}

TEST_CASE("A telephone number is held together") {
  CHECK(shown("call 0115 915 5555, or 119") == "call |0115 =915 =5555, |or |119");
}

TEST_CASE("A dash stays at the end of a line") { CHECK(shown("one – two") == "one ~– |two"); }

TEST_CASE("No-break characters hold, soft hyphens and zero-width spaces break") {
  CHECK(shown("25\u00A0November") == "25\u00A0November");
  CHECK(shown("co\u2011op") == "co\u2011op");
  CHECK(shown("a\u2060/\u2060b") == "a\u2060/\u2060b");
  CHECK(shown("hy\u00ADphen") == "hy\u00AD^phen");
  CHECK(shown("one\u200Btwo") == "one\u200B|two");
}

TEST_CASE("Hyphens break after two letters or more") {
  CHECK(shown("well-known e-mail x-ray") == "well--known |e-mail |x-ray");
  CHECK(shown("of \u2212\u00A31,250 and \u22122.5") == "of |\u2212\u00A31,250 |and |\u22122.5");
  CHECK(shown("Covid-19 in 2019-2020") == "Covid-19 |in |2019-2020");
}

TEST_CASE("A web address breaks after its marks, at a price, and only inside") {
  CHECK(shown("see https://www.x.gov.uk/your-council?x=1&y=2. Then") ==
        "see |https://www./x./gov./uk//your-council?/x=/1&/y=/2. |Then");
  CHECK(shown("write to post@x.gov.uk now") == "write |to |post@x./gov./uk |now");
  CHECK(shown("no: www without") == "no: |www |without");
}

TEST_CASE("Scripts without spaces break between their words or characters") {
  CHECK(shown("議会報告") == "議|会|報|告");
}
