// Any bytes as a picture: as many pixels as it says, or a reason.

#include "fuzzing.hpp"
#include "image/picture.hpp"

using namespace sheaf;

namespace {

/// A PNG that says it is large costs memory only, and time in which nothing is learnt.
bool is_large_png(std::string_view bytes) {
  if (bytes.size() < 24 || bytes[0] != '\x89') return false;
  return bytes[16] || bytes[17] || bytes[20] || bytes[21] ||
         static_cast<unsigned char>(bytes[18]) > 3 || static_cast<unsigned char>(bytes[22]) > 3;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = test::bytes_of(data, size);
  if (is_large_png(bytes)) return 0;
  const auto picture = image::read_picture(bytes);
  if (!picture) {
    test::require(!picture.error().reason.empty() && !picture.error().help.empty());
    return 0;
  }
  test::require(picture->width > 0 && picture->height > 0);
  if (picture->kind != image::PictureKind::Png) return 0;
  const std::size_t pixels = std::size_t{picture->width} * picture->height;
  const std::size_t channels = picture->format == image::PixelFormat::Grey ? 1 : 3;
  test::require(picture->pixels.size() == pixels * channels);
  test::require(picture->alpha.empty() || picture->alpha.size() == pixels);
  return 0;
}
