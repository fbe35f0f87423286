#include "text/overlong.hpp"

#include <algorithm>

#include "text/grapheme.hpp"

namespace sheaf::text {
namespace {

/// Where a word may be cut: after so many glyphs in logical order, which advance so far.
struct Cut {
  std::size_t glyphs;
  std::int64_t advance;
};

const Glyph& logical(const ShapedWord& word, std::size_t i) {
  return word.glyphs[word.right_to_left ? word.glyphs.size() - 1 - i : i];
}

/// Inner cuts, then the end of the ink. A ligature is never cut, nor a mark from its letter.
std::vector<Cut> cuts_of(const ShapedWord& word) {
  std::vector<Cut> cuts;
  const std::size_t ink = word.glyphs.size() - word.spaces;
  std::int64_t advance = 0;
  std::size_t grapheme = 0;
  for (std::size_t i = 0; i < ink; ++i) {
    const std::size_t begin = logical(word, i).text_begin;
    const bool fresh = i > 0 && begin != logical(word, i - 1).text_begin;
    while (grapheme < begin) grapheme = grapheme_end(word.text, grapheme);
    if (fresh && grapheme == begin) cuts.push_back({i, advance});
    advance += logical(word, i).advance;
  }
  cuts.push_back({ink, advance});
  return cuts;
}

class Splitter {
 public:
  Splitter(const Material& material, Length width, WordCache& cache)
      : from_(material), width_(width), cache_(cache) {
    into_.types = material.types;
    into_.opportunities.push_back(material.opportunities.front());
  }

  Material run() {
    for (std::size_t i = 1; i < from_.opportunities.size(); ++i) {
      const Opportunity& before = from_.opportunities[i - 1];
      const Opportunity& after = from_.opportunities[i];
      used_ = {};
      const bool fits = after.end - before.next + after.hyphen <= width_;
      for (std::uint32_t atom = before.atom; atom < after.atom; ++atom) {
        fits ? into_.add(from_.atoms[atom]) : add_split(from_.atoms[atom]);
      }
      into_.add_opportunity(after.kind, after.hyphen);
    }
    return std::move(into_);
  }

 private:
  const Type& type_of(const Atom& atom) const { return from_.types[atom.type]; }

  void add_part(const Atom& atom, std::size_t first, std::size_t last) {
    const std::size_t n = atom.word->glyphs.size();
    const auto& part = atom.word->right_to_left ? cache_.part(*atom.word, n - last, n - first)
                                                : cache_.part(*atom.word, first, last);
    into_.add(resized(atom, part, type_of(atom)));
    used_ += into_.atoms.back().ink;
  }

  void end_line() {
    into_.add_opportunity(BreakKind::Emergency, {});
    used_ = {};
  }

  void add_split(const Atom& atom) {
    if (used_ + atom.ink > width_ && used_.micro > 0) end_line();
    if (used_ + atom.ink <= width_) {
      into_.add(atom);
      used_ += atom.ink + atom.space;
      return;
    }
    const std::vector<Cut> cuts = cuts_of(*atom.word);
    Cut begin{0, 0}, end{0, 0};  // the piece so far
    for (const Cut& cut : cuts) {
      const Length wide =
          at_size(cut.advance - begin.advance, *atom.word->face, type_of(atom).size);
      if (wide > width_ && end.glyphs > begin.glyphs) {
        add_part(atom, begin.glyphs, end.glyphs);
        end_line();
        begin = end;
      }
      end = cut;
    }
    add_part(atom, begin.glyphs, atom.word->glyphs.size());
  }

  const Material& from_;
  Length width_;
  WordCache& cache_;
  Material into_;
  Length used_;
};

}  // namespace

Length widest_stretch(const Material& material) {
  Length widest;
  for (std::size_t i = 1; i < material.opportunities.size(); ++i) {
    const Opportunity& after = material.opportunities[i];
    widest = std::max(widest, after.end - material.opportunities[i - 1].next + after.hyphen);
  }
  return widest;
}

Material split_overlong(const Material& material, Length width, WordCache& cache) {
  return Splitter(material, width, cache).run();
}

}  // namespace sheaf::text
