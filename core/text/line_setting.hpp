#pragma once
// Chosen lines to positioned words: alignment, justification, visual order.

#include <span>

#include "text/material.hpp"
#include "text/paragraph.hpp"
#include "text/total_fit.hpp"
#include "text/word_cache.hpp"

namespace sheaf::text {

/// `ends` are indices of opportunities, as choose_line_ends gives them.
std::vector<Line> set_lines(const Material& material, std::span<const std::uint32_t> ends,
                            const Measure& measure, bool right_to_left, WordCache& cache);

}  // namespace sheaf::text
