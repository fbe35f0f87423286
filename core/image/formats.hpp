#pragma once
// The two formats behind read_picture. Internal to image/.

#include "image/picture.hpp"

namespace sheaf::image {

PictureResult read_png(std::string_view bytes);
PictureResult read_jpeg(std::string_view bytes);
std::uint64_t decoded_size_of_png(std::string_view bytes);

/// A problem, if a picture of this size has one.
tl::expected<void, PictureProblem> check_size(std::uint32_t width, std::uint32_t height);

tl::unexpected<PictureProblem> problem(std::string reason, std::string help);
tl::unexpected<PictureProblem> ends_early();
tl::unexpected<PictureProblem> damaged();

}  // namespace sheaf::image
