#pragma once
// What the writer keeps between documents. Nothing here changes a single byte of a document: only
// results of pure functions are kept, under everything they depend on.

#include <map>
#include <string>
#include <vector>

#include "base/fingerprint.hpp"
#include "image/picture.hpp"
#include "render/pdf/deflate.hpp"
#include "render/pdf/pdf_writer.hpp"
#include "text/face.hpp"

namespace sheaf::render::pdf {

/// A deflated subset of a face.
struct FontProgram {
  std::string deflated;
  std::size_t length = 0;              // before deflating
  std::vector<text::GlyphId> new_ids;  // of the glyphs it was made for, in their order
};

/// Deflated samples of a PNG.
struct ImageData {
  std::string pixels, alpha;
};

class WriterCache {
 public:
  /// Between documents only: forgets everything once it has grown beyond 32 MB.
  void trim();

  /// `glyphs` ascending. nullptr when the face's tables are damaged. Lives until trim().
  const FontProgram* font_program(const text::Face& face, const std::vector<text::GlyphId>& glyphs);
  const ImageData& image_data(const image::Picture& picture);
  /// The sRGB profile, deflated.
  const std::string& colour_profile();
  /// For what is deflated anew for every document: a third of the time for a fortieth more bytes.
  Deflater& quick_deflater() { return quick_; }

 private:
  using FontKey = std::pair<std::string, std::vector<text::GlyphId>>;

  Deflater quick_{1}, thorough_{6};
  std::map<FontKey, FontProgram> fonts_;
  std::map<Fingerprint, ImageData> images_;  // of the samples, which are too large for a key
  std::string profile_;
  std::size_t bytes_ = 0;
};

}  // namespace sheaf::render::pdf
