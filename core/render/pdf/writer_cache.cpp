#include "render/pdf/writer_cache.hpp"

#include <cstring>

#include "render/pdf/srgb_profile.hpp"
#include "text/subset.hpp"

namespace sheaf::render::pdf {
namespace {

/// A 64-bit multiply-and-fold hash over words of eight bytes.
std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {
  __extension__ using Wide = unsigned __int128;
  const auto fold = [](std::uint64_t a, std::uint64_t b) {
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::uint64_t state = fold(seed, bytes.size() | 1);
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = std::min<std::size_t>(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), count);
    state = fold(state ^ word, 0x9E3779B97F4A7C15) + seed;
    bytes.remove_prefix(count);
  }
  return state;
}

}  // namespace

void WriterCache::trim() {
  constexpr std::size_t kLimit = 32 << 20;
  if (bytes_ <= kLimit) return;
  fonts_.clear();
  images_.clear();
  bytes_ = 0;
}

const FontProgram* WriterCache::font_program(const text::Face& face,
                                             const std::vector<text::GlyphId>& glyphs) {
  FontKey key(face.path().native(), glyphs);
  const auto known = fonts_.find(key);
  if (known != fonts_.end()) return &known->second;
  auto subset = text::subset(face, glyphs);
  if (!subset) return nullptr;
  FontProgram program{thorough_.deflate(subset->program), subset->program.size(),
                      std::move(subset->new_ids)};
  bytes_ += program.deflated.size() + 2 * glyphs.size() * sizeof(text::GlyphId);
  return &fonts_.emplace(std::move(key), std::move(program)).first->second;
}

WriterCache::ImageKey WriterCache::key_of(const image::Picture& picture) {
  const auto mixed = [&](std::uint64_t seed) {
    return hash(picture.alpha, hash(picture.pixels, seed));
  };
  return {picture.pixels.size(), mixed(0xA0761D6478BD642F), mixed(0xE7037ED1A0B428DB)};
}

const ImageData& WriterCache::image_data(const image::Picture& picture) {
  const auto [at, fresh] = images_.try_emplace(key_of(picture));
  if (!fresh) return at->second;
  at->second.pixels = thorough_.deflate(picture.pixels);
  if (!picture.alpha.empty()) at->second.alpha = thorough_.deflate(picture.alpha);
  bytes_ += at->second.pixels.size() + at->second.alpha.size();
  return at->second;
}

const std::string& WriterCache::colour_profile() {
  if (profile_.empty()) profile_ = thorough_.deflate(srgb_profile());
  return profile_;
}

WriterCachePointer make_writer_cache() { return WriterCachePointer(new WriterCache); }
void DropWriterCache::operator()(WriterCache* cache) const { delete cache; }

}  // namespace sheaf::render::pdf
