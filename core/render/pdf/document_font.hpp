#pragma once
// One face as one document uses it: which codes it needs, and words written in these codes.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/display_list.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::render::pdf {

/// A width or position in 1/100,000 em: to what a /W array with two decimals can say.
using Em = std::int64_t;

/// What a code (a CID) stands for: one glyph with one text. A glyph that stands for two texts has
/// two codes, so that text comes out of the file exactly as it went in.
struct Code {
  text::GlyphId glyph;
  std::string text;
  std::uint16_t next_of_glyph = 0;  // another code of the same glyph
};

/// Codes are dealt in order of first use, from 1.
class DocumentFont {
 public:
  DocumentFont(const text::Face& face, int resource);

  /// Appends the words of `run` as one TJ array. Text origin, font and colour are set by now.
  void show(const page::GlyphRun& run, std::string& out);

  const text::Face& face() const { return *face_; }
  int resource() const { return resource_; }                 // the N of its name /FN
  const std::vector<Code>& codes() const { return codes_; }  // codes()[0] is unused
  Em width(text::GlyphId glyph) const { return in_em(face_->advance(glyph)); }

 private:
  /// Part of an array: begins and ends inside a literal string.
  struct Written {
    std::string text;
    Em entry = 0, exit = 0;  // of the pen, from the word's left edge
  };
  struct Pen;

  Em in_em(std::int64_t units) const;
  Em in_em(Length length, Length size) const;
  const Written& written(const text::ShapedWord& word, Length size);
  Written write(const text::ShapedWord& word, Length size);
  std::uint16_t code(text::GlyphId glyph, std::string_view text);

  const text::Face* face_;
  int resource_;
  std::vector<Code> codes_;
  std::vector<std::uint16_t> first_of_glyph_;
  std::unordered_map<const text::ShapedWord*, Written> words_;  // looked up, never walked
  Written raised_;  // the last word with raised glyphs, which depends on the size
};

}  // namespace sheaf::render::pdf
