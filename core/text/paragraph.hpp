#pragma once
// A paragraph: styled text in, lines of positioned words out.
// itemise (bidi, script, font, language) -> shape each word once -> prefix sums -> total-fit line
// breaking.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/geometry.hpp"
#include "model/theme.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::text {

class Shop;
class WordCache;
struct SetParagraph;

/// A stretch of text in one style. Views must outlive the call that takes them.
struct Span {
  std::string_view text;   // UTF-8; no line ends
  std::uint8_t stack = 0;  // index into the theme's font stacks
  model::Weight weight = model::Weight::Regular;
  model::Slant slant = model::Slant::Upright;
  Length size;
  std::string_view language;  // BCP 47
  std::uint32_t tag = 0;      // the caller's: which run it came from
  bool break_after = false;   // a forced line break follows
  SourceId source;            // for findings ("no font has U+1F600")
};

/// One word, or part of one, on a line: a shaped word and where it stands from the line's left
/// edge.
struct Fragment {
  const ShapedWord* word;
  std::uint32_t tag;
  Length size;
  Length x;        // where its first glyph (the leftmost) is drawn; the glyphs of its space count
  Length left;     // with `advance`, the part of the line it takes, for underlines and link areas:
  Length advance;  // its ink and the space after it, except at the end of a line
  bool hyphen_added = false;  // it is the hyphen of a word broken here; its text is U+00AD
};

struct Line {
  std::vector<Fragment> fragments;  // in logical (reading) order; `x` gives the visual place
  Length width;                     // of the ink and inner spaces; the space at its end hangs
  Length ascent, descent;           // the largest of its fonts, both positive
  bool forced_end = false;          // the text demanded the break (never true of the last line)
};

/// Widths with which the text could be set: the longest unbreakable part, and all on one line.
struct ContentWidths {
  Length min, max;
};

/// Broken and shaped text that can be set at any width. Its words belong to the Shop it came from,
/// which keeps paragraphs, too: one that is made again is shaped and broken once.
class Paragraph {
 public:
  struct Options {
    bool right_to_left = false;  // base direction
    model::Alignment alignment = model::Alignment::Start;
    Length first_indent = {};
    bool balanced = false;  // lines of about one length, the last included, as suits a heading
  };

  /// Shapes all spans. A character that no font of its stack has is an error ("missing-glyph") at
  /// its span's source, or where it was typed (Shop::use), once per character and build, and is set
  /// as U+FFFD or as a blank.
  static Paragraph make(std::span<const Span> spans, const Options& options, Shop& shop,
                        Diagnostics& diagnostics);

  /// `min` keeps dates, sums and names whole; web addresses may break.
  ContentWidths widths() const;
  bool empty() const;
  /// Total-fit lines of at most `width`. A word that is wider breaks between graphemes; nothing is
  /// lost. The same width gives the same lines; they live as long as the paragraph, and until it
  /// has been asked for four other widths.
  const std::vector<Line>& lines(Length width) const&;
  std::vector<Line> lines(Length width) && { return std::as_const(*this).lines(width); }

  Paragraph();
  ~Paragraph();
  Paragraph(Paragraph&&) noexcept;
  Paragraph& operator=(Paragraph&&) noexcept;

 private:
  std::vector<Line> broken(Length width) const;

  SetParagraph* set_ = nullptr;        // null: empty
  std::unique_ptr<SetParagraph> own_;  // null: `set_` is the shop's
  WordCache* words_ = nullptr;         // of the shop
  Options options_;
};

}  // namespace sheaf::text
