#pragma once
// What the writer keeps between documents. Nothing here changes a single byte of a document: only
// results of pure functions are kept, under everything they depend on.

#include <map>
#include <string>
#include <vector>

#include "base/fingerprint.hpp"
#include "image/picture.hpp"
#include "render/pdf/deflate.hpp"
#include "render/pdf/object_store.hpp"
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
  /// Between documents only: forgets fonts and images once they have grown beyond 32 MB, and other
  /// streams beyond 8 MB.
  void trim();

  /// `glyphs` ascending. nullptr when the face's tables are damaged. Lives until trim().
  const FontProgram* font_program(const text::Face& face, const std::vector<text::GlyphId>& glyphs);
  const ImageData& image_data(const image::Picture& picture);
  /// The sRGB profile, deflated.
  const std::string& colour_profile();
  /// For what is mostly new in every document, though some pages stay as they are: quick, a third
  /// of the time for a fortieth more bytes. Lives until trim().
  const std::string& deflated(std::string_view bytes);

 private:
  using FontKey = std::pair<std::string, std::vector<text::GlyphId>>;

  Deflater quick_{1}, thorough_{6};
  std::map<FontKey, FontProgram> fonts_;
  std::map<Fingerprint, ImageData> images_;  // of the samples, which are too large for a key
  std::map<Fingerprint, std::string> streams_;
  std::string profile_;
  std::size_t bytes_ = 0, stream_bytes_ = 0;
};

/// A stream of `bytes`, deflated unless they are so few that it is not worth while. The cache
/// outlives the objects.
Object add_deflated(std::string bytes, ObjectStore& objects, WriterCache& cache);

}  // namespace sheaf::render::pdf
