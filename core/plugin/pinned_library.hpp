#pragma once
// What is loaded is what was looked at.

#include "base/descriptor.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// Where the loader is to take a library from. What was loaded from it needs it as long as it
/// stays loaded: see library.cpp.
class PinnedLibrary {
 public:
  explicit PinnedLibrary(Path path, Descriptor copy = Descriptor())
      : path_(std::move(path)), copy_(std::move(copy)) {}
  const Path& path() const { return path_; }
  /// The descriptor behind the path, for as long as the library is loaded; none for a plain file.
  Descriptor take_copy() { return std::move(copy_); }

 private:
  Path path_;
  Descriptor copy_;
};

/// For a plugin that is trusted by its hash: a copy of the library in memory, sealed, that has this
/// hash, so that no change of the file comes between looking and loading. For any other: the file
/// itself. What is wrong comes back for the section that asked.
tl::expected<PinnedLibrary, LoadProblem> pin(const Manifest& manifest);

}  // namespace sheaf::plugin
