#pragma once
// The Unicode bidirectional algorithm (UAX 9), for the texts that need it.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sheaf::text {

/// By byte of the text; odd levels run from right to left. Empty: all of it is at level 0.
using Levels = std::vector<std::uint8_t>;

/// Does any character call for the algorithm? Letters of right-to-left scripts and the controls
/// that embed and override.
bool needs_bidi(std::string_view text);

/// Levels of one paragraph, before lines are broken (UAX 9, up to rule I2).
void find_levels(std::string_view text, bool right_to_left, Levels& levels);

/// The order from left to right in which items of these levels stand on one line (UAX 9, L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace sheaf::text
