#include "plugin/trust.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/sha256.hpp"

namespace sheaf::plugin {
namespace {

constexpr std::uint64_t kLargestLibrary = std::uint64_t{256} << 20;

Bar not_listed(const Manifest& manifest, const model::TrustList& list) {
  return {{"untrusted-plugin",
           fmt::format("The plugin \"{}\" is not on the list of trusted plugins, {}", manifest.id,
                       list.file),
           "When you know where it comes from, add it there, below `plugins:`"},
          Bar::Cure::TrustLine};
}

Bar other_version(const Manifest& manifest, const model::TrustedPlugin& trusted,
                  const model::TrustList& list) {
  return {{"untrusted-plugin",
           fmt::format("The plugin \"{}\" is installed in version {}, and the list of trusted "
                       "plugins, {}, allows {}",
                       manifest.id, manifest.version, list.file, trusted.versions_text),
           "When you know where it comes from, change the list"},
          Bar::Cure::TrustLine};
}

/// A line of the list; of any version where it is not known.
std::string line_with(const Manifest& manifest, std::string_view hash) {
  const std::string& known = manifest.version;
  const std::string version = known.empty() ? "" : fmt::format("version: {}, ", known);
  return fmt::format("  {}: {{ {}sha256: {} }}", manifest.id, version, hash);
}

bool allows(const model::TrustedPlugin& trusted, std::string_view version) {
  if (!trusted.versions) return true;
  const auto given = parse_version(version);
  return given && trusted.versions->holds(*given);
}

void restrict_to(const model::TrustList& list, Manifest& manifest) {
  const model::TrustedPlugin* trusted = list.find(manifest.id);
  if (!trusted) {
    manifest.bar = not_listed(manifest, list);
  } else if (!allows(*trusted, manifest.version)) {
    manifest.bar = other_version(manifest, *trusted, list);
  } else {
    manifest.hashes = trusted->hashes;
  }
}

}  // namespace

Registry restrict_to(const model::TrustList& list, Registry registry) {
  return std::move(registry).with([&](Manifest& manifest) { restrict_to(list, manifest); });
}

std::optional<LoadProblem> why_barred(const Manifest& manifest) {
  if (!manifest.bar) return {};
  LoadProblem problem = manifest.bar->problem;
  if (manifest.bar->cure == Bar::Cure::TrustLine) {
    const auto line = trust_line(manifest, *make_real_file_system());
    problem.help += line ? fmt::format(":\n{}", *line) : fmt::format(" ({})", line.error());
  }
  return problem;
}

LoadProblem other_library(const Manifest& manifest, std::string_view hash) {
  return {"untrusted-plugin",
          fmt::format("The library of the plugin \"{}\", {}, is not the one that is trusted: its "
                      "SHA-256 is {}",
                      manifest.id, manifest.library.string(), hash),
          fmt::format("Find out who changed it; when you know that it is right, put this into the "
                      "list of trusted plugins, in place of its line:\n{}",
                      line_with(manifest, hash))};
}

tl::expected<std::string, std::string> read_library(const Path& library, const FileSystem& files) {
  auto bytes = files.read(library, kLargestLibrary);
  if (!bytes) return tl::unexpected<std::string>(std::move(bytes.error().reason));
  return std::move(*bytes);
}

tl::expected<std::string, std::string> trust_line(const Manifest& manifest,
                                                  const FileSystem& files) {
  const auto bytes = read_library(manifest.library, files);
  if (!bytes) {
    return tl::unexpected<std::string>(
        fmt::format("{} cannot be read: {}", manifest.library.string(), bytes.error()));
  }
  const auto hash = sha256(*bytes);
  if (!hash) return tl::unexpected<std::string>(hash.error());
  return line_with(manifest, *hash);
}

}  // namespace sheaf::plugin
