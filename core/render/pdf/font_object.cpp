#include "render/pdf/font_object.hpp"

#include <algorithm>
#include <cmath>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

using Glyphs = std::vector<text::GlyphId>;
using Codes = std::vector<const Code*>;  // ascending

/// Alphabets that text is mostly made of.
constexpr std::u32string_view kAlphabets[] = {
    U"abcdefghijklmnopqrstuvwxyz",
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"0123456789",
    U".,:;!?'()-/&%\u00A3\u2013\u2018\u2019\u201C\u201D",
};

/// Adds the whole of an alphabet of which half is used: documents that differ in a few letters
/// then share one subset, which the cache has already, for a few hundred bytes more.
void complete_alphabets(Glyphs& used, const text::Face& face) {
  Glyphs added;
  for (const std::u32string_view alphabet : kAlphabets) {
    Glyphs all;
    for (const char32_t letter : alphabet) all.push_back(face.nominal_glyph(letter));
    const auto is_used = [&](text::GlyphId glyph) {
      return std::ranges::binary_search(used, glyph);
    };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(all, is_used));
    if (count * 2 >= all.size()) added.insert(added.end(), all.begin(), all.end());
  }
  used.insert(used.end(), added.begin(), added.end());
}

void sort_without_repeats(Glyphs& glyphs) {
  std::ranges::sort(glyphs);
  glyphs.erase(std::ranges::unique(glyphs).begin(), glyphs.end());
}

Glyphs glyphs_of(const Codes& codes, const text::Face& face) {
  Glyphs glyphs;
  for (const Code* code : codes) glyphs.push_back(code->glyph);
  sort_without_repeats(glyphs);
  complete_alphabets(glyphs, face);
  sort_without_repeats(glyphs);
  return glyphs;
}

/// "ABCDEF+OpenSans-Regular": the tag is made from the glyphs (9.6.4).
std::string subset_name(const text::Face& face, const Glyphs& glyphs) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const text::GlyphId glyph : glyphs) hash = (hash ^ glyph) * 0x100000001B3;
  std::string name;
  for (int letter = 0; letter < 6; ++letter, hash /= 26) {
    name += static_cast<char>('A' + hash % 26);
  }
  return name += "+" + plain_name(face.postscript_name());
}

void append_hex_code(std::string& out, std::size_t code) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  out += '<';
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[code >> shift & 0xF];
  out += '>';
}

/// A block of a CMap may hold 100 lines.
std::string to_unicode(const Codes& codes) {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t at = 0; at < codes.size(); ++at) {
    if (at % 100 == 0) {
      append_integer(cmap,
                     static_cast<std::int64_t>(std::min<std::size_t>(100, codes.size() - at)));
      cmap += " beginbfchar\n";
    }
    append_hex_code(cmap, codes[at]->cid);
    cmap += " <";
    append_utf16_hex(cmap, codes[at]->text);
    cmap += ">\n";
    if (at % 100 == 99 || at + 1 == codes.size()) cmap += "endbfchar\n";
  }
  return cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// An array for each run of codes.
std::string widths(const Codes& codes) {
  std::string entry = "/W[";
  int next = 0;
  for (const Code* code : codes) {
    if (code->cid != next) {
      if (next != 0) entry += ']';
      append_integer(entry, code->cid);
      entry += '[';
    }
    append_fixed(entry, code->width, 2);
    entry += ' ';
    next = code->cid + 1;
  }
  return entry += codes.empty() ? "]\n" : "]]\n";
}

std::string glyph_map(const Codes& codes, const Glyphs& glyphs, const Glyphs& new_ids) {
  std::string map(codes.empty() ? 0 : 2 * (codes.back()->cid + std::size_t{1}), '\0');
  for (const Code* code : codes) {
    const auto at = std::ranges::lower_bound(glyphs, code->glyph) - glyphs.begin();
    const text::GlyphId glyph = new_ids[static_cast<std::size_t>(at)];
    map[2 * std::size_t{code->cid}] = static_cast<char>(glyph >> 8);
    map[2 * std::size_t{code->cid} + 1] = static_cast<char>(glyph & 0xFF);
  }
  return map;
}

Object add_descriptor(const text::Face& face, const std::string& name, const FontProgram& program,
                      ObjectStore& objects) {
  constexpr int kSymbolic = 4, kItalic = 64;
  const text::FaceMetrics& metrics = face.metrics();
  const auto thousandths = [&](int units) {
    return std::lround(1000.0 * units / metrics.units_per_em);
  };
  Object file = objects.add_borrowed_stream(program.deflated)
                    .raw("/Filter/FlateDecode\n")
                    .integer("Length1", static_cast<std::int64_t>(program.length));
  std::string bounds = "/FontBBox[";
  for (const int side : metrics.bounds) {
    append_integer(bounds, thousandths(side));
    bounds += ' ';
  }
  return objects.add_dictionary()
      .name("Type", "FontDescriptor")
      .name("FontName", name)
      .integer("Flags", kSymbolic | (metrics.italic_angle != 0 ? kItalic : 0))
      .integer("ItalicAngle", std::lround(metrics.italic_angle))
      .integer("Ascent", thousandths(metrics.ascender))
      .integer("Descent", thousandths(metrics.descender))
      .integer("CapHeight", thousandths(metrics.cap_height))
      .integer("StemV", 80)  // asked for (table 122) but only used when a program is missing
      .reference("FontFile2", file)
      .raw(bounds += "]\n");
}

}  // namespace

Object add_font(const DocumentFont& font, ObjectStore& objects, WriterCache& cache) {
  const Codes codes = font.codes();
  const Glyphs glyphs = glyphs_of(codes, font.face());
  const FontProgram* program = cache.font_program(font.face(), glyphs);
  if (program == nullptr) return {};
  const std::string name = subset_name(font.face(), glyphs);
  Object descendant =
      objects.add_dictionary()
          .name("Type", "Font")
          .name("Subtype", "CIDFontType2")
          .name("BaseFont", name)
          .reference("FontDescriptor", add_descriptor(font.face(), name, *program, objects))
          .reference("CIDToGIDMap",
                     add_deflated(glyph_map(codes, glyphs, program->new_ids), objects, cache))
          .raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\n")
          .raw(widths(codes));
  return objects.add_dictionary()
      .name("Type", "Font")
      .name("Subtype", "Type0")
      .name("BaseFont", name)
      .name("Encoding", "Identity-H")
      .reference("ToUnicode", add_deflated(to_unicode(codes), objects, cache))
      .raw("/DescendantFonts[" + descendant.reference() + "]\n");
}

}  // namespace sheaf::render::pdf
