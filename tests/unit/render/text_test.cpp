#include <deque>

#include "outside.hpp"
#include "render/pdf/document_font.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Catch::Matchers::Contains;
using model::ElementKind;
using model::StructureId;

namespace {

/// The TJ array of words set one after the other.
std::string array_of(std::initializer_list<text::ShapedWord> words, Length size = pt(10)) {
  page::GlyphRun run{{}, &regular(), size, {}, {}, {}};
  Length at;
  for (const text::ShapedWord& word : words) {
    run.pieces.push_back({&word, at});
    at += text::at_size(word.advance, regular(), size);
  }
  std::string out;
  render::pdf::DocumentFont(regular(), 1).show(run, out);
  return out;
}

/// The code of a character inside a literal string: its glyph's number, without what would need a
/// backslash.
std::string code_of(char32_t character) {
  const auto glyph = regular().nominal_glyph(character);
  return {static_cast<char>(glyph >> 8), static_cast<char>(glyph & 0xFF)};
}

std::string written(HandMade& report, std::string_view name, page::GlyphRun run) {
  if (report.pages.empty()) report.page();
  report.pages.back().items.push_back(std::move(run));
  return leave_for_judges(name, report.write());
}

/// xMin of every word, as poppler measures them.
std::vector<double> left_edges(const std::string& path) {
  const std::string boxes = output_of("pdftotext -bbox " + path + " -");
  std::vector<double> edges;
  for (auto at = boxes.find("<word"); at != boxes.npos; at = boxes.find("<word", at + 1)) {
    edges.push_back(std::strtod(boxes.c_str() + boxes.find("xMin=\"", at) + 6, nullptr));
  }
  return edges;
}

}  // namespace

TEST_CASE("Evenly set words are one string") {
  const std::string a = code_of(U'a'), b = code_of(U'b');
  CHECK(array_of({shaped(regular(), "ab "), shaped(regular(), "ba")}) ==
        "[(" + a + b + code_of(U' ') + b + a + ")]TJ\n");
}

TEST_CASE("A kern moves what follows it, in thousandths of the size") {
  text::ShapedWord word = shaped(regular(), "AVA");
  word.glyphs[0].advance -= 82;  // of 2048 units: 40.04 thousandths
  word.advance -= 82;
  const std::string a = code_of(U'A');
  CHECK(array_of({word}) == "[(" + a + ")40(" + code_of(U'V') + a + ")]TJ\n");
}

TEST_CASE("What was written before a word does not change how it is written") {
  const std::string alone = array_of({shaped(regular(), "November")});
  const std::string after = array_of({shaped(regular(), "7 "), shaped(regular(), "November")});
  CHECK(after.substr(after.size() - (alone.size() - 2)) == alone.substr(2));
}

TEST_CASE("There are as many codes as two bytes tell apart, each for one glyph and text") {
  render::pdf::DocumentFont font(regular(), 1);
  const text::ShapedWord letter = shaped(regular(), "x");
  std::deque<text::ShapedWord> words;
  const auto show = [&](text::GlyphId glyph, int number) {
    text::ShapedWord& word = words.emplace_back(letter);
    word.text = std::to_string(number);
    word.glyphs[0].id = glyph;
    word.glyphs[0].text_end = static_cast<std::uint32_t>(word.text.size());
    page::GlyphRun run{{}, &regular(), pt(10), {}, {}, {{&word, {}}}};
    std::string out;
    font.show(run, out);
  };
  const auto glyphs = regular().glyph_count() - 1;
  constexpr int kCodes = 0xFFFF;
  for (int n = 0; n < kCodes; ++n) show(1 + static_cast<text::GlyphId>(n) % glyphs, n);
  const auto codes = font.codes();
  REQUIRE(codes.size() == kCodes);
  for (int n = 0; n < kCodes; ++n) REQUIRE(codes[static_cast<std::size_t>(n)]->cid == n + 1);
  CHECK_FALSE(font.is_incomplete());
  show(1, kCodes);
  CHECK(font.is_incomplete());
}

TEST_CASE("Moves that round to nothing are carried until they do not") {
  text::ShapedWord word = shaped(regular(), "aaaaaaaa");
  for (text::Glyph& glyph : word.glyphs) glyph.advance += 1;  // 0.49 thousandths each
  CHECK(count(array_of({word}), ")-1(") == 3);
}

TEST_CASE("Bytes that mean something in a string are escaped") {
  std::string text;
  for (char32_t c = U'!'; c < U'!' + 100; ++c) append_utf8(text, c == 0x7F ? U'£' : c);
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.page();
  page::GlyphRun run = report.line(paragraph, text, 40, 80, 6);
  report.pages.back().items.push_back(run);
  const std::string path = std::string(SHEAF_BINARY_FOLDER) + "/escapes.pdf";
  std::ofstream(path, std::ios::binary) << report.write();
  CHECK_THAT(structure_of(path), Contains(text.substr(0, 94)));
}

