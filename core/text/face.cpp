#include "text/face.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>

namespace sheaf::text {
namespace {

/// A table of a face, for as long as it lives.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    bytes_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_, &size_));
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  bool empty() const { return size_ == 0; }
  /// Big-endian, as all of OpenType; 0 beyond the table's end.
  std::uint16_t at(unsigned offset) const {
    if (offset + 2 > size_) return 0;
    return static_cast<std::uint16_t>(bytes_[offset] << 8 | bytes_[offset + 1]);
  }

 private:
  hb_blob_t* blob_;
  const unsigned char* bytes_;
  unsigned size_ = 0;
};

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
  hb_position_t value = 0;
  hb_ot_metrics_get_position_with_fallback(font, tag, &value);
  return value;
}

FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font) {
  FaceMetrics m;
  m.units_per_em = static_cast<int>(hb_face_get_upem(face));
  m.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  m.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  m.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
  m.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
  m.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
  m.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE);
  m.italic_angle = static_cast<double>(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE));
  const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
  for (unsigned i = 0; i < 4; ++i) {
    m.bounds[i] = static_cast<std::int16_t>(head.at(36 + 2 * i));
  }
  return m;
}

/// OS/2 fsType: 2 alone forbids embedding, 0x100 subsetting, 0x200 outlines (OpenType, OS/2).
bool embedding_allowed(hb_face_t* face) {
  const std::uint16_t rights = Table(face, HB_TAG('O', 'S', '/', '2')).at(8);
  return (rights & 0x000F) != 0x0002 && (rights & 0x0300) == 0;
}

std::string read_postscript_name(hb_face_t* face) {
  char name[128] = "";
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  return {name, std::min<std::size_t>(size, sizeof name - 1)};
}

tl::unexpected<FileProblem> cannot_open(const Path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return tl::unexpected<FileProblem>({FileError::NotFound, "the file is not there"});
  }
  return tl::unexpected<FileProblem>({FileError::NotReadable, "the file cannot be read"});
}

}  // namespace

FileResult<std::unique_ptr<Face>> Face::open(const Path& path) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (!blob) return cannot_open(path);
  std::unique_ptr<Face> made(new Face);
  made->face_ = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  made->font_ = hb_font_create(made->face_);
  made->advances_ = hb_face_reference_table(made->face_, HB_TAG('h', 'm', 't', 'x'));
  made->glyph_count_ = hb_face_get_glyph_count(made->face_);
  const unsigned records = hb_blob_get_length(made->advances_) / 4;
  made->advance_count_ = Table(made->face_, HB_TAG('h', 'h', 'e', 'a')).at(34);
  made->advance_count_ = std::min<std::uint32_t>(made->advance_count_, records);
  if (made->glyph_count_ == 0 || made->advance_count_ == 0) {
    return tl::unexpected<FileProblem>({FileError::Other, "the file is not an outline font"});
  }
  made->path_ = path;
  made->postscript_name_ = read_postscript_name(made->face_);
  made->metrics_ = read_metrics(made->face_, made->font_);
  made->is_cff_ = !Table(made->face_, HB_TAG('C', 'F', 'F', ' ')).empty();
  made->may_embed_ = embedding_allowed(made->face_);
  hb_face_make_immutable(made->face_);
  hb_font_make_immutable(made->font_);
  made->space_ = made->nominal_glyph(U' ');
  return made;
}

Face::~Face() {
  hb_blob_destroy(advances_);
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

GlyphId Face::nominal_glyph(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, code_point, &glyph) ? glyph : 0;
}

int Face::advance(GlyphId glyph) const {
  const auto* records =
      reinterpret_cast<const unsigned char*>(hb_blob_get_data(advances_, nullptr));
  const auto* record = records + std::size_t{4} * std::min(glyph, advance_count_ - 1);
  return record[0] << 8 | record[1];
}

}  // namespace sheaf::text
