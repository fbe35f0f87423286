#include "base/sha256.hpp"

#include <array>
#include <cstdint>

#include <dlfcn.h>
#include <nettle/sha2.h>

namespace sheaf {
namespace {

constexpr const char* kLibrary = "libnettle.so.8";
constexpr std::string_view kDigits = "0123456789abcdef";

/// Nettle's functions; null when it is not there. Not linked, because hardly any build needs them.
struct Nettle {
  decltype(&nettle_sha256_init) init = nullptr;
  decltype(&nettle_sha256_update) update = nullptr;
  decltype(&nettle_sha256_digest) digest = nullptr;

  Nettle() {
    void* library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    find(library, "nettle_sha256_init", init);
    find(library, "nettle_sha256_update", update);
    find(library, "nettle_sha256_digest", digest);
  }
  bool is_whole() const { return init && update && digest; }

 private:
  template <class Function>
  static void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(dlsym(library, name));
  }
};

}  // namespace

tl::expected<std::string, std::string> sha256(std::string_view bytes) {
  static const Nettle nettle;
  if (!nettle.is_whole()) {
    return tl::unexpected<std::string>(
        "The library Nettle (libnettle8) is missing, which makes SHA-256");
  }
  sha256_ctx state;
  nettle.init(&state);
  nettle.update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  nettle.digest(&state, digest.size(), digest.data());
  std::string hash;
  for (const std::uint8_t byte : digest) {
    hash += kDigits[byte >> 4];
    hash += kDigits[byte & 15];
  }
  return hash;
}

bool is_sha256(std::string_view text) {
  return text.size() == 2 * SHA256_DIGEST_SIZE &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

}  // namespace sheaf