TEST_CASE("Text comes out as it went in", "[pdf]") {
  const std::string text = "“Ready?” – £12.50 (20 %) \\ naïve Łódź Ελλάδα Привет – it’s 10×20…";
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  const std::string path = written(report, "characters", report.line(paragraph, text, 56, 80, 11));
  CHECK_THAT(structure_of(path), Contains("\"" + text + "\""));
}

TEST_CASE("A glyph that stands for two texts gives each back", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::GlyphRun run = report.line(paragraph, "office ", 56, 80);
  text::ShapedWord& ligature = report.words.emplace_back(shaped(regular(), "xce"));
  ligature.text = "ffice";
  ligature.glyphs[0].text_end = 3;
  ligature.glyphs[1] = {ligature.glyphs[1].id, ligature.glyphs[1].advance, 0, 0, 3, 4};
  ligature.glyphs[2] = {ligature.glyphs[2].id, ligature.glyphs[2].advance, 0, 0, 4, 5};
  run.pieces.push_back({&ligature, pt(40)});
  const auto& plain = report.words.emplace_back(shaped(regular(), "x"));
  run.pieces.push_back({&plain, pt(70)});
  CHECK_THAT(structure_of(written(report, "ligature", run)), Contains("\"office fficex\""));
}

TEST_CASE("A character made of two glyphs is read once", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::GlyphRun run = report.line(paragraph, "caf", 56, 80);
  text::ShapedWord& composed = report.words.emplace_back(shaped(regular(), "e"));
  composed.text = "é";
  composed.glyphs[0].text_end = 2;
  const text::GlyphId acute = regular().nominal_glyph(U'´');
  composed.glyphs.push_back({acute, 0, -1100, 200, 0, 2});
  run.pieces.push_back({&composed, pt(20)});
  const std::string path = written(report, "composed", run);
  CHECK_THAT(structure_of(path), Contains("\"café\""));
  CHECK_THAT(inflated(path), Contains(" Ts["));
  CHECK_THAT(inflated(path), Contains("0 Ts["));
}

TEST_CASE("Right-to-left words are written in reading order", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.document[paragraph].language = "ur";
  report.document[paragraph].right_to_left = true;
  const std::string text = "یہ خدمات بند ہیں";
  const std::string path =
      written(report, "right-to-left",
              report.line(HandMade::mark(paragraph), arabic(), text, 540, 80, 14, true));
  CHECK_THAT(structure_of(path), Contains("\"" + text + "\""));
  const auto edges = left_edges(path);
  REQUIRE_FALSE(edges.empty());
  CHECK(edges.front() > 400);
}

TEST_CASE("Words stand where layout put them", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::GlyphRun run = report.line(paragraph, "one two three four", 56, 80, 11);
  run.pieces[1].x = millipt(100'500);
  run.pieces[2].x = millipt(200'250);
  run.pieces[3].x = millipt(444'444);
  const auto edges = left_edges(written(report, "positions", run));
  REQUIRE(edges.size() == 4);
  const double expected[] = {56, 156.5, 256.25, 500.444};
  for (std::size_t at = 0; at < 4; ++at) CHECK(edges[at] == Approx(expected[at]).margin(0.011));
}

TEST_CASE("A long line ends where its widths say", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  std::string text;
  for (int word = 0; word < 35; ++word) text += "wis ";
  page::GlyphRun run = report.line(paragraph, text + "end", 20, 80, 8);
  const double last = 20 + run.pieces.back().x.points();
  const auto edges = left_edges(written(report, "long-line", run));
  REQUIRE(edges.size() == 36);
  CHECK(edges.back() == Approx(last).margin(0.011));
}

TEST_CASE("A byte order mark inside text does no harm", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::GlyphRun run = report.line(paragraph, "before\uFEFFafter", 56, 80);
  text::ShapedWord& word = report.words.back();
  word.glyphs[6].id = regular().nominal_glyph(U' ');  // as a shaper sets what cannot be seen
  CHECK_THAT(structure_of(written(report, "byte-order-mark", run)), Contains("\"beforeafter\""));
}

TEST_CASE("A glyph that no font has is not shown") {
  text::ShapedWord word = shaped(regular(), "a\U0001F600b");
  CHECK(word.glyphs[1].id == 0);
  const std::string array = array_of({word});
  CHECK(array.find('\x03') == std::string::npos);
}

TEST_CASE("The same words in two sizes and colours keep their place", "[pdf]") {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.page();
  for (int size = 6; size < 30; size += 6) {
    page::GlyphRun run = report.line(paragraph, "Sized words ", 56, 60 + 2 * size * 2, size);
    run.colour = {static_cast<std::uint8_t>(size), 0, 100};
    report.pages.back().items.push_back(run);
  }
  const std::string path = leave_for_judges("sizes", report.write());
  CHECK_THAT(structure_of(path), Contains("\"Sized words Sized words Sized words Sized words \""));
  CHECK(count(inflated(path), "BT\n") == 1);
}
