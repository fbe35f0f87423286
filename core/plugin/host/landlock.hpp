#pragma once
// Landlock: a process gives up the file system and the network for itself (Linux 5.13 and later;
// Documentation/userspace-api/landlock.rst).

#include <span>
#include <string>

namespace sheaf::plugin::host {

/// The version of its interface that this kernel has, 0 for none.
int landlock_version();
/// Why it is 0: the rest of a sentence that begins with "Landlock".
std::string why_no_landlock();

/// From now on this process may read what lies below `readable` (files or folders; those that do
/// not exist are passed over) and nothing else of the file system; it may use no TCP and signal no
/// process outside, from versions 4 and 6. Can be called again to give up more. Wants
/// PR_SET_NO_NEW_PRIVS. False when it could not be done.
bool restrict_files(std::span<const std::string> readable);

}  // namespace sheaf::plugin::host
