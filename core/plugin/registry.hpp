#pragma once
// Which section plugins there are: by the manifest beside each library, loading nothing.

#include <set>
#include <span>
#include <string>
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

/// Sorted by id. Immutable once made; share it between threads. A plugin of which the manifest is
/// at fault is found as well, barred, so that a section which asks for it is told, and none else.
class Registry {
 public:
  explicit Registry(std::vector<Manifest> manifests, std::vector<Skipped> skipped = {},
                    std::vector<Manifest> faulty = {});
  const Manifest* find(std::string_view id) const;
  /// Those without fault, and their ids.
  const std::vector<Manifest>& all() const { return manifests_; }
  std::vector<std::string_view> ids() const;
  const std::vector<Skipped>& skipped() const { return skipped_; }
  /// Those with one: id, file and bar are all that is known of them.
  const std::vector<Manifest>& faulty() const { return faulty_; }

  /// The same plugins after `change` was called with each manifest without fault.
  template <class Change>
  Registry with(Change change) && {
    for (Manifest& manifest : manifests_) change(manifest);
    return std::move(*this);
  }

 private:
  std::vector<Manifest> manifests_;
  std::vector<Skipped> skipped_;
  std::vector<Manifest> faulty_;
};

/// Reads every `*.plugin.json` in `folders`, in order. Of one id in two folders, the first wins.
/// At fault is the same id twice in one folder, and a malformed manifest, which counts as the
/// plugin that its file is named after. What is hidden, and libraries without a manifest, are
/// skipped(). `cache`, if any, saves parsing what was parsed before.
Registry discover(std::span<const Path> folders, const FileSystem& files,
                  ManifestCache* cache = nullptr);

/// A warning for each plugin that is at fault, but for the `asked_for` by sections, which tell it.
void warn_of_faults(const Registry& registry, Diagnostics& diagnostics,
                    const std::set<std::string_view>& asked_for = {});

}  // namespace sheaf::plugin
