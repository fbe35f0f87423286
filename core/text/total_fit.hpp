#pragma once
// Total-fit line breaking (Knuth and Plass 1981) in integers: of all ways to end the lines, the one
// whose lines together cost least.

#include <cstdint>
#include <span>
#include <vector>

#include "model/theme.hpp"
#include "text/material.hpp"

namespace sheaf::text {

struct Measure {
  Length width;
  Length first_indent;  // takes room from the first line
  model::Alignment alignment = model::Alignment::Start;
  bool balanced = false;  // the last line, too, is to be as long as the others
};

/// How far justified spaces give way: to two thirds, and to one and a half before a line costs as
/// much as a wholly ragged one.
constexpr std::int64_t kSpaceShrink = 3;   // a space may lose 1/3
constexpr std::int64_t kSpaceStretch = 2;  // and gain 1/2

/// Indices into `opportunities` of the lines' ends, in order; the last is the paragraph's end.
/// Linear in the text for a given measure. A stretch that is wider than the measure and has no
/// opportunity inside gets an overfull line.
std::vector<std::uint32_t> choose_line_ends(std::span<const Opportunity> opportunities,
                                            const Measure& measure);

}  // namespace sheaf::text
