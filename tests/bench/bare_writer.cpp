#include "bare_writer.hpp"

#include <hpdf.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

namespace sheaf::bench {
namespace {

struct BareFont {
  std::vector<text::GlyphId> glyphs;
  const render::pdf::FontProgram* program = nullptr;
  std::vector<text::GlyphId> new_ids;  // by old id
  HPDF_Dict dictionary = nullptr;
};

class BareWriter {
 public:
  BareWriter(const page::CollectingSink& pages, render::pdf::WriterCache& cache)
      : pages_(pages), cache_(cache), pdf_(HPDF_New(nullptr, nullptr)) {
    HPDF_SetCompressionMode(pdf_, HPDF_COMP_ALL);
  }
  ~BareWriter() { HPDF_Free(pdf_); }
  BareWriter(const BareWriter&) = delete;
  BareWriter& operator=(const BareWriter&) = delete;

  std::string write() {
    collect_glyphs();
    for (auto& [face, font] : fonts_) embed(*face, font);
    for (std::size_t at = 0; at < pages_.pages.size(); ++at) write_page(at);
    return save();
  }

 private:
  void collect_glyphs() {
    std::map<const text::Face*, std::set<text::GlyphId>> used;
    const auto collect = [&](const std::vector<page::Item>& items) {
      for (const page::Item& item : items) {
        const auto* run = std::get_if<page::GlyphRun>(&item);
        if (run == nullptr) continue;
        std::set<text::GlyphId>& glyphs = used[run->face];
        for (const page::Piece& piece : run->pieces) {
          for (const text::Glyph& glyph : piece.word->glyphs) glyphs.insert(glyph.id);
        }
      }
    };
    for (const page::Page& page : pages_.pages) collect(page.items);
    for (const page::Furniture& furniture : pages_.furnitures) collect(furniture.items);
    for (auto& [face, glyphs] : used) {
      BareFont& font = fonts_[face];
      font.glyphs.assign(glyphs.begin(), glyphs.end());
      font.program = cache_.font_program(*face, font.glyphs);
      font.new_ids.resize(face->glyph_count());
      for (std::size_t at = 0; at < font.glyphs.size(); ++at) {
        font.new_ids[font.glyphs[at]] = font.program->new_ids[at];
      }
    }
  }

  void embed(const text::Face& face, BareFont& font) {
    HPDF_Dict file = HPDF_DictStream_New(pdf_->mmgr, pdf_->xref);
    HPDF_Stream_Write(file->stream,
                      reinterpret_cast<const HPDF_BYTE*>(font.program->deflated.data()),
                      static_cast<HPDF_UINT>(font.program->deflated.size()));
    file->write_fn = [](HPDF_Dict, HPDF_Stream out) {
      return HPDF_Stream_WriteStr(out, "/Filter/FlateDecode\n");
    };
    HPDF_Dict_AddNumber(file, "Length1", static_cast<HPDF_INT32>(font.program->length));
    HPDF_Dict descriptor = indirect();
    HPDF_Dict_AddName(descriptor, "Type", "FontDescriptor");
    HPDF_Dict_AddName(descriptor, "FontName", "Bare");
    HPDF_Dict_AddNumber(descriptor, "Flags", 4);
    HPDF_Dict_Add(descriptor, "FontFile2", file);
    HPDF_Dict descendant = indirect();
    HPDF_Dict_AddName(descendant, "Type", "Font");
    HPDF_Dict_AddName(descendant, "Subtype", "CIDFontType2");
    HPDF_Dict_AddName(descendant, "BaseFont", "Bare");
    HPDF_Dict_AddName(descendant, "CIDToGIDMap", "Identity");
    HPDF_Dict_Add(descendant, "FontDescriptor", descriptor);
    HPDF_Dict_Add(descendant, "W", widths(face, font));
    HPDF_Array descendants = HPDF_Array_New(pdf_->mmgr);
    HPDF_Array_Add(descendants, descendant);
    font.dictionary = indirect();
    HPDF_Dict_AddName(font.dictionary, "Type", "Font");
    HPDF_Dict_AddName(font.dictionary, "Subtype", "Type0");
    HPDF_Dict_AddName(font.dictionary, "BaseFont", "Bare");
    HPDF_Dict_AddName(font.dictionary, "Encoding", "Identity-H");
    HPDF_Dict_Add(font.dictionary, "DescendantFonts", descendants);
    font.dictionary->header.obj_class |= HPDF_OSUBCLASS_FONT;
  }

