#pragma once
// Words that are wider than the line.

#include "text/material.hpp"
#include "text/word_cache.hpp"

namespace sheaf::text {

/// The widest stretch between two opportunities.
Length widest_stretch(const Material& material);

/// The same material, with every stretch that is wider than `width` cut between graphemes into
/// pieces that fit; a single grapheme may still be too wide.
Material split_overlong(const Material& material, Length width, WordCache& cache);

}  // namespace sheaf::text
