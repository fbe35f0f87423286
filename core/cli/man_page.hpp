#pragma once
// Manual pages, from the command table.

#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace sheaf::cli {

/// sheaf(1), in the man(7) macros.
std::string man_page();
/// sheaf-build(1) and its like.
std::string man_page(const Command& command);

}  // namespace sheaf::cli
