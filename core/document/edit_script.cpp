#include "document/edit_script.hpp"

#include <algorithm>

namespace sheaf::document {
namespace {

constexpr int kMostDifferences = 200;  // in one piece

/// The forward search of the paper: x counts `before`, y counts `after`, k = x - y is a diagonal.
class Search {
 public:
  Search(std::span<const int> before, std::span<const int> after)
      : before_(before), after_(after) {}

  /// Steps from the start as far as kMostDifferences lead; `x_` and `y_` tell how far that is.
  std::vector<Edit> run() {
    for (int d = 0;; ++d) {
      reach(d);
      const int k = furthest(d);
      if (!at_end(k, d) && d < kMostDifferences) continue;
      x_ = x_of(d, k);
      y_ = x_ - k;
      return way_back(d, k);
    }
  }
  int x() const { return x_; }
  int y() const { return y_; }

 private:
  int x_of(int d, int k) const {
    return reached_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
  }
  int width() const { return static_cast<int>(before_.size()); }
  int height() const { return static_cast<int>(after_.size()); }
  bool at_end(int k, int d) const { return x_of(d, k) == width() && x_of(d, k) - k == height(); }

  /// Whether the best way to diagonal k with d differences ends with an addition.
  bool came_down(int d, int k) const {
    return k == -d || (k != d && x_of(d - 1, k - 1) < x_of(d - 1, k + 1));
  }

  void reach(int d) {
    std::vector<int> row;
    for (int k = -d; k <= d; k += 2) {
      int x = 0;
      if (d > 0) x = came_down(d, k) ? x_of(d - 1, k + 1) : x_of(d - 1, k - 1) + 1;
      int y = x - k;
      while (x >= 0 && y >= 0 && x < width() && y < height() && same(x, y)) ++x, ++y;
      row.push_back(x);
    }
    reached_.push_back(std::move(row));
  }

  bool same(int x, int y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  /// The diagonal that has come furthest inside both sequences.
  int furthest(int d) const {
    int best = 0, sum = -1;
    for (int k = -d; k <= d; k += 2) {
      const int x = x_of(d, k), y = x - k;
      if (x > width() || y > height() || x + y <= sum) continue;
      best = k;
      sum = x + y;
    }
    return best;
  }

  std::vector<Edit> way_back(int d, int k) const {
    std::vector<Edit> steps;
    int x = x_of(d, k);
    for (; d >= 0; --d) {
      const bool down = d > 0 && came_down(d, k);
      const int from = d == 0 ? 0 : down ? x_of(d - 1, k + 1) : x_of(d - 1, k - 1) + 1;
      while (x > from) steps.push_back({Edit::Kind::Keep, static_cast<std::size_t>(--x)});
      if (d == 0) break;
      const int y = x - k;
      if (down) steps.push_back({Edit::Kind::Add, static_cast<std::size_t>(y - 1)});
      if (!down) steps.push_back({Edit::Kind::Remove, static_cast<std::size_t>(--x)});
      k += down ? 1 : -1;
    }
    std::ranges::reverse(steps);
    return steps;
  }

  std::span<const int> before_, after_;
  std::vector<std::vector<int>> reached_;  // x, by number of differences and diagonal
  int x_ = 0, y_ = 0;
};

/// Between two kept elements, what was removed comes first.
void sort_gaps(std::vector<Edit>& script) {
  for (auto at = script.begin(); at != script.end();) {
    const auto is_kept = [](const Edit& edit) { return edit.kind == Edit::Kind::Keep; };
    const auto begin = std::find_if_not(at, script.end(), is_kept);
    at = std::find_if(begin, script.end(), is_kept);
    std::stable_partition(begin, at,
                          [](const Edit& edit) { return edit.kind == Edit::Kind::Remove; });
  }
}

}  // namespace

std::vector<Edit> edit_script(std::span<const int> before, std::span<const int> after) {
  std::vector<Edit> script;
  std::size_t x = 0, y = 0;
  while (x < before.size() || y < after.size()) {
    Search search(before.subspan(x), after.subspan(y));
    for (const Edit& step : search.run()) {
      script.push_back({step.kind, step.index + (step.kind == Edit::Kind::Add ? y : x)});
    }
    x += static_cast<std::size_t>(search.x());
    y += static_cast<std::size_t>(search.y());
  }
  sort_gaps(script);
  return script;
}

}  // namespace sheaf::document
