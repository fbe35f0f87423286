#pragma once
// One face as one document uses it: which codes it needs, and words written in these codes.

#include <array>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "page/display_list.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::render::pdf {

/// A width or position in 1/100,000 em: to what a /W array with two decimals can say.
using Em = std::int64_t;

/// A code's two bytes as they are written inside a literal string: up to four.
struct Literal {
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;
};

/// What a code (a CID) stands for: one glyph with one text. A glyph that stands for two texts has
/// two codes, so that text comes out of the file exactly as it went in.
struct Code {
  std::uint16_t cid;
  text::GlyphId glyph;
  std::string text;
  std::int32_t advance;  // font units
  Em width;              // the same, as /W has it
  Literal literal;
  std::uint16_t next_of_glyph = 0;
};

/// A glyph's first text has the glyph's own number for a code, and so the same one in each
/// document: a page that stays as it was is written as it was, whatever the pages before it say.
/// Other texts have the numbers after the last glyph's.
class DocumentFont {
 public:
  DocumentFont(const text::Face& face, int resource);

  /// Appends the words of `run` as one TJ array. Text origin, font and colour are set by now.
  void show(const page::GlyphRun& run, std::string& out);

  const text::Face& face() const { return *face_; }
  int resource() const { return resource_; }  // the N of its name /FN
  std::vector<const Code*> codes() const;     // by their CIDs, ascending
  /// Whether the font's tables name glyphs that it does not have, or more glyphs and texts than a
  /// PDF font has codes for: something was left out.
  bool is_incomplete() const { return incomplete_; }

 private:
  /// A word as part of an array: begins and ends inside a literal string.
  struct Written {
    std::size_t begin = 0, size = 0;  // in text_
    Em entry = 0, exit = 0;           // of the pen, from the word's left edge
    Length font_size = {};
    bool raised = false;  // has glyphs off the baseline, and so depends on the size
  };
  /// A glyph, its place from the word's left edge in font units, and its share of the text.
  struct Placed {
    const text::Glyph* glyph;
    std::int64_t x;
    std::string_view text;
  };
  struct Pen;
  class Literals;

  Em in_em(std::int64_t units) const;
  Em in_em(Length length, Length size) const;
  const Written& written(const text::ShapedWord& word, Length size);
  Written write(const text::ShapedWord& word, Length size);
  void place(const text::ShapedWord& word);
  void share_texts();
  /// nullptr if there is none; until the next call.
  const Code* code(text::GlyphId glyph, std::string_view text);
  std::uint16_t allot_cid(text::GlyphId glyph);

  const text::Face* face_;
  int resource_;
  bool incomplete_ = false;
  std::vector<Code> codes_;  // in order of first use; the first one is unused
  std::vector<std::uint16_t> first_of_glyph_;
  std::vector<bool> is_taken_;                  // by CID
  std::size_t next_other_;                      // CID to try for a glyph whose own is taken
  std::pmr::monotonic_buffer_resource memory_;  // of words_, which only grows
  std::pmr::unordered_map<const text::ShapedWord*, Written> words_;  // looked up, never walked
  std::map<std::pair<const text::ShapedWord*, std::int64_t>, Written> raised_;  // at other sizes
  std::string text_;                                                            // of all words
  std::vector<Placed> placed_;  // of the word being written
};

}  // namespace sheaf::render::pdf
