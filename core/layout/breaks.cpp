#include "layout/breaks.hpp"

#include <algorithm>
#include <limits>

namespace sheaf::layout {
namespace {

/// Costs are summed in hundredths, so that rounding does not decide.
constexpr Cost kFine = 100;
/// A page is so much dearer, in percent, for each page after it, up to so many.
constexpr int kDearer = 3, kFarPages = 20;

/// A break before a box, or the end, with the best pages that can follow it.
struct Break {
  Length above;             // the height of all boxes before it
  Length cut_below, space;  // as the box has them
  Cost cost = 0;            // of it and all that follows
  Cost empty_page = 0;      // of room on the page before it, if all of that were empty
  std::size_t end = 0;      // of the page that follows, and how many pages follow
  int pages = 0;
};

/// Room is dearer the more pages come after: of equal choices, the front pages are filled.
Cost cost_of_empty_page(int pages_after) {
  return kFine * kEmptyPage * (100 + kDearer * std::min(pages_after, kFarPages)) / 100;
}

class Chooser {
 public:
  Chooser(const std::vector<Box>& boxes, const PageRoom& room)
      : boxes_(boxes), room_(room), breaks_(boxes.size() + 1) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      breaks_[i].cut_below = boxes[i].cut_below;
      breaks_[i].space = boxes[i].space;
      breaks_[i + 1].above = breaks_[i].above + boxes[i].space + boxes[i].height;
    }
  }

  std::vector<std::size_t> choose() {
    for (std::size_t i = boxes_.size(); i > 0; --i) settle(i - 1);
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < boxes_.size(); at = breaks_[at].end) {
      ends.push_back(breaks_[at].end);
    }
    return ends;
  }

 private:
  /// The best page that starts with box `first`, what follows taken into account. Of equal ones the
  /// fullest, which comes first.
  void settle(std::size_t first) {
    const Length top = top_of_page(first);
    std::size_t end = first + 1;
    while (end < boxes_.size() && breaks_[end + 1].above - top <= room_.height) ++end;
    Cost best = std::numeric_limits<Cost>::max();
    Break& before = breaks_[first];
    for (; end > first; --end) {
      if (breaks_[end].cost >= best) continue;  // room costs something, too
      const Cost cost = cost_of_page(breaks_[end].above - top, end, end == first + 1, best);
      if (cost >= best) continue;
      best = cost;
      before.end = end;
    }
    before.pages = breaks_[before.end].pages + 1;
    before.cost = best + kFine * boxes_[first].cost;
    before.empty_page = cost_of_empty_page(before.pages);
  }

  /// Where the page that starts with box `first` has its top, counted as Break::above is.
  Length top_of_page(std::size_t first) const {
    const Length top = breaks_[first].above + boxes_[first].space - boxes_[first].cut_above;
    return first == 0 ? top - room_.reserved : top;
  }

  /// With all pages after it; or any cost that is not below `limit`.
  Cost cost_of_page(Length used, std::size_t end, bool alone, Cost limit) const {
    if (end == boxes_.size()) return cost_of_last_page(used);
    const Break& next = breaks_[end];
    const Length slack = room_.height - used - next.cut_below;
    if (slack.micro < 0) return alone ? kFine * kOverfull + next.cost : limit;
    // Space that vanishes at the break is not room left over, or breaks before headings would cost.
    return next.cost +
           cost_of_room(std::max(slack - next.space, Length{}), next.empty_page, limit - next.cost);
  }

  /// Or `limit`, if it is that much: most breaks are not worth a division.
  Cost cost_of_room(Length left, Cost empty_page, Cost limit) const {
    __extension__ using Wide = __int128;
    const Wide share = Wide{left.micro} * empty_page + room_.height.micro / 2;
    if (share >= Wide{limit} * room_.height.micro) return limit;
    return static_cast<Cost>(share) / room_.height.micro;
  }

  Cost cost_of_last_page(Length used) const {
    if (used > room_.height) return kFine * kOverfull;
    return room_.ends && used * 8 < room_.height ? kFine * kShortLastPage : 0;
  }

  const std::vector<Box>& boxes_;
  const PageRoom& room_;
  std::vector<Break> breaks_;
};

}  // namespace

std::vector<std::size_t> choose_breaks(const std::vector<Box>& boxes, const PageRoom& room) {
  return Chooser(boxes, room).choose();
}

}  // namespace sheaf::layout
