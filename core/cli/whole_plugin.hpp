#pragma once
// Plugins that are being built while somebody watches.

#include <span>

#include "base/file_system.hpp"

namespace sheaf::cli {

/// Compilers write for a while. Until each plugin of which one of `changed` is the library or the
/// manifest is whole: both files stand still, and the library holds the manifest; or one of them is
/// not there. Waits for ten seconds at most; what is wrong then, the next build tells.
void await_whole_plugins(std::span<const Path> changed, const FileSystem& files);

}  // namespace sheaf::cli
