#pragma once
// `sheaf plugins trust`: the list of trusted plugins as they are now.

#include <span>

#include "cli/command.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::cli {

/// Prints trust.yaml for these plugins, or makes the file that --write names, which must not exist.
ExitCode print_trust(const Invocation& invocation,
                     std::span<const plugin::Manifest* const> plugins);

}  // namespace sheaf::cli
