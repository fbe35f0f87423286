#pragma once
// A word as HarfBuzz shaped it, without a size: shaped once per face and used for every size and
// document.
//
// Spaces belong to the word before them: `text` ends with the spaces that follow the word in the
// paragraph, and each has a glyph of its own at the word's logical end (so it is the last glyph of
// a left-to-right word and the first of a right-to-left one). Whoever writes all glyphs of all
// words writes every character of the paragraph, and text taken from the PDF has its spaces. At the
// end of a line they hang beyond the edge, where they are not seen.

#include <cstdint>
#include <string>
#include <vector>

#include "text/face.hpp"

namespace sheaf::text {

/// One glyph in visual order (left to right). Distances in font units.
struct Glyph {
  GlyphId id;
  std::int32_t advance;
  std::int32_t x_offset, y_offset;
  std::uint32_t text_begin, text_end;  // its cluster: bytes of ShapedWord::text
};

struct ShapedWord {
  const Face* face = nullptr;
  std::string text;  // UTF-8, logical order; may have no glyphs (nothing but U+200B)
  bool right_to_left = false;
  std::int64_t advance = 0;  // sum over all glyphs, font units
  std::vector<Glyph> glyphs;
  std::int64_t space = 0;    // the part of `advance` that is space at the logical end
  std::uint32_t spaces = 0;  // how many glyphs that is
};

}  // namespace sheaf::text
