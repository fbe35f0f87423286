#include "text/shaper.hpp"

#include <hb.h>

#include <catch2/catch.hpp>
#include <map>

#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

const Face& face(std::string_view family) {
  static std::map<std::string, std::unique_ptr<Face>, std::less<>> open;
  auto& made = open[std::string(family)];
  if (!made) {
    const FontEntry* entry = index().find(family, model::Weight::Regular, model::Slant::Upright);
    REQUIRE(entry);
    made = std::move(*Face::open(entry->path));
  }
  return *made;
}

ShapedWord shape(std::string_view text, std::string_view family = "Open Sans",
                 Manner manner = {HB_SCRIPT_LATIN, false, "en-GB"}) {
  return Shaper().shape(face(family), text, manner);
}

/// The text of the glyphs in logical order, cluster by cluster.
std::string clusters(const ShapedWord& word) {
  std::string result;
  std::uint32_t last = ~0U;
  for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
    const Glyph& g = word.glyphs[word.right_to_left ? word.glyphs.size() - 1 - i : i];
    if (g.text_begin == last) continue;
    last = g.text_begin;
    result += "[" + word.text.substr(g.text_begin, g.text_end - g.text_begin) + "]";
  }
  return result;
}

}  // namespace

TEST_CASE("A ligature is one glyph that stands for all its letters") {
  const ShapedWord word = shape("office");
  CHECK(word.glyphs.size() == 4);
  CHECK(clusters(word) == "[o][ffi][c][e]");
}

TEST_CASE("Kerning draws letters together") {
  const ShapedWord word = shape("AVATAR");
  std::int64_t unkerned = 0;
  for (const Glyph& glyph : word.glyphs) unkerned += word.face->advance(glyph.id);
  CHECK(word.advance < unkerned);
}

TEST_CASE("A mark has a place of its own and keeps its text") {
  const ShapedWord word = shape("x\u0301y", "DejaVu Sans");
  REQUIRE(word.glyphs.size() == 3);
  CHECK(clusters(word) == "[x][\u0301][y]");
  CHECK(word.glyphs[1].advance == 0);
}

TEST_CASE("Spaces at the end are glyphs of their own, outside the ink") {
  const ShapedWord word = shape("board  ");
  CHECK(word.glyphs.size() == 7);
  CHECK(word.spaces == 2);
  CHECK(word.space == 2 * word.face->advance(word.face->space()));
  CHECK(word.advance - word.space == shape("board").advance);
  CHECK(clusters(word) == "[b][o][a][r][d][ ][ ]");
}

TEST_CASE("A right-to-left word lies in visual order, its space on the left") {
  const ShapedWord word = shape("שלום ", "Noto Sans Hebrew", {HB_SCRIPT_HEBREW, true, "he"});
  REQUIRE(word.glyphs.size() == 5);
  CHECK(word.glyphs.front().id == word.face->space());
  CHECK(clusters(word) == "[ש][ל][ו][ם][ ]");
}

TEST_CASE("Characters that are not seen leave no glyph, and their text stays with a neighbour") {
  const ShapedWord word = shape("a\u2060b");
  CHECK(word.glyphs.size() == 2);
  CHECK((clusters(word) == "[a\u2060][b]" || clusters(word) == "[a][\u2060b]"));
}

TEST_CASE("A no-break hyphen is drawn with what the face has") {
  const ShapedWord word = shape("co\u2011op");
  CHECK(clusters(word) == "[c][o][\u2011][o][p]");
  CHECK(word.glyphs[2].id != 0);
}

TEST_CASE("A tab is a space, also in the text") { CHECK(shape("a\t").text == "a "); }

TEST_CASE("A part of a word keeps its glyphs and their text") {
  const ShapedWord word = shape("office ");
  const ShapedWord part = part_of(word, 1, 3);
  CHECK(part.text == "ffic");
  CHECK(clusters(part) == "[ffi][c]");
  CHECK(part.spaces == 0);
  CHECK(part_of(word, 3, 5).spaces == 1);
}

TEST_CASE("A hyphen brought in by a line break stands for a soft hyphen") {
  const ShapedWord hyphen = Shaper().hyphen(face("Open Sans"));
  CHECK(hyphen.text == "\u00AD");
  REQUIRE(hyphen.glyphs.size() == 1);
  CHECK(hyphen.glyphs[0].id != 0);
}
