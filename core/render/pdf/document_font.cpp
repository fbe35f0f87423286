#include "render/pdf/document_font.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.hpp"
#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

constexpr Em kEm = 100'000;
constexpr Em kThousandth = 100;  // the unit of adjustments in a TJ array

Em rounded(std::int64_t numerator, std::int64_t denominator) {
  const auto half = numerator < 0 ? -denominator / 2 : denominator / 2;
  return (numerator + half) / denominator;
}

/// The share of a cluster's text that its `index`th glyph of `count`, in logical order, stands for:
/// a character each, and what is left over for the last.
std::string_view share(std::string_view text, std::size_t index, std::size_t count) {
  std::size_t begin = 0;
  for (; index > 0 && begin < text.size(); --index, --count) begin += decode(text, begin).bytes;
  if (begin >= text.size()) return {};
  return count == 1 ? text.substr(begin) : text.substr(begin, decode(text, begin).bytes);
}

/// A word's glyphs in logical order, each with its place and text.
struct Placed {
  const text::Glyph* glyph;
  std::int64_t x;  // font units from the word's left edge
  std::string_view text;
};

bool same_cluster(const text::Glyph& a, const text::Glyph& b) {
  return a.text_begin == b.text_begin && a.text_end == b.text_end;
}

std::vector<Placed> in_logical_order(const text::ShapedWord& word) {
  std::vector<Placed> placed;
  placed.reserve(word.glyphs.size());
  std::int64_t x = 0;
  for (const text::Glyph& glyph : word.glyphs) {
    placed.push_back({&glyph, x + glyph.x_offset, {}});
    x += glyph.advance;
  }
  if (word.right_to_left) std::ranges::reverse(placed);
  for (std::size_t begin = 0, end = 0; begin < placed.size(); begin = end) {
    const text::Glyph& first = *placed[begin].glyph;
    while (end < placed.size() && same_cluster(*placed[end].glyph, first)) ++end;
    const auto cluster =
        std::string_view(word.text).substr(first.text_begin, first.text_end - first.text_begin);
    for (std::size_t at = begin; at < end; ++at) {
      placed[at].text = share(cluster, at - begin, end - begin);
    }
  }
  return placed;
}

void append_code(std::string& out, std::uint16_t code) {
  append_literal_byte(out, static_cast<unsigned char>(code >> 8));
  append_literal_byte(out, static_cast<unsigned char>(code & 0xFF));
}

}  // namespace

/// Where the viewer's pen is while an array is written, inside a literal string. Steps that round
/// to nothing are carried along until they do not.
struct DocumentFont::Pen {
  std::string& out;
  Em at;

  void move_to(Em target) {
    const Em back = at - target;
    if (std::abs(back) < kThousandth) return;
    const Em thousandths = rounded(back, kThousandth);
    out += ')';
    append_integer(out, thousandths);
    out += '(';
    at -= thousandths * kThousandth;
  }
};

DocumentFont::DocumentFont(const text::Face& face, int resource)
    : face_(&face), resource_(resource), codes_(1), first_of_glyph_(face.glyph_count()) {}

Em DocumentFont::in_em(std::int64_t units) const {
  return rounded(units * kEm, face_->metrics().units_per_em);
}

Em DocumentFont::in_em(Length length, Length size) const {
  return scaled(length, kEm, size.micro).micro;
}

std::uint16_t DocumentFont::code(text::GlyphId glyph, std::string_view text) {
  std::uint16_t* link = &first_of_glyph_[glyph];
  while (*link != 0 && codes_[*link].text != text) link = &codes_[*link].next_of_glyph;
  if (*link == 0) {
    const auto fresh = static_cast<std::uint16_t>(codes_.size());
    *link = fresh;
    codes_.push_back({glyph, std::string(text)});
    return fresh;
  }
  return *link;
}

const DocumentFont::Written& DocumentFont::written(const text::ShapedWord& word, Length size) {
  const auto raised = [](const text::Glyph& glyph) { return glyph.y_offset != 0; };
  if (std::ranges::any_of(word.glyphs, raised)) return raised_ = write(word, size);
  const auto [at, fresh] = words_.try_emplace(&word);
  if (fresh) at->second = write(word, size);
  return at->second;
}

DocumentFont::Written DocumentFont::write(const text::ShapedWord& word, Length size) {
  Written result;
  Pen pen{result.text, 0};
  std::int32_t rise = 0;
  bool first = true;
  const auto raise_to = [&](std::int32_t wanted) {
    if (wanted == rise) return;
    rise = wanted;
    result.text += ")]TJ ";
    append_points(result.text, text::at_size(rise, *face_, size));
    result.text += " Ts[(";
  };
  for (const Placed& each : in_logical_order(word)) {
    if (each.glyph->id == 0) continue;  // .notdef is never shown (ISO 14289-1, 7.21.8)
    const Em x = in_em(each.x);
    if (first) result.entry = pen.at = x;
    first = false;
    pen.move_to(x);
    raise_to(each.glyph->y_offset);
    append_code(result.text, code(each.glyph->id, each.text));
    pen.at += width(each.glyph->id);
  }
  raise_to(0);
  result.exit = pen.at;
  return result;
}

void DocumentFont::show(const page::GlyphRun& run, std::string& out) {
  Pen pen{out, 0};
  out += "[(";
  for (const page::Piece& piece : run.pieces) {
    const Written& word = written(*piece.word, run.size);
    pen.move_to(in_em(piece.x, run.size) + word.entry);
    out += word.text;
    pen.at += word.exit - word.entry;
  }
  out += ")]TJ\n";
}

}  // namespace sheaf::render::pdf
