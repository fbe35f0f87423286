#pragma once
// Reports made by hand for the PDF writer: a document, its words glyph by glyph, and its pages.

#include <deque>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "render/pdf/pdf_writer.hpp"

namespace sheaf::test {

inline std::unique_ptr<text::Face> open_face(const char* path) {
  auto face = text::Face::open(path);
  REQUIRE(face.has_value());
  return *std::move(face);
}

inline const text::Face& regular() {
  static const auto face = open_face("/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf");
  return *face;
}
inline const text::Face& bold() {
  static const auto face = open_face("/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf");
  return *face;
}
inline const text::Face& arabic() {
  static const auto face = open_face("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf");
  return *face;
}

/// One glyph per character, unkerned, in the word's visual order.
inline text::ShapedWord shaped(const text::Face& face, std::string_view text,
                               bool right_to_left = false) {
  text::ShapedWord word;
  word.face = &face;
  word.text = text;
  word.right_to_left = right_to_left;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const text::GlyphId glyph = face.nominal_glyph(point.value);
    const int advance = face.advance(glyph);
    const auto begin = static_cast<std::uint32_t>(at);
    at += point.bytes;
    const text::Glyph made{glyph, advance, 0, 0, begin, static_cast<std::uint32_t>(at)};
    word.glyphs.insert(right_to_left ? word.glyphs.begin() : word.glyphs.end(), made);
    word.advance += advance;
  }
  return word;
}

/// Owns all that the display list points to.
class HandMade {
 public:
  explicit HandMade(std::string title = "A report made by hand") {
    document.title = std::move(title);
    document.language = "en-GB";
    document.author = "Catherine Underwood";
    document.date = {2020, 11, 25};
    add(model::ElementKind::Document, model::StructureId::None);
  }

  model::StructureId add(model::ElementKind kind, model::StructureId parent) {
    model::Element element;
    element.kind = kind;
    if (kind == model::ElementKind::Heading) element.level = 1;
    return document.add(parent, std::move(element));
  }

  page::Page& page() {
    pages.push_back({});
    pages.back().number = static_cast<int>(pages.size());
    pages.back().size = {millipt(595'276), millipt(841'890)};
    return pages.back();
  }

  /// A line of words, each with the space after it, from `x`, `y` (points) on. Right-to-left text
  /// ends there.
  page::GlyphRun line(page::Mark mark, const text::Face& face, std::string_view text, int x, int y,
                      int size = 12, bool right_to_left = false) {
    page::GlyphRun run{mark, &face, pt(size), {}, {pt(x), pt(y)}, {}};
    Length at;
    while (!text.empty()) {
      const std::size_t space = text.find(' ');
      const std::size_t length = space == text.npos ? text.size() : space + 1;
      const auto& word = words.emplace_back(shaped(face, text.substr(0, length), right_to_left));
      const Length advance = text::at_size(word.advance, face, pt(size));
      if (right_to_left) at -= advance;
      run.pieces.push_back({&word, at});
      if (!right_to_left) at += advance;
      text.remove_prefix(length);
    }
    return run;
  }
  page::GlyphRun line(model::StructureId owner, std::string_view text, int x, int y,
                      int size = 12) {
    return line(mark(owner), regular(), text, x, y, size);
  }

  static page::Mark mark(model::StructureId owner) {
    return {page::MarkKind::Content, static_cast<std::uint32_t>(owner)};
  }

  /// The file, which must come out well.
  std::string write(render::pdf::WriterCache& cache) const {
    Diagnostics diagnostics;
    auto file = write(cache, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(file.has_value());
    return *std::move(file);
  }
  std::string write() const { return write(*render::pdf::make_writer_cache()); }

  Result<std::string> write(render::pdf::WriterCache& cache, Diagnostics& diagnostics) const {
    render::pdf::PdfWriter writer(document, cache, diagnostics);
    for (const page::Page& each : pages) writer.body(each);
    for (const page::Furniture& each : furniture) writer.furniture(each);
    return writer.finish();
  }

  model::Document document;
  std::deque<text::ShapedWord> words;
  std::deque<page::Page> pages;
  std::deque<page::Furniture> furniture;
};

/// Leaves a PDF where the judges find it (tests/pdf).
inline std::string leave_for_judges(std::string_view name, std::string_view file) {
  const std::string path = std::string(SHEAF_PDF_FOLDER "/") + std::string(name) + ".pdf";
  std::ofstream(path, std::ios::binary) << file;
  return path;
}

}  // namespace sheaf::test
