#pragma once
// Font subsets: the part of a face that a document uses, ready for embedding.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/face.hpp"

namespace sheaf::text {

/// A TrueType file that holds the glyphs asked for, .notdef and the components they are built of;
/// without hinting, names, layout tables and character map, none of which a PDF needs.
struct FontSubset {
  std::string program;
  std::vector<GlyphId> new_ids;  // the new id of each glyph asked for
};

/// `glyphs` in ascending order. Empty when the font's tables are damaged. Any thread.
std::optional<FontSubset> subset(const Face& face, std::span<const GlyphId> glyphs);

}  // namespace sheaf::text
