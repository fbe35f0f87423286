#pragma once
// Which section plugins there are: by the manifest beside each library, loading nothing.

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// A file in a plugin folder that is not used.
struct Skipped {
  Path file;
  std::string id;   // of the plugin that it would be
  std::string why;  // a sentence
};

/// Sorted by id. Immutable once made; share it between threads.
class Registry {
 public:
  explicit Registry(std::vector<Manifest> manifests, std::vector<Skipped> skipped = {});
  const Manifest* find(std::string_view id) const;
  const std::vector<Manifest>& all() const { return manifests_; }
  std::vector<std::string_view> ids() const;
  const std::vector<Skipped>& skipped() const { return skipped_; }

  /// The same plugins after `change` was called with each manifest.
  template <class Change>
  Registry with(Change change) && {
    for (Manifest& manifest : manifests_) change(manifest);
    return std::move(*this);
  }

 private:
  std::vector<Manifest> manifests_;
  std::vector<Skipped> skipped_;
};

/// Reads every `*.plugin.json` in `folders`, in order. The same id in two folders: the first wins,
/// unless both stand in the same folder, which is an error; a malformed manifest is an error that
/// names its file. What is hidden so, and libraries without a manifest, are skipped(). `cache`, if
/// any, saves parsing what was parsed before.
Registry discover(std::span<const Path> folders, const FileSystem& files, Diagnostics& diagnostics,
                  ManifestCache* cache = nullptr);

}  // namespace sheaf::plugin
