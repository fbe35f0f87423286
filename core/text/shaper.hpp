#pragma once
// HarfBuzz: text of one face, script and direction in, glyphs out.

#include <memory>
#include <string_view>

#include "text/shaped_word.hpp"

struct hb_buffer_t;

namespace sheaf::text {

/// A four-letter ISO 15924 code as HarfBuzz packs it.
using Script = std::uint32_t;

/// What all text of one face and script is shaped with.
struct Manner {
  Script script;
  bool right_to_left;
  std::string_view language;  // BCP 47
};

/// One per thread: it keeps its buffer.
class Shaper {
 public:
  Shaper();
  /// Spaces at the end are not shaped; they get the face's space glyph. With `missing`, all of the
  /// text is set as one glyph of U+FFFD, or as a space where the face has none.
  ShapedWord shape(const Face& face, std::string_view text, const Manner& manner,
                   bool missing = false);
  /// A hyphen that a line break brings in; its text is U+00AD (ISO 32000-1, 14.8.2.2.3).
  ShapedWord hyphen(const Face& face);

 private:
  struct Drop {
    void operator()(hb_buffer_t* buffer) const;
  };
  void fill(const Face& face, std::string_view text, const Manner& manner, bool missing);
  void collect(ShapedWord& word) const;
  std::unique_ptr<hb_buffer_t, Drop> buffer_;
};

/// The glyphs of a word from one index to another, as a word of its own.
ShapedWord part_of(const ShapedWord& word, std::size_t first, std::size_t last);

/// What the face is asked for when the text says `code_point`: spaces for control characters, "-"
/// for hyphens that it lacks.
char32_t effective(const Face& face, char32_t code_point);

}  // namespace sheaf::text
