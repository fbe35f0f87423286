#include <utility>

#include <fmt/format.h>

#include "layout/layout.hpp"

namespace sheaf::layout {
namespace {

/// A picture that a figure or the page's head uses. Borrowed from document and theme.
struct Used {
  std::size_t index;  // in Pictures
  std::string_view bytes;
  const Path& file;
  SourceId source;
  SectionContext section;
};

std::vector<Used> used_pictures(const model::Document& document, const model::Theme& theme) {
  std::vector<Used> used;
  std::vector<bool> is_known(document.assets.size());
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    const model::Element& element = document.elements[i];
    if (element.asset < 0) continue;
    const auto index = static_cast<std::size_t>(element.asset);
    if (is_known[index]) continue;
    is_known[index] = true;
    const model::Asset& asset = document.assets[index];
    used.push_back({index, asset.bytes, asset.path, asset.source,
                    document.section_of(static_cast<model::StructureId>(i))});
  }
  if (!theme.logo.bytes.empty()) {
    used.push_back({document.assets.size(), theme.logo.bytes, theme.logo.file, theme.source, {}});
  }
  return used;
}

/// Before the first is decoded: what a header promises costs nothing yet.
bool have_room(const std::vector<Used>& pictures, std::uint64_t left, Diagnostics& diagnostics) {
  for (const Used& one : pictures) {
    const std::uint64_t size = image::decoded_size(one.bytes) + 3 * one.bytes.size();
    if (size > left) {
      const SectionScope scope(diagnostics, one.section);
      diagnostics.error("images-too-large", one.source,
                        "With this image, the images of the report take more than 150 MB of memory",
                        "Make the images smaller, or save photographs as JPEG; for a full page, "
                        "2500 by 3500 pixels are plenty");
      return false;
    }
    left -= size;
  }
  return true;
}

std::unique_ptr<image::Picture> decoded(const Used& one, Diagnostics& diagnostics) {
  auto picture = image::read_picture(one.bytes);
  if (picture) return std::make_unique<image::Picture>(std::move(*picture));
  const SectionScope scope(diagnostics, one.section);
  diagnostics.error("image-unreadable", one.source,
                    fmt::format("The image \"{}\" cannot be used: {}", one.file.filename().string(),
                                picture.error().reason),
                    picture.error().help);
  return nullptr;
}

}  // namespace

Pictures read_pictures(const model::Document& document, const model::Theme& theme,
                       Diagnostics& diagnostics, std::uint64_t most_bytes) {
  Pictures pictures(document.assets.size() + 1);
  const std::vector<Used> used = used_pictures(document, theme);
  if (!have_room(used, most_bytes, diagnostics)) return pictures;
  for (const Used& one : used) pictures[one.index] = decoded(one, diagnostics);
  return pictures;
}

}  // namespace sheaf::layout
