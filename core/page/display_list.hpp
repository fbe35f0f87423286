#pragma once
// The small closed display list: all that a page can hold, each item marked with its structure
// element.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/geometry.hpp"
#include "image/picture.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::page {

/// Real content of one structure element, or an artifact (ISO 32000-1, 14.8.2.2).
enum class MarkKind : std::uint8_t { Content, Header, Footer, Layout, Background };

struct Mark {
  MarkKind kind = MarkKind::Layout;
  std::uint32_t structure = 0;  // model::StructureId, for Content only
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// A shaped word placed on a baseline; `x`, of its left edge, counts from the run's origin.
struct Piece {
  const text::ShapedWord* word;
  Length x;
};

/// Words of one face, size and colour on one baseline, in reading order. For right-to-left text the
/// order is logical and `x` goes backwards. Words bring their own spaces.
struct GlyphRun {
  Mark mark;
  const text::Face* face;
  Length size;
  Colour colour;
  Point origin;  // start of the baseline
  std::vector<Piece> pieces;
};

struct PathStep {
  enum class Verb : std::uint8_t { Move, Line, Curve, Close, Rectangle } verb;
  Point a, b, c;  // Curve: two controls and the end; Move, Line: a; Rectangle: a is the top left, b
                  // its far corner
};

/// Strokes end and join round; straight rules are filled rectangles.
struct Path {
  Mark mark;
  std::vector<PathStep> steps;
  std::optional<Colour> fill, stroke;
  Length stroke_width;
};

/// `picture` is owned by the sink's user and outlives the document.
struct Image {
  Mark mark;
  const image::Picture* picture;
  Rect area;
};

/// A clickable area. One element may have several (a link over two lines).
struct LinkArea {
  std::uint32_t structure;
  Rect area;
  std::string target;       // URI, or "#anchor"
  std::string description;  // for /Contents (ISO 14289-1, 7.18.5)
};

using Item = std::variant<GlyphRun, Path, Image, LinkArea>;

/// A place that links and bookmarks lead to.
struct Destination {
  std::string anchor;
  Point place;
  std::string title;  // of the bookmark; empty for none
  int level = 0;      // of the bookmark: 1 is outermost
};

struct Page {
  int number = 1;  // 1-based
  Size size;
  std::vector<Item> items;  // in reading order
  std::vector<Destination> destinations;
};

/// Header, footer and draft mark of one page, known once the number of pages is.
struct Furniture {
  int number = 1;
  std::vector<Item> items;
};

}  // namespace sheaf::page
