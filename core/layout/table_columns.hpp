#pragma once
// How wide a table's columns are.

#include <span>
#include <vector>

#include "text/paragraph.hpp"

namespace sheaf::layout {

/// Widths of columns that together fill `available`. Where there is room, each column has its
/// longest line and a share of what is over; where there is not, the columns that want more than
/// their share give way, a column with much text the least, none below its longest word; and when
/// even the words do not fit, the columns with the longest words give way.
std::vector<Length> column_widths(std::span<const text::ContentWidths> contents, Length available);

}  // namespace sheaf::layout
