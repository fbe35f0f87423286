#include "image/picture.hpp"

#include <fmt/format.h>

#include "image/formats.hpp"

namespace sheaf::image {
namespace {

constexpr std::uint64_t kMostPixels = 50'000'000;
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kJpegSignature = "\xFF\xD8\xFF";
constexpr const char* kSaveAgain = "Save or export the picture again, and check that it opens";

}  // namespace

tl::unexpected<PictureProblem> problem(std::string reason, std::string help) {
  return tl::unexpected<PictureProblem>({std::move(reason), std::move(help)});
}

tl::unexpected<PictureProblem> ends_early() {
  return problem("the file ends in the middle of the picture",
                 "Copy or export the file again; it was probably cut off on its way");
}

tl::unexpected<PictureProblem> damaged() { return problem("the file is damaged", kSaveAgain); }

tl::expected<void, PictureProblem> check_size(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return problem("the picture has no pixels", kSaveAgain);
  const std::uint64_t pixels = std::uint64_t{width} * height;
  if (pixels <= kMostPixels) return {};
  return problem(fmt::format("the picture has {} by {} pixels, and 50 million is the most that is "
                             "accepted",
                             width, height),
                 "Make it smaller; for a full page, 2500 by 3500 pixels are plenty");
}

PictureResult read_picture(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) return read_png(bytes);
  if (bytes.starts_with(kJpegSignature)) return read_jpeg(bytes);
  if (bytes.empty()) return problem("the file is empty", kSaveAgain);
  if (kPngSignature.starts_with(bytes) || kJpegSignature.starts_with(bytes)) return ends_early();
  return problem("the file is neither PNG nor JPEG", "Export the picture as PNG or JPEG");
}

std::uint64_t decoded_size(std::string_view bytes) {
  return bytes.starts_with(kPngSignature) ? decoded_size_of_png(bytes) : 0;
}

}  // namespace sheaf::image
