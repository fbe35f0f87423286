#pragma once
// Points, sizes and rectangles on a page. The origin is the page's top left corner, y grows
// downwards.

#include "base/units.hpp"

namespace sheaf {

struct Point {
  Length x, y;
  friend constexpr bool operator==(Point, Point) = default;
  friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
};

struct Size {
  Length width, height;
  friend constexpr bool operator==(Size, Size) = default;
};

struct Rect {
  Point origin;  // top left
  Size size;
  friend constexpr bool operator==(const Rect&, const Rect&) = default;
  constexpr Length left() const { return origin.x; }
  constexpr Length top() const { return origin.y; }
  constexpr Length right() const { return origin.x + size.width; }
  constexpr Length bottom() const { return origin.y + size.height; }
};

struct Insets {
  Length top, right, bottom, left;
  friend constexpr bool operator==(const Insets&, const Insets&) = default;
};

}  // namespace sheaf
