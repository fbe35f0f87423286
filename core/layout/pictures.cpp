#include <utility>

#include <fmt/format.h>

#include "layout/layout.hpp"

namespace sheaf::layout {
namespace {

std::unique_ptr<image::Picture> read(const std::string& bytes, const Path& path, SourceId source,
                                     Diagnostics& diagnostics) {
  auto picture = image::read_picture(bytes);
  if (picture) return std::make_unique<image::Picture>(std::move(*picture));
  diagnostics.error("image-unreadable", source,
                    fmt::format("The image \"{}\" cannot be used: {}", path.filename().string(),
                                picture.error().reason),
                    picture.error().help);
  return nullptr;
}

}  // namespace

Pictures read_pictures(const model::Document& document, const model::Theme& theme,
                       Diagnostics& diagnostics) {
  Pictures pictures(document.assets.size() + 1);
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    const model::Element& element = document.elements[i];
    if (element.asset < 0) continue;
    const auto index = static_cast<std::size_t>(element.asset);
    const model::Asset& asset = document.assets[index];
    if (!pictures[index]) {
      const SectionScope scope(diagnostics, document.section_of(static_cast<model::StructureId>(i)));
      pictures[index] = read(asset.bytes, asset.path, asset.source, diagnostics);
    }
  }
  if (!theme.logo.bytes.empty()) {
    pictures.back() = read(theme.logo.bytes, theme.logo.file, theme.source, diagnostics);
  }
  return pictures;
}

}  // namespace sheaf::layout
