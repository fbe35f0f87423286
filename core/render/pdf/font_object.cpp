#include "render/pdf/font_object.hpp"

#include <algorithm>
#include <cmath>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

using Glyphs = std::vector<text::GlyphId>;

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

Glyphs glyphs_of(const DocumentFont& font) {
  Glyphs glyphs;
  for (std::size_t code = 1; code < font.codes().size(); ++code) {
    glyphs.push_back(font.codes()[code].glyph);
  }
  sort_without_repeats(glyphs);
  complete_alphabets(glyphs, font.face());
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
std::string to_unicode(const DocumentFont& font) {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  const auto& codes = font.codes();
  for (std::size_t code = 1; code < codes.size(); ++code) {
    if (code % 100 == 1) {
      append_integer(cmap,
                     static_cast<std::int64_t>(std::min<std::size_t>(100, codes.size() - code)));
      cmap += " beginbfchar\n";
    }
    append_hex_code(cmap, code);
    cmap += " <";
    append_utf16_hex(cmap, codes[code].text);
    cmap += ">\n";
    if (code % 100 == 0 || code + 1 == codes.size()) cmap += "endbfchar\n";
  }
  return cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string widths(const DocumentFont& font) {
  std::string entry = "/W[1[";
  for (std::size_t code = 1; code < font.codes().size(); ++code) {
    append_fixed(entry, font.codes()[code].width, 2);
    entry += ' ';
  }
  return entry += "]]\n";
}

std::string glyph_map(const DocumentFont& font, const Glyphs& glyphs, const Glyphs& new_ids) {
  std::string map(2 * font.codes().size(), '\0');
  for (std::size_t code = 1; code < font.codes().size(); ++code) {
    const auto at = std::ranges::lower_bound(glyphs, font.codes()[code].glyph) - glyphs.begin();
    const text::GlyphId glyph = new_ids[static_cast<std::size_t>(at)];
    map[2 * code] = static_cast<char>(glyph >> 8);
    map[2 * code + 1] = static_cast<char>(glyph & 0xFF);
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
  const Glyphs glyphs = glyphs_of(font);
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
                     add_deflated(glyph_map(font, glyphs, program->new_ids), objects, cache))
          .raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\n")
          .raw(widths(font));
  return objects.add_dictionary()
      .name("Type", "Font")
      .name("Subtype", "Type0")
      .name("BaseFont", name)
      .name("Encoding", "Identity-H")
      .reference("ToUnicode", add_deflated(to_unicode(font), objects, cache))
      .raw("/DescendantFonts[" + descendant.reference() + "]\n");
}

}  // namespace sheaf::render::pdf
