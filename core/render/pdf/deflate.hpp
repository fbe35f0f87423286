#pragma once
// zlib streams (RFC 1950) for /FlateDecode.

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace sheaf::render::pdf {

/// Keeps libdeflate's tables between calls. Same bytes in, same bytes out. One thread at a time.
class Deflater {
 public:
  explicit Deflater(int level);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string deflate(std::string_view bytes);

 private:
  libdeflate_compressor* compressor_;
  std::unique_ptr<char[]> room_;  // for results, which are far smaller than they might be:
  std::size_t room_size_ = 0;     // what is never written takes no memory
};

}  // namespace sheaf::render::pdf
