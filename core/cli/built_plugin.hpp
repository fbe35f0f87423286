#pragma once
// Plugins that are named by where they were built, for `sheaf plugin preview` and `check`.

#include <optional>

#include "cli/command.hpp"

namespace sheaf::cli {

/// What the argument PLUGIN names: a library, or one that is installed.
struct NamedPlugin {
  Path library;    // absolute; empty: an installed one
  std::string id;  // of its manifest's name
};

/// A file names itself; a folder the only plugin in it, or in `build` below it; what is no path is
/// an id. Nothing: there is no such file, or not one plugin there, which was said (`asked` is the
/// command as typed: "plugin check").
std::optional<NamedPlugin> named_by_path(const Invocation& invocation, std::string_view asked);

}  // namespace sheaf::cli
