#pragma once
// Which section plugins there are: by the manifest beside each library, loading nothing.

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// Sorted by id. Immutable once made; share it between threads.
class Registry {
 public:
  explicit Registry(std::vector<Manifest> manifests);
  const Manifest* find(std::string_view id) const;
  const std::vector<Manifest>& all() const { return manifests_; }
  std::vector<std::string_view> ids() const;

 private:
  std::vector<Manifest> manifests_;
};

/// Reads every `*.plugin.json` in `folders`, in order. The same id in two folders: the first wins,
/// unless both stand in the same folder, which is an error; a malformed manifest is an error that
/// names its file.
Registry discover(std::span<const Path> folders, FileSystem& files, Diagnostics& diagnostics);

}  // namespace sheaf::plugin
