#pragma once
// Where a plugin's code was when it crashed or was stopped.

#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace sheaf::plugin {

/// The first place in this library that a trace names by its offset, "cover.so+0x4352", or nothing.
/// A trace has a line for each function; the plugin may have written into it.
std::string_view place_in(std::string_view trace, const Path& library);

/// How to find the line behind such a place, of a library that was built with -g; ends a sentence.
std::string line_told_by(const Path& library, std::string_view place);

}  // namespace sheaf::plugin
