#pragma once
// Lengths as people type them.

#include <optional>
#include <string_view>

#include "base/units.hpp"

namespace sheaf::config {

/// "12pt", "0.5pt", "20mm", "2.1cm", and "0"; at most three decimals, no sign, no blanks, at most
/// five metres.
std::optional<Length> parse_length(std::string_view text);

}  // namespace sheaf::config
