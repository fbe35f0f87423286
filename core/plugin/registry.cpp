#include "plugin/registry.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace sheaf::plugin {
namespace {

/// Looks through one folder after the other; what is found earlier stands.
class Search {
 public:
  Search(const FileSystem& files, Diagnostics& diagnostics, ManifestCache* cache)
      : files_(files), diagnostics_(diagnostics), cache_(cache) {}

  void folder(const Path& folder) {
    const auto names = files_.list(folder);
    for (const std::string& name : names) {
      if (name.size() > kManifestEnding.size() && name.ends_with(kManifestEnding)) {
        read(folder / name);
      } else if (name.ends_with(".so")) {
        look_at_library(folder / name, names);
      }
    }
  }
  Registry take() { return Registry(std::move(found_), std::move(skipped_)); }

 private:
  void read(const Path& file) {
    auto manifest = read_manifest(file, files_, cache_);
    if (!manifest) return complain(file, manifest.error());
    add(std::move(*manifest));
  }

  /// `names`: all in its folder, sorted.
  void look_at_library(const Path& library, const std::vector<std::string>& names) {
    const std::string manifest = manifest_beside(library).filename().string();
    if (std::ranges::binary_search(names, manifest)) return;
    skipped_.push_back(
        {library, library.stem().string(),
         fmt::format("{} has no manifest: {} is not beside it", library.string(), manifest)});
  }

  void add(Manifest manifest) {
    const auto other = std::ranges::find(found_, manifest.id, &Manifest::id);
    if (other == found_.end()) {
      found_.push_back(std::move(manifest));
    } else if (other->file.parent_path() == manifest.file.parent_path()) {
      diagnostics_.error("duplicate-plugin", {},
                         fmt::format("{} and {} both say that they are the plugin \"{}\"",
                                     other->file.string(), manifest.file.string(), manifest.id),
                         "Keep one of the two in this folder");
    } else {
      skipped_.push_back(
          {manifest.file, manifest.id,
           fmt::format("{} is hidden by {}, which is the same plugin in a folder that is searched "
                       "before",
                       manifest.file.string(), other->file.string())});
    }
  }

  void complain(const Path& file, std::string_view what) {
    diagnostics_.error(
        "malformed-manifest", {}, fmt::format("The plugin manifest {} {}", file.string(), what),
        "Build the plugin again, after mending its source where that is at fault, or "
        "take it out of the plugin folder");
  }

  const FileSystem& files_;
  Diagnostics& diagnostics_;
  ManifestCache* cache_;
  std::vector<Manifest> found_;
  std::vector<Skipped> skipped_;
};

}  // namespace

Registry::Registry(std::vector<Manifest> manifests, std::vector<Skipped> skipped)
    : manifests_(std::move(manifests)), skipped_(std::move(skipped)) {
  std::ranges::sort(manifests_, {}, &Manifest::id);
}

const Manifest* Registry::find(std::string_view id) const {
  const auto at = std::ranges::lower_bound(
      manifests_, id, {}, [](const Manifest& manifest) { return std::string_view(manifest.id); });
  return at == manifests_.end() || at->id != id ? nullptr : &*at;
}

std::vector<std::string_view> Registry::ids() const {
  std::vector<std::string_view> ids;
  for (const Manifest& manifest : manifests_) ids.push_back(manifest.id);
  return ids;
}

Registry discover(std::span<const Path> folders, const FileSystem& files, Diagnostics& diagnostics,
                  ManifestCache* cache) {
  Search search(files, diagnostics, cache);
  std::vector<Path> seen;
  for (const Path& folder : folders) {
    Path place = files.canonical(folder);
    if (std::ranges::find(seen, place) != seen.end()) continue;
    search.folder(place);
    seen.push_back(std::move(place));
  }
  return search.take();
}

}  // namespace sheaf::plugin
