#pragma once
// A word as HarfBuzz shaped it, without a size: shaped once per face and used for every size and
// document.

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
  const Face* face;
  std::string text;  // UTF-8, logical order
  bool right_to_left;
  std::int64_t advance;  // sum over glyphs, font units
  std::vector<Glyph> glyphs;
};

}  // namespace sheaf::text
