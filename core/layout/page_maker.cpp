#include "layout/page_maker.hpp"

#include <utility>

namespace sheaf::layout {
namespace {

constexpr page::Mark kBackground{page::MarkKind::Background, 0};

class Placer {
 public:
  Placer(Flow& flow, Length top) : flow_(flow), top_(top), y_(top) {}

  Placed place(std::size_t first, std::size_t end) {
    auto& boxes = flow_.boxes();
    if (first < end) continue_frames(boxes[first].open);
    for (std::size_t i = first; i < end;) {
      const std::size_t next = end_of_row(i, end);
      place_boxes(i, next, i == first);
      i = next;
    }
    end_frames(end < boxes.size() ? boxes[end].open : kNoFrame);
    placed_.height = y_ - top_;
    return std::move(placed_);
  }

 private:
  /// A frame with its decoration's place in the reading order: painted before what it holds.
  struct OpenFrame {
    FrameId id;
    Length top;
    std::size_t item;
  };

  std::size_t end_of_row(std::size_t i, std::size_t end) const {
    const auto& boxes = flow_.boxes();
    std::size_t next = i + 1;
    while (boxes[i].row != 0 && next < end && boxes[next].row == boxes[i].row) ++next;
    return next;
  }

  void open_frame(FrameId id, Length top) {
    const Frame& frame = flow_.frame(id);
    open_.push_back({id, top, placed_.items.size()});
    for (int i = 0; i < (frame.fill ? 1 : 0) + (frame.bar ? 1 : 0); ++i) {
      placed_.items.emplace_back(page::Path{kBackground, {}, {}, {}, {}});
    }
  }

  /// Frames that began on an earlier page: their headers and padding once more.
  void continue_frames(FrameId innermost) {
    for (const FrameId id : flow_.path(innermost)) {
      const Frame& frame = flow_.frame(id);
      Items header = frame.repeated;
      move_down(header, y_);
      append(placed_.items, std::move(header));
      open_frame(id, y_);
      y_ += frame.above();
    }
  }

  void close_frame(Length bottom, bool at_true_end) {
    const OpenFrame one = open_.back();
    open_.pop_back();
    const Frame& frame = flow_.frame(one.id);
    const Length height = bottom - one.top;
    std::size_t item = one.item;
    if (frame.fill) {
      placed_.items[item++] =
          filled_rectangle(kBackground, {{frame.x, one.top}, {frame.width, height}}, *frame.fill);
    }
    if (frame.bar) {
      const Length x = frame.bar_on_right ? frame.x + frame.width - frame.bar_width : frame.x;
      placed_.items[item] =
          filled_rectangle(kBackground, {{x, one.top}, {frame.bar_width, height}}, *frame.bar);
    }
    if (frame.rule && at_true_end) {
      placed_.items.emplace_back(rule({page::MarkKind::Layout, 0}, {frame.x, bottom}, frame.width,
                                      frame.rule_width, *frame.rule));
    }
  }

  /// Closes frames down to `outer`; the last box's height holds their bottom padding.
  void close_frames(FrameId outer) {
    Length padding;
    for (auto i = open_.rbegin(); i != open_.rend() && i->id != outer; ++i) {
      padding += flow_.frame(i->id).bottom;
    }
    Length bottom = y_ - padding;
    while (!open_.empty() && open_.back().id != outer) {
      bottom += flow_.frame(open_.back().id).bottom;
      close_frame(bottom, true);
    }
  }

  void end_frames(FrameId cut) {
    close_frames(cut);
    while (!open_.empty()) {
      y_ += flow_.frame(open_.back().id).bottom;
      close_frame(y_, false);
    }
  }

  /// Boxes that are placed together: one, or the slices of a row.
  void place_boxes(std::size_t first, std::size_t end, bool at_top) {
    std::vector<Length> tops;
    auto& boxes = flow_.boxes();
    for (std::size_t i = first; i < end; ++i) {
      Box& box = boxes[i];
      if (!at_top) close_frames(box.open);
      if (!at_top || i != first) y_ += box.space;
      Length top = y_;
      for (const FrameId id : flow_.path(box.frame, box.open)) {
        open_frame(id, top);
        top += flow_.frame(id).top;
      }
      place_destinations(box);
      tops.push_back(y_);
      y_ += box.height;
    }
    take_items(first, end, tops);
  }

  void place_destinations(Box& box) {
    for (page::Destination& destination : box.destinations) {
      destination.place.y += y_;
      placed_.destinations.push_back(std::move(destination));
    }
  }

  /// Column by column over the slices.
  void take_items(std::size_t first, std::size_t end, const std::vector<Length>& tops) {
    auto& boxes = flow_.boxes();
    const std::size_t columns = std::max<std::size_t>(1, boxes[first].column_ends.size());
    for (std::size_t column = 0; column < columns; ++column) {
      for (std::size_t i = first; i < end; ++i) take_column(boxes[i], column, tops[i - first]);
    }
  }

  void take_column(Box& box, std::size_t column, Length top) {
    const bool whole = box.column_ends.empty();
    const std::size_t from = column == 0 ? 0 : box.column_ends[column - 1];
    const std::size_t to = whole ? box.items.size() : box.column_ends[column];
    for (std::size_t i = from; i < to; ++i) {
      move_down(box.items[i], top);
      placed_.items.push_back(std::move(box.items[i]));
    }
  }

  Flow& flow_;
  Length top_, y_;
  std::vector<OpenFrame> open_;
  Placed placed_;
};

}  // namespace

Placed place(Flow& flow, std::size_t first, std::size_t end, Length top) {
  return Placer(flow, top).place(first, end);
}

Placed place_all(Flow& flow) { return place(flow, 0, flow.boxes().size(), {}); }

}  // namespace sheaf::layout
