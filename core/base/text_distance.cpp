#include "base/text_distance.hpp"

#include <algorithm>
#include <vector>

namespace sheaf {
namespace {

constexpr std::size_t kLongest = 64;  // longer names are no slips; keeps the table small

std::size_t distance(std::string_view a, std::string_view b) {
  const std::size_t columns = b.size() + 1;
  std::vector<std::size_t> table((a.size() + 1) * columns);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return table[i * columns + j];
  };
  for (std::size_t i = 0; i <= a.size(); ++i) cell(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = cell(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
      cell(i, j) = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
    }
  }
  return cell(a.size(), b.size());
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known) {
  std::optional<std::string_view> best;
  std::size_t fewest = 0;
  if (typed.size() > kLongest) return best;
  for (const auto name : known) {
    const std::size_t longer = std::max(typed.size(), name.size());
    const std::size_t least = longer - std::min(typed.size(), name.size());  // edits
    if (name.size() > kLongest || least * 3 > longer) continue;
    const auto edits = distance(typed, name);
    if (edits * 3 <= longer && (!best || edits < fewest)) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

}  // namespace sheaf
