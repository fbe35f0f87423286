#include "render/pdf/writer_cache.hpp"

#include <utility>

#include "render/pdf/srgb_profile.hpp"
#include "text/subset.hpp"

namespace sheaf::render::pdf {

void WriterCache::trim() {
  constexpr std::size_t kLimit = 32 << 20, kStreamLimit = 8 << 20;
  if (bytes_ > kLimit) {
    fonts_.clear();
    images_.clear();
    bytes_ = 0;
  }
  if (stream_bytes_ > kStreamLimit) {
    streams_.clear();
    stream_bytes_ = 0;
  }
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

const ImageData& WriterCache::image_data(const image::Picture& picture) {
  const auto key = fingerprint(picture.alpha, fingerprint(picture.pixels));
  if (const auto known = images_.find(key); known != images_.end()) return known->second;
  ImageData data;  // kept when it is whole: memory may run out on the way
  data.pixels = thorough_.deflate(picture.pixels);
  if (!picture.alpha.empty()) data.alpha = thorough_.deflate(picture.alpha);
  bytes_ += data.pixels.size() + data.alpha.size();
  return images_.emplace(key, std::move(data)).first->second;
}

const std::string& WriterCache::deflated(std::string_view bytes) {
  const auto key = fingerprint(bytes);
  if (const auto known = streams_.find(key); known != streams_.end()) return known->second;
  std::string data = quick_.deflate(bytes);
  stream_bytes_ += data.size();
  return streams_.emplace(key, std::move(data)).first->second;
}

const std::string& WriterCache::colour_profile() {
  if (profile_.empty()) profile_ = thorough_.deflate(srgb_profile());
  return profile_;
}

Object add_deflated(std::string bytes, ObjectStore& objects, WriterCache& cache) {
  constexpr std::size_t kFew = 256;
  if (bytes.size() < kFew) return objects.add_stream(std::move(bytes));
  return objects.add_borrowed_stream(cache.deflated(bytes)).raw("/Filter/FlateDecode\n");
}

WriterCachePointer make_writer_cache() { return WriterCachePointer(new WriterCache); }
void DropWriterCache::operator()(WriterCache* cache) const { delete cache; }

}  // namespace sheaf::render::pdf
