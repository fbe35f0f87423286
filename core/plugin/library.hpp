#pragma once
// A section plugin's library in memory. Boost.DLL stays in library.cpp.

#include <string>

#include <sheaf/abi.h>
#include <tl/expected.hpp>

#include "plugin/pinned_library.hpp"

namespace sheaf::plugin {

/// Loads the library of a manifest and checks that it is what the manifest says: an ELF library of
/// this machine, complete, with the entry of a generation that this Sheaf serves, and with the same
/// manifest inside. It stays loaded until the process ends, because code and data of it may still
/// be in use (dlclose is not sure to unload either). May be called from any thread.
///
/// What comes back is a copy, not smaller than that of minor 0: members that the plugin's own
/// struct does not have, being of an older minor, are null. What the system's loader runs on its
/// own, the constructors of static objects, cannot be guarded: if one throws, the process ends.
tl::expected<sheaf_plugin, LoadProblem> load(const Manifest& manifest);
/// The same in two steps: what was pinned before is loaded.
tl::expected<sheaf_plugin, LoadProblem> load(const Manifest& manifest, PinnedLibrary from);

}  // namespace sheaf::plugin
