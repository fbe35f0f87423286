#pragma once
// A flow: one flat list of boxes with the space and the graded break before each. Keeps, widows,
// repeated headers and redrawn frames are costs and extra heights at a break, not special cases.

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/costs.hpp"
#include "layout/items.hpp"
#include "model/document.hpp"

namespace sheaf::layout {

using FrameId = std::int32_t;
constexpr FrameId kNoFrame = -1;

/// What surrounds a stretch of boxes and is drawn anew on each page that the stretch reaches: the
/// fill and bar of a callout, the padding and rule of a table row, the header of a table.
struct Frame {
  Length x = {}, width = {};
  Length top = {}, bottom = {};  // padding
  std::optional<Colour> fill = {}, bar = {}, rule = {};
  Length bar_width = {};  // a bar at the start side
  bool bar_on_right = false;
  Length rule_width = {};  // a rule at the true end
  Items repeated = {};     // drawn on continuation pages only, from their own top
  Length repeated_height = {};

  Length above() const { return repeated_height + top; }
};

/// A thing that is never cut. Its items count from its own top; x is the page's.
struct Box {
  Length height;
  Length baseline = {};  // of its first line, from its top; labels hang there
  Cost cost = 0;         // of a page break before it
  model::StructureId source = model::StructureId::None;  // for findings
  Items items = {};
  std::vector<page::Destination> destinations = {};
  /// A slice of a row: where each column's items end. Slices of one row that share a page are
  /// placed column by column, which is the reading order.
  std::vector<std::uint32_t> column_ends = {};
  std::uint32_t row = 0;  // 0 for none

  // Filled in by the flow.
  Length space = {};         // before it; vanishes at the top of a page
  FrameId frame = kNoFrame;  // the innermost one
  FrameId open = kNoFrame;   // the innermost one that a break before it would cut
  Length cut_above = {},
         cut_below = {};  // extra heights of such a break: on the next page, on this
};

/// Makes room above a box's contents.
void lower(Box& box, Length by);

class Flow {
 public:
  /// At least so much space before the next box. Neighbours collapse to the larger; there is none
  /// at the start and end of a frame.
  void space(Length least);
  /// A break before the next box costs at least this.
  void keep(Cost least);
  /// A label's items to stand beside the next box, on its first baseline. `label` is a box of its
  /// own: what it becomes when settle() finds that nothing came to hang it on.
  void hang(Box label);
  void settle();
  void add(Box box);

  FrameId open(Frame frame);
  void close();

  std::uint32_t new_row() { return ++rows_; }
  /// Boxes added so far, those that have left included.
  std::size_t count() const { return gone_ + boxes_.size(); }
  /// Adds to the cost of every break before the boxes from `first` (by count) on.
  void raise(std::size_t first, Cost by);
  Length height_since(std::size_t first) const;

  const std::vector<Box>& boxes() const { return boxes_; }
  std::vector<Box>& boxes() { return boxes_; }
  const Frame& frame(FrameId id) const { return frames_[static_cast<std::size_t>(id)].frame; }
  FrameId parent(FrameId id) const { return frames_[static_cast<std::size_t>(id)].parent; }
  /// Outermost first, down to `id`, leaving out `above` and what surrounds it.
  std::vector<FrameId> path(FrameId id, FrameId above = kNoFrame) const;
  /// Lets the first boxes go, and the frames that nothing uses any more.
  void drop_front(std::size_t boxes);

 private:
  struct Entry {
    Frame frame;
    FrameId parent = kNoFrame;
    Length above, below;  // this and all around it
    bool in_use = true;
  };
  Entry& entry(FrameId id) { return frames_[static_cast<std::size_t>(id)]; }
  void surround(Box& box);
  void hang_label_on(Box& box);
  void forget_unused_frames();

  std::vector<Box> boxes_;
  std::vector<Entry> frames_;
  std::vector<FrameId> free_frames_;
  std::size_t gone_ = 0;
  std::uint32_t rows_ = 0;

  FrameId current_ = kNoFrame;  // innermost open frame
  FrameId through_ = kNoFrame;  // innermost frame open ever since the last box
  Length space_;
  Cost cost_ = 0;
  std::optional<Box> label_;
};

}  // namespace sheaf::layout
