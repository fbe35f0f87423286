#pragma once
// `sheaf build --watch`.

#include <functional>

#include "cli/command.hpp"
#include "pipeline/session.hpp"

namespace sheaf::cli {

/// Calls `build`, and again whenever something has changed that the last build read or looked for
/// in vain: layout, parts, data, pictures, theme, plugins. Says what changed. `build` writes
/// through the invocation it is given, so that its own files are no news. Ends only by a signal; a
/// plugin that changed, once it is whole, starts the program anew, as a library is never unloaded.
/// In `workshop`, where a plugin is built, only plugins are news and what was read.
ExitCode watch(const Invocation& invocation,
               const std::function<ExitCode(const Invocation&, pipeline::Session&)>& build,
               const Path& workshop = {});

}  // namespace sheaf::cli
