#include "render/pdf/deflate.hpp"

#include <new>

#include <libdeflate.h>

namespace sheaf::render::pdf {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

std::string Deflater::deflate(std::string_view bytes) {
  const std::size_t most = libdeflate_zlib_compress_bound(compressor_, bytes.size());
  if (room_size_ < most) {
    room_ = std::make_unique_for_overwrite<char[]>(most);
    room_size_ = most;
  }
  return {room_.get(), libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(),
                                                room_.get(), room_size_)};
}

}  // namespace sheaf::render::pdf
