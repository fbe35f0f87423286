#include "render/pdf/resources.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/pdf/font_object.hpp"
#include "render/pdf/image_object.hpp"

namespace sheaf::render::pdf {

Resources::Resources(ObjectStore& objects, WriterCache& cache, Diagnostics& diagnostics)
    : objects_(objects),
      cache_(cache),
      diagnostics_(diagnostics),
      dictionary_(objects.add_dictionary()) {}

DocumentFont* Resources::font(const text::Face& face, SourceId used_at) {
  for (const auto& font : fonts_) {
    if (&font->face() == &face) return font.get();
  }
  if (!face.may_embed() || face.is_cff()) {
    refuse(face, used_at);
    return nullptr;
  }
  fonts_.push_back(std::make_unique<DocumentFont>(face, static_cast<int>(fonts_.size()) + 1));
  return fonts_.back().get();
}

void Resources::refuse(const text::Face& face, SourceId used_at) {
  complete_ = false;
  if (std::ranges::find(refused_, &face) != refused_.end()) return;
  refused_.push_back(&face);
  const std::string& name = face.postscript_name();
  if (!face.may_embed()) {
    diagnostics_.error("font-licence", used_at,
                       fmt::format("The licence of the font {} forbids embedding it", name),
                       "Choose another family in the theme");
    return;
  }
  diagnostics_.error(
      "font-format", used_at,
      fmt::format("The font {} has PostScript outlines, which cannot be embedded yet", name),
      "Install the family's TrueType files (.ttf), or choose another family in the theme");
}

int Resources::picture(const image::Picture& picture) {
  const auto known = std::ranges::find(pictures_, &picture);
  const auto index = known - pictures_.begin();
  if (known == pictures_.end()) pictures_.push_back(&picture);
  return static_cast<int>(index) + 1;
}

void Resources::write() {
  std::string entries = "/Font<<";
  for (const auto& font : fonts_) {
    const Object object = add_font(*font, objects_, cache_);
    entries += fmt::format("/F{} {} ", font->resource(), object.reference());
    if (object && !font->is_incomplete()) continue;
    complete_ = false;
    diagnostics_.error("font-damaged", {},
                       fmt::format("The font file {} is damaged", font->face().path().string()),
                       "Install the font again");
  }
  entries += ">>\n/XObject<<";
  for (std::size_t at = 0; at < pictures_.size(); ++at) {
    const Object object = add_image(*pictures_[at], objects_, cache_);
    entries += fmt::format("/I{} {} ", at + 1, object.reference());
  }
  dictionary_.raw(entries += ">>\n");
}

}  // namespace sheaf::render::pdf
