#include "text/shop.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text_distance.hpp"
#include "base/typed_place.hpp"
#include "text/face_store.hpp"
#include "text/shop_impl.hpp"

namespace sheaf::text {
namespace {

constexpr std::size_t kWeights = 3, kSlants = 2;

std::size_t slot(std::uint8_t stack, model::Weight weight, model::Slant slant) {
  return (stack * kWeights + static_cast<std::size_t>(weight)) * kSlants +
         static_cast<std::size_t>(slant);
}

std::string help_for(std::string_view family, const FontIndex& index) {
  const std::vector<std::string_view> known = index.families();
  const auto likely = nearest(family, known);
  const std::string question = likely ? fmt::format("Did you mean \"{}\"? ", *likely) : "";
  return question +
         "Install the font, or name another in the theme; \"sheaf fonts\" lists those that are "
         "there";
}

/// Where the theme names a family: names before it may begin as it does, as "Noto Sans Arabic".
SourceId place_of(const std::string& family, const model::FontStack& stack,
                  const SourceMap* sources) {
  constexpr std::size_t reach = 4'000;
  if (!sources) return stack.source;
  const auto at = std::ranges::find(stack.families, family);
  const auto same = std::count_if(stack.families.begin(), at, [&](const std::string& other) {
    return other.find(family) != other.npos;
  });
  return typed_place(*sources, stack.source,
                     {.words = family, .skip = static_cast<std::size_t>(same), .reach = reach});
}

}  // namespace

FaceList& Shop::Impl::faces(std::uint8_t stack, model::Weight weight, model::Slant slant) {
  FaceList*& list = resolved_.at(slot(stack, weight, slant));
  if (!list) {
    auto paths = files(stack, weight, slant);
    auto& owned = lists_[paths];
    if (!owned) owned = std::make_unique<FaceList>(*store, std::move(paths));
    list = owned.get();
  }
  return *list;
}

std::vector<Path> Shop::Impl::files(std::uint8_t stack, model::Weight weight,
                                    model::Slant slant) const {
  std::vector<Path> paths;
  for (const std::string& family : stacks[stack].families) {
    if (const FontEntry* entry = index.find(family, weight, slant)) paths.push_back(entry->path);
  }
  return paths;
}

std::string Shop::Impl::families(std::uint8_t stack) const {
  return fmt::format("{}", fmt::join(stacks[stack].families, ", "));
}

Shop::Shop(std::shared_ptr<FaceStore> faces, const FontIndex& index)
    : impl_(std::make_unique<Impl>(std::move(faces), index)) {}

Shop::~Shop() = default;

void Shop::use(const model::Theme& theme, Diagnostics& diagnostics, const SourceMap* sources) {
  const bool same = std::ranges::equal(impl_->stacks, theme.stacks, {}, &model::FontStack::families,
                                       &model::FontStack::families);
  impl_->stacks = theme.stacks;
  impl_->sources = sources;
  impl_->reported.clear();
  impl_->unusable.clear();
  impl_->paragraphs.begin_build();
  if (same && impl_->complete) return;
  impl_->resolved_.assign(theme.stacks.size() * kWeights * kSlants, nullptr);
  impl_->complete = true;
  for (const model::FontStack& stack : theme.stacks) {
    for (const std::string& family : stack.families) {
      if (impl_->index.find(family, model::Weight::Regular, model::Slant::Upright)) continue;
      impl_->complete = false;
      diagnostics.error("missing-font", place_of(family, stack, sources),
                        fmt::format("No installed font is called \"{}\", which the theme's fonts "
                                    "\"{}\" ask for",
                                    family, stack.name),
                        help_for(family, impl_->index));
    }
  }
}

std::span<const Face* const> Shop::faces(std::uint8_t stack, model::Weight weight,
                                         model::Slant slant) const {
  return impl_->faces(stack, weight, slant).all();
}

const Face* Shop::first_face(std::uint8_t stack, model::Weight weight, model::Slant slant) const {
  return impl_->faces(stack, weight, slant).first();
}

void Shop::trim(std::size_t words) {
  if (impl_->words.size() <= words) return;
  impl_->paragraphs.clear();  // they point at words
  impl_->words.clear();
}

}  // namespace sheaf::text