  HPDF_Array widths(const text::Face& face, const BareFont& font) {
    HPDF_Array all = HPDF_Array_New(pdf_->mmgr);
    for (const text::GlyphId glyph : font.glyphs) {
      HPDF_Array width = HPDF_Array_New(pdf_->mmgr);
      HPDF_Array_AddNumber(width, thousandths(face, face.advance(glyph)));
      HPDF_Array_AddNumber(all, static_cast<HPDF_INT32>(font.new_ids[glyph]));
      HPDF_Array_Add(all, width);
    }
    return all;
  }

  HPDF_Dict indirect() {
    HPDF_Dict dictionary = HPDF_Dict_New(pdf_->mmgr);
    HPDF_Xref_Add(pdf_->xref, dictionary);
    return dictionary;
  }

  static HPDF_INT32 thousandths(const text::Face& face, std::int64_t units) {
    return static_cast<HPDF_INT32>(
        std::lround(1000.0 * static_cast<double>(units) / face.metrics().units_per_em));
  }

  void write_page(std::size_t at) {
    const page::Page& page = pages_.pages[at];
    page_ = HPDF_AddPage(pdf_);
    HPDF_Page_SetWidth(page_, static_cast<HPDF_REAL>(page.size.width.points()));
    HPDF_Page_SetHeight(page_, static_cast<HPDF_REAL>(page.size.height.points()));
    out_ = static_cast<HPDF_PageAttr>(page_->attr)->stream;
    height_ = page.size.height.points();
    write_items(page.items);
    if (at < pages_.furnitures.size()) write_items(pages_.furnitures[at].items);
  }

  void write_items(const std::vector<page::Item>& items) {
    for (const page::Item& item : items) {
      if (const auto* run = std::get_if<page::GlyphRun>(&item)) write_run(*run);
      if (const auto* path = std::get_if<page::Path>(&item)) write_path(*path);
    }
  }

  template <class... Arguments>
  void print(const char* format, Arguments... arguments) {
    char line[160];
    std::snprintf(line, sizeof line, format, arguments...);
    HPDF_Stream_WriteStr(out_, line);
  }

  void print_colour(Colour colour, const char* operation) {
    print("%.3g %.3g %.3g %s\n", colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
          operation);
  }

  void write_run(const page::GlyphRun& run) {
    BareFont& font = fonts_[run.face];
    print_colour(run.colour, "rg");
    print("BT /%s %g Tf\n", HPDF_Page_GetLocalFontName(page_, font.dictionary), run.size.points());
    for (const page::Piece& piece : run.pieces) {
      print("1 0 0 1 %.2f %.2f Tm [<", run.origin.x.points() + piece.x.points(),
            height_ - run.origin.y.points());
      for (const text::Glyph& glyph : piece.word->glyphs) {
        print("%04X", font.new_ids[glyph.id]);
        const int kern = run.face->advance(glyph.id) - glyph.advance;
        if (kern != 0) print(">%d<", thousandths(*run.face, kern));
      }
      print(">]TJ\n");
    }
    print("ET\n");
  }

  void write_path(const page::Path& path) {
    if (path.fill) print_colour(*path.fill, "rg");
    if (path.stroke) print_colour(*path.stroke, "RG");
    for (const page::PathStep& step : path.steps) write_step(step);
    print(path.fill ? "f\n" : "S\n");
  }

  void write_step(const page::PathStep& step) {
    using Verb = page::PathStep::Verb;
    const auto place = [&](Point point) {
      print("%.2f %.2f ", point.x.points(), height_ - point.y.points());
    };
    if (step.verb == Verb::Close) return print("h\n");
    place(step.a);
    if (step.verb == Verb::Rectangle) {
      return print("%.2f %.2f re\n", (step.b.x - step.a.x).points(),
                   (step.a.y - step.b.y).points());
    }
    if (step.verb == Verb::Curve) place(step.b), place(step.c);
    print(step.verb == Verb::Move ? "m\n" : step.verb == Verb::Line ? "l\n" : "c\n");
  }

  std::string save() {
    HPDF_SaveToStream(pdf_);
    std::string file;
    for (HPDF_UINT at = 0; at < HPDF_MemStream_GetBufCount(pdf_->stream); ++at) {
      HPDF_UINT size = 0;
      const HPDF_BYTE* bytes = HPDF_MemStream_GetBufPtr(pdf_->stream, at, &size);
      file.append(reinterpret_cast<const char*>(bytes), size);
    }
    return file;
  }

  const page::CollectingSink& pages_;
  render::pdf::WriterCache& cache_;
  HPDF_Doc pdf_;
  std::map<const text::Face*, BareFont> fonts_;
  HPDF_Page page_ = nullptr;
  HPDF_Stream out_ = nullptr;
  double height_ = 0;
};

}  // namespace

std::string write_bare(const page::CollectingSink& pages, render::pdf::WriterCache& cache) {
  return BareWriter(pages, cache).write();
}

}  // namespace sheaf::bench
