#include <utility>

#include <fmt/format.h>

#include "layout/layout.hpp"

namespace sheaf::layout {
namespace {

/// Decodes one picture after another, until they are too many pixels together.
class Reader {
 public:
  Reader(Diagnostics& diagnostics, std::uint64_t most) : diagnostics_(diagnostics), left_(most) {}

  std::unique_ptr<image::Picture> read(const std::string& bytes, const Path& path,
                                       SourceId source) {
    if (is_full_) return nullptr;
    auto picture = image::read_picture(bytes);
    if (!picture) {
      diagnostics_.error("image-unreadable", source,
                         fmt::format("The image \"{}\" cannot be used: {}",
                                     path.filename().string(), picture.error().reason),
                         picture.error().help);
      return nullptr;
    }
    if (!has_room(*picture, source)) return nullptr;
    return std::make_unique<image::Picture>(std::move(*picture));
  }

 private:
  /// A JPEG is kept as the file it is.
  bool has_room(const image::Picture& picture, SourceId source) {
    if (picture.kind == image::PictureKind::Jpeg) return true;
    const auto pixels = std::uint64_t{picture.width} * picture.height;
    is_full_ = pixels > left_;
    left_ -= is_full_ ? 0 : pixels;
    if (!is_full_) return true;
    diagnostics_.error("images-too-large", source,
                       "With this image, the PNG images of the report have more than 100 million "
                       "pixels together",
                       "Make the images smaller; for a full page, 2500 by 3500 pixels are plenty");
    return false;
  }

  Diagnostics& diagnostics_;
  std::uint64_t left_;
  bool is_full_ = false;
};

}  // namespace

Pictures read_pictures(const model::Document& document, const model::Theme& theme,
                       Diagnostics& diagnostics, std::uint64_t most_pixels) {
  Pictures pictures(document.assets.size() + 1);
  Reader reader(diagnostics, most_pixels);
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    const model::Element& element = document.elements[i];
    if (element.asset < 0) continue;
    const auto index = static_cast<std::size_t>(element.asset);
    const model::Asset& asset = document.assets[index];
    if (!pictures[index]) {
      const SectionScope scope(diagnostics,
                               document.section_of(static_cast<model::StructureId>(i)));
      pictures[index] = reader.read(asset.bytes, asset.path, asset.source);
    }
  }
  if (!theme.logo.bytes.empty()) {
    pictures.back() = reader.read(theme.logo.bytes, theme.logo.file, theme.source);
  }
  return pictures;
}

}  // namespace sheaf::layout
