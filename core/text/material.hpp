#pragma once
// What a paragraph is made of, for line breaking and setting. Internal to text/.

#include <cstdint>
#include <vector>

#include "base/units.hpp"
#include "text/segmenter.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::text {

/// A word at its size: ink, then the space that follows it.
struct Atom {
  const ShapedWord* word = nullptr;
  Length ink, space;
  std::uint32_t tag = 0;
  std::uint16_t type = 0;    // index into Material::types
  std::uint8_t level = 0;    // UAX 9
  std::uint32_t spaces = 0;  // glyphs that justification may widen
};

/// A face at a size.
struct Type {
  const Face* face = nullptr;
  Length size, ascent, descent;
};

/// A place after an atom where a line may end, with sums over all atoms before it: the width of a
/// line is `end` here less `next` at the opportunity it follows.
struct Opportunity {
  std::uint32_t atom = 0;  // the first atom after it
  BreakKind kind = BreakKind::None;
  Length end;                      // to the end of the last ink before it
  Length next;                     // to the start of the first ink after it
  Length hyphen;                   // width of what shows only if the line ends here
  Length spaces_end, spaces_next;  // the part of `end` and of `next` that is space
};

/// A paragraph ready to be broken. The first opportunity is its start, the last its end.
struct Material {
  std::vector<Atom> atoms;
  std::vector<Type> types;
  std::vector<Opportunity> opportunities;

  /// Room for so many more atoms.
  void reserve(std::size_t more);
  void add(const Atom& atom);
  /// A line may end after the last atom.
  void add_opportunity(BreakKind kind, Length hyphen);

 private:
  Length width_, spaces_;    // of all atoms
  Length hanging_;           // the space after the last ink
  unsigned kinds_here_ = 0;  // a bit for each BreakKind there was since the last width
};

/// An atom like another, but of this word.
Atom resized(const Atom& like, const ShapedWord& word, const Type& type);

}  // namespace sheaf::text
