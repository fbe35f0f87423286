#pragma once
// Boxes in, placed items out: one page's worth of a flow, its frames drawn around them.

#include <cstddef>

#include "layout/flow.hpp"

namespace sheaf::layout {

/// Items and places, with y counting from the page's (or the composed stack's) own top.
struct Placed {
  Items items;
  std::vector<page::Destination> destinations;
  Length height;
};

/// Places the boxes [first, end) of `flow` below `top` and takes their items. Frames that are open
/// at either end are drawn as cut there.
Placed place(Flow& flow, std::size_t first, std::size_t end, Length top);

/// A whole flow as one stack.
Placed place_all(Flow& flow);

}  // namespace sheaf::layout
