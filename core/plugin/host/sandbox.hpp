#pragma once
// What a plugin's process may ask of the system: nearly nothing, where the kernel can hold it to
// that.

#include <span>
#include <string>

namespace sheaf::plugin::host {

/// What of it this system has, as the end of a line about a process.
std::string sandbox_in_words();

/// For good: no new privileges; reading `folders` and the folders of the system's libraries, and
/// no other file; writing none; no sockets, no processes, no other process's business. What the
/// kernel does not have is left out. False when what it has could not be used: nobody else's code
/// is to run then.
bool enter_sandbox(std::span<const std::string> folders);

/// After loading: of files, only those below `folders` can be read from now on. False as above.
bool leave_libraries(std::span<const std::string> folders);

}  // namespace sheaf::plugin::host
