#include "plugin/pinned_library.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "plugin/trust.hpp"

namespace sheaf::plugin {
namespace {

using Problem = tl::unexpected<LoadProblem>;

Problem not_pinned(const Manifest& manifest, std::string_view reason) {
  return Problem({"plugin-not-loaded",
                  fmt::format("The library of the plugin \"{}\", {}, cannot be checked: {}",
                              manifest.id, manifest.library.string(), reason),
                  "Look at the machine: nothing that is not checked is loaded"});
}

std::string system_words() { return std::generic_category().message(errno); }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A file in memory that nobody can change any more.
Descriptor sealed_copy(std::string_view bytes) {
  Descriptor copy(::memfd_create("section-plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  constexpr int kSeals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
  const bool sealed =
      copy && write_all(copy.value(), bytes) && ::fcntl(copy.value(), F_ADD_SEALS, kSeals) == 0;
  return sealed ? std::move(copy) : Descriptor();
}

}  // namespace

tl::expected<PinnedLibrary, LoadProblem> pin(const Manifest& manifest) {
  if (manifest.hashes.empty()) return PinnedLibrary(manifest.library);
  const auto bytes = read_library(manifest.library, *make_real_file_system());
  if (!bytes) return not_pinned(manifest, bytes.error());
  const auto hash = sha256(*bytes);
  if (!hash) return not_pinned(manifest, hash.error());
  if (std::ranges::find(manifest.hashes, *hash) == manifest.hashes.end()) {
    return Problem(other_library(manifest, *hash));
  }
  Descriptor copy = sealed_copy(*bytes);
  if (!copy) return not_pinned(manifest, system_words());
  Path path = fmt::format("/proc/self/fd/{}", copy.value());
  return PinnedLibrary(std::move(path), std::move(copy));
}

}  // namespace sheaf::plugin
