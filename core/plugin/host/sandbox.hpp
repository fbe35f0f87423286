#pragma once
// What a plugin's process may ask of the system: nearly nothing, where the kernel can hold it to
// that.

#include <span>
#include <string>

namespace sheaf::plugin::host {

/// What this system has. `why_not`: the rest of a sentence, empty when there is nothing to say.
struct SandboxSupport {
  int landlock = 0;      // version of its interface, or 0
  bool seccomp = false;  // filters
};
SandboxSupport sandbox_support();

/// For good: no new privileges; reading `folders` and the folders of the system's libraries, and
/// no other file; no sockets, no processes, no other process's business. What the kernel does not
/// have is left out.
void enter_sandbox(std::span<const std::string> folders);

/// After loading: of files, only those below `folders` can be read from now on.
void leave_libraries(std::span<const std::string> folders);

}  // namespace sheaf::plugin::host
