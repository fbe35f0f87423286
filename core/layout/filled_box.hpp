#pragma once
// The theme's filled boxes, of callouts, quotations and metrics: the frame, and the column inside.

#include "layout/builder.hpp"

namespace sheaf::layout {

inline Frame frame_around(const Column& column, const model::BoxStyle& style, bool right_to_left) {
  return {.x = column.x,
          .width = column.width,
          .top = style.padding.top,
          .bottom = style.padding.bottom,
          .fill = style.fill,
          .bar = style.edge,
          .bar_width = style.edge_width,
          .bar_on_right = right_to_left};
}

/// Padding on the left is the start side's; there the bar takes its room as well.
inline Column inside(const Column& column, const model::BoxStyle& style, bool right_to_left) {
  const Length start = style.padding.left + (style.edge ? style.edge_width : Length{});
  const Length end = style.padding.right;
  return right_to_left ? column.inset(end, start) : column.inset(start, end);
}

}  // namespace sheaf::layout
