#pragma once
// A filter over system calls (seccomp, Linux 3.17 and later): a short list of what is refused.

namespace sheaf::plugin::host {

bool can_filter_system_calls();

/// From now on, what reaches beyond this process is refused with an error: sockets, new processes
/// and programs, tracing and signalling others, changing files, mounting, namespaces and the like.
/// A list of what is allowed would have to follow every release of the C library; this one only has
/// to follow the kernel. Wants PR_SET_NO_NEW_PRIVS. False when it could not be done.
bool filter_system_calls();

}  // namespace sheaf::plugin::host
