#include "layout/flow.hpp"

#include <algorithm>
#include <utility>

namespace sheaf::layout {

void lower(Box& box, Length by) {
  box.height += by;
  box.baseline += by;
  move_down(box.items, by);
  for (page::Destination& destination : box.destinations) destination.place.y += by;
}

void Flow::space(Length least) {
  const bool at_frame_start = current_ != through_;
  if (!at_frame_start) space_ = std::max(space_, least);
}

void Flow::keep(Cost least) { cost_ = std::max(cost_, least); }

void Flow::hang(Box label) {
  if (!label_) {
    label_ = std::move(label);
    return;
  }
  move_down(label.items, label_->baseline - label.baseline);
  append(label_->items, std::move(label.items));
}

void Flow::settle() {
  if (label_) add(*std::exchange(label_, {}));
}

void Flow::hang_label_on(Box& box) {
  // A box without a line of its own (a picture) gets room for the label's.
  lower(box, std::max(Length{}, label_->baseline - box.baseline));
  Items items = std::move(label_->items);
  const auto count = static_cast<std::uint32_t>(items.size());
  move_down(items, box.baseline - label_->baseline);
  append(items, std::move(box.items));
  box.items = std::move(items);
  for (std::uint32_t& end : box.column_ends) end += count;
  label_.reset();
}

void Flow::surround(Box& box) {
  Length padding;
  for (const FrameId id : path(current_, through_)) padding += frame(id).top;
  lower(box, padding);
  box.frame = current_;
  box.open = through_;
  if (through_ != kNoFrame) {
    box.cut_above = entry(through_).above;
    box.cut_below = entry(through_).below;
  }
  through_ = current_;
}

void Flow::add(Box box) {
  if (label_) hang_label_on(box);
  surround(box);
  box.space = std::exchange(space_, {});
  box.cost = std::max(box.cost, std::exchange(cost_, 0));
  boxes_.push_back(std::move(box));
}

FrameId Flow::open(Frame frame) {
  Entry made{.frame = std::move(frame), .parent = current_, .above = {}, .below = {}};
  made.above = made.frame.above();
  made.below = made.frame.bottom;
  if (current_ != kNoFrame) {
    made.above += entry(current_).above;
    made.below += entry(current_).below;
  }
  if (free_frames_.empty()) {
    free_frames_.push_back(static_cast<FrameId>(frames_.size()));
    frames_.emplace_back();
  }
  current_ = free_frames_.back();
  free_frames_.pop_back();
  entry(current_) = std::move(made);
  return current_;
}

void Flow::close() {
  const bool has_boxes = current_ == through_;
  if (has_boxes) {
    if (!boxes_.empty()) boxes_.back().height += frame(current_).bottom;
    space_ = {};
    through_ = parent(current_);
  }
  current_ = parent(current_);
}

void Flow::raise(std::size_t first, Cost by) {
  for (std::size_t i = std::max(first, gone_); i < count(); ++i) boxes_[i - gone_].cost += by;
}

Length Flow::height_since(std::size_t first) const {
  Length height;
  for (std::size_t i = std::max(first, gone_); i < count(); ++i) {
    height += boxes_[i - gone_].space + boxes_[i - gone_].height;
  }
  return height;
}

std::vector<FrameId> Flow::path(FrameId id, FrameId above) const {
  std::vector<FrameId> frames;
  for (; id != above && id != kNoFrame; id = parent(id)) frames.push_back(id);
  std::reverse(frames.begin(), frames.end());
  return frames;
}

void Flow::drop_front(std::size_t boxes) {
  boxes_.erase(boxes_.begin(), boxes_.begin() + static_cast<std::ptrdiff_t>(boxes));
  gone_ += boxes;
  forget_unused_frames();
}

void Flow::forget_unused_frames() {
  for (Entry& one : frames_) one.in_use = false;
  const auto use = [this](FrameId id) {
    for (; id != kNoFrame && !entry(id).in_use; id = parent(id)) entry(id).in_use = true;
  };
  use(current_);
  for (const Box& box : boxes_) use(box.frame), use(box.open);
  free_frames_.clear();
  for (std::size_t i = frames_.size(); i > 0; --i) {
    if (frames_[i - 1].in_use) continue;
    frames_[i - 1].frame = {};
    free_frames_.push_back(static_cast<FrameId>(i - 1));
  }
}

}  // namespace sheaf::layout
