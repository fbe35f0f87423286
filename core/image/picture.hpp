#pragma once
// Pictures: PNG decoded by our own libpng code, JPEG validated and passed through.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace sheaf::image {

enum class PictureKind : std::uint8_t { Png, Jpeg };
enum class PixelFormat : std::uint8_t { Grey, Rgb };

/// A picture ready to be placed. PNG: 8 bits a channel, rows top to bottom without padding, and an
/// alpha plane when any pixel is not opaque. JPEG: the file as it was up to the end of the image,
/// less its comments and camera data (which may tell where a photograph was taken).
struct Picture {
  PictureKind kind = PictureKind::Png;
  PixelFormat format = PixelFormat::Rgb;
  std::uint32_t width = 0, height = 0;  // pixels
  double dots_per_inch = 0;             // a whole number; 0 when the file does not say
  std::string pixels;                   // PNG: width * height * (1 or 3) bytes; JPEG: the file
  std::string alpha;                    // PNG: width * height bytes, or empty
};

/// One sentence each, for a message: "the file ends in the middle of the picture".
struct PictureProblem {
  std::string reason;
  std::string help;
};

using PictureResult = tl::expected<Picture, PictureProblem>;

/// Decides by the first bytes, not by a file's name. Refuses CMYK, turned (EXIF) and damaged files,
/// and more than 50 megapixels before anything of that size is allocated. 16-bit channels are
/// rounded to 8, palettes and transparency expanded; gamma and profiles are ignored. Any thread.
PictureResult read_picture(std::string_view bytes);

/// How many bytes of pixels read_picture() would make of it, or read on its way, by its header
/// alone. 0 for a JPEG, which is kept as the file it is, and where there is no sound header.
std::uint64_t decoded_size(std::string_view bytes);

}  // namespace sheaf::image
