#include "layout/breaks.hpp"

#include <algorithm>
#include <limits>

namespace sheaf::layout {
namespace {

/// Costs are summed in hundredths, so that rounding does not decide.
constexpr Cost kFine = 100;
/// A page is so much dearer, in percent, for each page after it, up to so many.
constexpr int kDearer = 3, kFarPages = 20;

/// The least that the boxes from one on can cost, where their first page ends, and how many pages
/// they make.
struct Best {
  Cost cost = std::numeric_limits<Cost>::max();
  std::size_t end = 0;
  int pages = 0;
};

/// Room is dearer the more pages come after: of equal choices, the front pages are filled.
Cost cost_of_room(Length slack, const PageRoom& room, int pages_after) {
  const Cost full = kFine * kEmptyPage * (100 + kDearer * std::min(pages_after, kFarPages)) / 100;
  return scaled(slack, full, room.height.micro).micro;
}

Cost cost_of_last_page(Length used, const PageRoom& room) {
  if (used > room.height) return kFine * kOverfull;
  return room.ends && used * 8 < room.height ? kFine * kShortLastPage : 0;
}

class Chooser {
 public:
  Chooser(const std::vector<Box>& boxes, const PageRoom& room)
      : boxes_(boxes), room_(room), best_(boxes.size() + 1) {
    best_.back().cost = 0;
  }

  std::vector<std::size_t> choose() {
    for (std::size_t i = boxes_.size(); i > 0; --i) best_[i - 1] = best_from(i - 1);
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < boxes_.size(); at = best_[at].end) ends.push_back(best_[at].end);
    return ends;
  }

 private:
  /// The best page that starts with box `first`, what follows taken into account.
  Best best_from(std::size_t first) const {
    Best best;
    Length used = boxes_[first].cut_above - boxes_[first].space;
    if (first == 0) used += room_.reserved;
    for (std::size_t end = first + 1; end <= boxes_.size(); ++end) {
      used += boxes_[end - 1].space + boxes_[end - 1].height;
      const bool alone = end == first + 1;
      if (!alone && used > room_.height) break;
      const Cost cost = cost_of_page(used, end, alone);
      if (cost <= best.cost) best = {cost, end, best_[end].pages + 1};
    }
    return best;
  }

  Cost cost_of_page(Length used, std::size_t end, bool alone) const {
    if (end == boxes_.size()) return cost_of_last_page(used, room_);
    const Box& next = boxes_[end];
    const Length slack = room_.height - used - next.cut_below;
    if (slack.micro < 0 && !alone) return std::numeric_limits<Cost>::max();
    // Space that vanishes at the break is not room left over, or breaks before headings would cost.
    const Length left = std::max(slack - next.space, Length{});
    const Cost room =
        slack.micro < 0 ? kFine * kOverfull : cost_of_room(left, room_, best_[end].pages);
    return room + kFine * next.cost + best_[end].cost;
  }

  const std::vector<Box>& boxes_;
  const PageRoom& room_;
  std::vector<Best> best_;
};

}  // namespace

std::vector<std::size_t> choose_breaks(const std::vector<Box>& boxes, const PageRoom& room) {
  return Chooser(boxes, room).choose();
}

}  // namespace sheaf::layout
