#pragma once
// One font face: opened once, immutable, shared by documents and threads.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "base/units.hpp"

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace sheaf::text {

using GlyphId = std::uint32_t;

/// Distances in font units; multiply by size / units_per_em.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascender = 0, descender = 0;  // descender is negative
  int cap_height = 0, x_height = 0;
  int underline_position = 0, underline_thickness = 0;
  double italic_angle = 0;
  std::array<int, 4> bounds{};  // xMin yMin xMax yMax
};

class Face {
 public:
  /// Opens face 0 of a TrueType or OpenType file. The file is mapped, not copied.
  static FileResult<std::unique_ptr<Face>> open(const Path& path);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const Path& path() const { return path_; }
  const std::string& postscript_name() const { return postscript_name_; }
  const FaceMetrics& metrics() const { return metrics_; }
  bool is_cff() const { return is_cff_; }
  /// OS/2 fsType allows embedding and subsetting.
  bool may_embed() const { return may_embed_; }
  std::uint32_t glyph_count() const { return glyph_count_; }
  /// 0 when the face has no glyph for it.
  GlyphId nominal_glyph(char32_t code_point) const;
  /// In font units, read from the mapped `hmtx` table.
  int advance(GlyphId glyph) const;
  /// The glyph of U+0020; 0 when there is none.
  GlyphId space() const { return space_; }

  hb_face_t* hb_face() const { return face_; }
  hb_font_t* hb_font() const { return font_; }

 private:
  Face() = default;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  hb_blob_t* advances_ = nullptr;  // the hmtx table
  Path path_;
  std::string postscript_name_;
  FaceMetrics metrics_;
  bool is_cff_ = false, may_embed_ = true;
  std::uint32_t glyph_count_ = 0;
  std::uint32_t advance_count_ = 0;  // glyphs beyond it repeat the last one (OpenType, hmtx)
  GlyphId space_ = 0;
};

/// `units` of a face's em, at a type size.
inline Length at_size(std::int64_t units, const Face& face, Length size) {
  return scaled(size, units, face.metrics().units_per_em);
}

}  // namespace sheaf::text
