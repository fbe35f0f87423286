#include "render/pdf/deflate.hpp"

#include <new>
#include <utility>

#include <libdeflate.h>

namespace sheaf::render::pdf {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

std::string Deflater::deflate(std::string_view bytes) {
  std::string out(libdeflate_zlib_compress_bound(compressor_, bytes.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

Object add_deflated(std::string bytes, ObjectStore& objects, Deflater& deflater) {
  constexpr std::size_t kFew = 256;
  if (bytes.size() < kFew) return objects.add_stream(std::move(bytes));
  return objects.add_stream(deflater.deflate(bytes)).raw("/Filter/FlateDecode\n");
}

}  // namespace sheaf::render::pdf
