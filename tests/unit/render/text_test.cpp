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
  const auto none = std::string(1, '\0');
  CHECK(array_of({shaped(regular(), "ab "), shaped(regular(), "ba")}) ==
        "[(" + none + "\x01" + none + "\x02" + none + "\x03" + none + "\x02" + none + "\x01)]TJ\n");
}

TEST_CASE("A kern moves what follows it, in thousandths of the size") {
  text::ShapedWord word = shaped(regular(), "AVA");
  word.glyphs[0].advance -= 82;  // of 2048 units: 40.04 thousandths
  word.advance -= 82;
  const auto none = std::string(1, '\0');
  CHECK(array_of({word}) == "[(" + none + "\x01)40(" + none + "\x02" + none + "\x01)]TJ\n");
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
