#include "text/shaper.hpp"

#include <hb.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace sheaf::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Tabs and other control characters were set as spaces; their text is a space too.
std::string without_controls(std::string_view text) {
  std::string clean(text);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return clean;
}

std::size_t without_spaces(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? 0 : last + 1;
}

/// Clusters are monotone in logical order: each ends where the next one begins.
void close_clusters(ShapedWord& word, std::size_t end) {
  const std::size_t n = word.glyphs.size();
  const auto logical = [&](std::size_t i) -> Glyph& {
    return word.glyphs[word.right_to_left ? n - 1 - i : i];
  };
  if (n > 0) {
    const std::uint32_t first = logical(0).text_begin;
    for (std::size_t i = 0; i < n && logical(i).text_begin == first; ++i) logical(i).text_begin = 0;
  }
  auto next = static_cast<std::uint32_t>(end);
  for (std::size_t i = n; i-- > 0;) {
    Glyph& glyph = logical(i);
    const bool same = i + 1 < n && logical(i + 1).text_begin == glyph.text_begin;
    glyph.text_end = same ? logical(i + 1).text_end : next;
    next = glyph.text_begin;
  }
}

void append_spaces(ShapedWord& word, std::size_t from) {
  const GlyphId id = word.face->space();
  const int advance = word.face->advance(id);
  for (std::size_t at = from; at < word.text.size(); ++at) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto where = word.right_to_left ? word.glyphs.begin() : word.glyphs.end();
    word.glyphs.insert(where, Glyph{id, advance, 0, 0, begin, begin + 1});
    word.space += advance;
    ++word.spaces;
  }
}

void measure(ShapedWord& word) {
  word.advance = 0;
  for (const Glyph& glyph : word.glyphs) word.advance += glyph.advance;
}

}  // namespace

char32_t effective(const Face& face, char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return U' ';
  if ((c == 0x2010 || c == 0x2011) && face.nominal_glyph(c) == 0) return U'-';
  return c;
}

void Shaper::Drop::operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }

Shaper::Shaper() : buffer_(hb_buffer_create()) {}

void Shaper::fill(const Face& face, std::string_view text, const Manner& manner, bool missing) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_reset(buffer);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_set_flags(buffer,
                      static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                                                     HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE));
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(manner.script));
  hb_buffer_set_direction(buffer, manner.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer, hb_language_from_string(manner.language.data(),
                                                         static_cast<int>(manner.language.size())));
  if (missing) {
    return hb_buffer_add(buffer, face.nominal_glyph(kReplacement) ? kReplacement : U' ', 0);
  }
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    hb_buffer_add(buffer, effective(face, c.value), static_cast<unsigned>(at));
    at += c.bytes;
  }
}

void Shaper::collect(ShapedWord& word) const {
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* place = hb_buffer_get_glyph_positions(buffer_.get(), nullptr);
  word.glyphs.reserve(count + (word.text.ends_with(' ') ? 1 : 0));
  for (unsigned i = 0; i < count; ++i) {
    word.glyphs.push_back({info[i].codepoint, place[i].x_advance, place[i].x_offset,
                           place[i].y_offset, info[i].cluster, info[i].cluster});
  }
}

ShapedWord Shaper::shape(const Face& face, std::string_view text, const Manner& manner,
                         bool missing) {
  ShapedWord word;
  word.face = &face;
  word.text = without_controls(text);
  word.right_to_left = manner.right_to_left;
  const std::size_t ink = without_spaces(word.text);
  if (ink > 0) {
    fill(face, text.substr(0, ink), manner, missing);
    hb_shape(face.hb_font(), buffer_.get(), nullptr, 0);
    collect(word);
    close_clusters(word, ink);
  }
  append_spaces(word, ink);
  measure(word);
  return word;
}

ShapedWord Shaper::hyphen(const Face& face) {
  const GlyphId own = face.nominal_glyph(0x2010);
  const GlyphId id = own ? own : face.nominal_glyph(U'-');
  ShapedWord word;
  word.face = &face;
  word.text = "\u00AD";
  word.glyphs.push_back({id, face.advance(id), 0, 0, 0, 2});
  measure(word);
  return word;
}

ShapedWord part_of(const ShapedWord& word, std::size_t first, std::size_t last) {
  ShapedWord part;
  part.face = word.face;
  part.right_to_left = word.right_to_left;
  part.glyphs.assign(word.glyphs.begin() + static_cast<std::ptrdiff_t>(first),
                     word.glyphs.begin() + static_cast<std::ptrdiff_t>(last));
  const auto begin = std::ranges::min(part.glyphs, {}, &Glyph::text_begin).text_begin;
  const auto end = std::ranges::max(part.glyphs, {}, &Glyph::text_end).text_end;
  part.text = word.text.substr(begin, end - begin);
  for (Glyph& glyph : part.glyphs) {
    glyph.text_begin -= begin;
    glyph.text_end -= begin;
  }
  measure(part);
  if (end == word.text.size()) {
    part.space = word.space;
    part.spaces = word.spaces;
  }
  return part;
}

}  // namespace sheaf::text
