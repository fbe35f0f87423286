#include "layout/row.hpp"

#include <algorithm>
#include <utility>

#include "layout/page_maker.hpp"

namespace sheaf::layout {
namespace {

/// How far a cell has been cut: its next box, and where that stands, counted from the row's top.
struct Cursor {
  std::size_t next = 0;
  Length top;
};

struct Cell {
  std::vector<Box> boxes;
  Cursor at;

  bool is_done(const Cursor& cursor) const { return cursor.next == boxes.size(); }
  bool is_done() const { return is_done(at); }
  Length bottom(const Cursor& cursor) const { return cursor.top + boxes[cursor.next].height; }
  void advance(Cursor& cursor) const {
    cursor.top = bottom(cursor);
    if (++cursor.next < boxes.size()) cursor.top += boxes[cursor.next].space;
  }
};

/// Frames in a cell are drawn at once; such a cell does not part.
Cell open_cell(Flow& flow) {
  Cell cell;
  const auto is_framed = [](const Box& box) { return box.frame != kNoFrame; };
  if (std::any_of(flow.boxes().begin(), flow.boxes().end(), is_framed)) {
    const Length baseline = flow.boxes().front().baseline;
    Placed placed = place_all(flow);
    cell.boxes.push_back({.height = placed.height,
                          .baseline = baseline,
                          .items = std::move(placed.items),
                          .destinations = std::move(placed.destinations)});
  } else {
    cell.boxes = std::move(flow.boxes());
  }
  return cell;
}

class Slicer {
 public:
  Slicer(std::vector<Flow>& flows, const RowBreaks& breaks, Flow& out)
      : breaks_(breaks), out_(out), row_(out.new_row()) {
    for (Flow& flow : flows) cells_.push_back(open_cell(flow));
  }

  void slice() {
    const Cost inside = kBetweenRows + cost_inside(height(), breaks_.page);
    bool is_first = true;
    while (!all_done()) {
      const Length top = next_top();
      Box box = take_slice(top, slice_bottom(top));
      box.cost = is_first ? breaks_.before : box.cost + inside;
      if (!is_first) out_.space(top - bottom_);
      bottom_ = top + box.height;
      out_.add(std::move(box));
      is_first = false;
    }
  }

 private:
  bool all_done() const {
    return std::all_of(cells_.begin(), cells_.end(),
                       [](const Cell& cell) { return cell.is_done(); });
  }

  Length height() const {
    Length tallest;
    for (const Cell& cell : cells_) {
      Length height;
      for (const Box& box : cell.boxes) height += box.space + box.height;
      tallest = std::max(tallest, height);
    }
    return tallest;
  }

  Length next_top() const {
    Length top{INT64_MAX};
    for (const Cell& cell : cells_) {
      if (!cell.is_done()) top = std::min(top, cell.at.top);
    }
    return top;
  }

  Length nearest_bottom() const {
    Length bottom{INT64_MAX};
    for (const Cell& cell : cells_) {
      if (!cell.is_done()) bottom = std::min(bottom, cell.bottom(cell.at));
    }
    return bottom;
  }

  /// The nearest place below that no box straddles, or else one that is made.
  Length slice_bottom(Length top) {
    const Length nearest = nearest_bottom();
    Length bottom = nearest;
    for (Length grown = straddled(bottom); grown > bottom; grown = straddled(bottom))
      bottom = grown;
    if ((bottom - top) * 4 <= breaks_.page) return bottom;
    for (Cell& cell : cells_) {
      if (!cell.is_done() && cell.bottom(cell.at) > nearest)
        cell.at.top = std::max(cell.at.top, nearest);
    }
    return nearest;
  }

  /// The lowest bottom of the boxes that begin above `y`, or `y`.
  Length straddled(Length y) const {
    Length lowest = y;
    for (const Cell& cell : cells_) {
      for (Cursor at = cell.at; !cell.is_done(at) && at.top < y; cell.advance(at)) {
        lowest = std::max(lowest, cell.bottom(at));
      }
    }
    return lowest;
  }

  Box take_slice(Length top, Length bottom) {
    Box slice{.height = bottom - top, .source = breaks_.source, .row = row_};
    for (Cell& cell : cells_) {
      while (!cell.is_done() && cell.bottom(cell.at) <= bottom) take_box(cell, top, slice);
      slice.column_ends.push_back(static_cast<std::uint32_t>(slice.items.size()));
    }
    return slice;
  }

  void take_box(Cell& cell, Length top, Box& slice) {
    Box& box = cell.boxes[cell.at.next];
    if (slice.baseline.micro == 0) slice.baseline = cell.at.top - top + box.baseline;
    slice.cost = std::max(slice.cost, box.cost);
    move_down(box.items, cell.at.top - top);
    append(slice.items, std::move(box.items));
    for (page::Destination& destination : box.destinations) {
      destination.place.y += cell.at.top - top;
      slice.destinations.push_back(std::move(destination));
    }
    cell.advance(cell.at);
  }

  RowBreaks breaks_;
  Flow& out_;
  std::uint32_t row_;
  std::vector<Cell> cells_;
  Length bottom_;
};

}  // namespace

void add_row(std::vector<Flow> cells, const RowBreaks& breaks, Flow& out) {
  Slicer(cells, breaks, out).slice();
}

}  // namespace sheaf::layout
