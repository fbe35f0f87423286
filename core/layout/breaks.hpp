#pragma once
// Where pages end: the breaks whose graded costs and empty feet sum to the least.

#include <cstddef>
#include <vector>

#include "layout/flow.hpp"

namespace sheaf::layout {

/// What the breaks are chosen for.
struct PageRoom {
  Length height;     // of a page's body
  Length reserved;   // at the top of the first of these pages (a logo)
  bool ends = true;  // the flow ends with these boxes: the last page may be short
};

/// Indices one past each page's last box; the last one is boxes.size(). A box that is taller than
/// a page gets one to itself. Linear in the boxes, for pages hold a bounded number of them.
std::vector<std::size_t> choose_breaks(const std::vector<Box>& boxes, const PageRoom& room);

}  // namespace sheaf::layout
