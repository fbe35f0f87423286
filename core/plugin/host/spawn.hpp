#pragma once
// How the engine starts the programs in which plugins run.

#include <string>
#include <vector>

#include <sys/types.h>

#include <tl/expected.hpp>

#include "base/file_system.hpp"

namespace sheaf::plugin::host {

/// Starts the program with these arguments, in a process group of its own. Of the engine it gets
/// `descriptor`, as kSocket, its standard error, and of the environment what loader and sanitizers
/// read; its signals are as they were made. The problem is a sentence without a full stop.
tl::expected<pid_t, std::string> spawn(const Path& program, std::vector<std::string> words,
                                       int descriptor);

}  // namespace sheaf::plugin::host
