#include "text/material.hpp"

namespace sheaf::text {

void Material::reserve(std::size_t more) {
  atoms.reserve(atoms.size() + more);
  opportunities.reserve(opportunities.size() + more + 1);
}

void Material::add(const Atom& atom) {
  atoms.push_back(atom);
  width_ += atom.ink + atom.space;
  spaces_ += atom.space;
  if (atom.ink.micro != 0 || atom.space.micro != 0) kinds_here_ = 0;
  hanging_ = atom.ink.micro > 0 ? atom.space : hanging_ + atom.space;
}

/// Of two breaks of a kind with nothing to be seen between them, the first is enough.
void Material::add_opportunity(BreakKind kind, Length hyphen) {
  const unsigned bit = 1U << static_cast<unsigned>(kind);
  if (kind != BreakKind::Forced && (kinds_here_ & bit) != 0) return;
  kinds_here_ = kind == BreakKind::Forced ? 0 : kinds_here_ | bit;
  opportunities.push_back({static_cast<std::uint32_t>(atoms.size()), kind, width_ - hanging_,
                           width_, hyphen, spaces_ - hanging_, spaces_});
}

Atom resized(const Atom& like, const ShapedWord& word, const Type& type) {
  Atom atom = like;
  atom.word = &word;
  atom.ink = at_size(word.advance - word.space, *word.face, type.size);
  atom.space = at_size(word.space, *word.face, type.size);
  atom.spaces = word.spaces;
  return atom;
}

}  // namespace sheaf::text
