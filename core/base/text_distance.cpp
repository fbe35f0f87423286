#include "base/text_distance.hpp"

#include <algorithm>
#include <string>
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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter of ASCII, or a byte of any character beyond it.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

std::string digits_of(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return !is_digit(c); });
  return digits;
}

/// The letters of the word that tells `a` from `b`, in the longer of both.
std::size_t letters_around_difference(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() < b.size() ? b : a;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const auto begin =
      static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in1 - shorter.begin());
  std::size_t end = longer.size();
  for (std::size_t left = shorter.size(); left > begin && shorter[left - 1] == longer[end - 1];) {
    --left;
    --end;
  }
  std::size_t first = begin;
  while (first > 0 && is_letter(longer[first - 1])) --first;
  while (end < longer.size() && is_letter(longer[end])) ++end;
  return end - first;
}

/// One edit that nobody makes on purpose.
bool is_slip(std::string_view typed, std::string_view meant) {
  constexpr std::size_t kFewestLetters = 4;
  return distance(typed, meant) == 1 && digits_of(typed) == digits_of(meant) &&
         letters_around_difference(typed, meant) >= kFewestLetters;
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

std::optional<std::string_view> nearest_alone(std::string_view typed,
                                              std::span<const std::string_view> known) {
  const auto near = nearest(typed, known);
  const std::vector<std::string_view> backwards(known.rbegin(), known.rend());
  const bool is_alone = near && nearest(typed, backwards) == near;  // ties go to the first
  return is_alone && digits_of(typed) == digits_of(*near) ? near : std::nullopt;
}

std::optional<std::string_view> surely_meant(std::string_view typed,
                                             std::span<const std::string_view> known) {
  constexpr std::size_t kNearEnoughToDoubt = 2;  // edits
  const std::string small = in_small_letters(typed.substr(0, kLongest + 1));
  std::vector<std::string_view> same, near;  // but for capitals; and all that may be meant
  for (const auto name : known) {
    const std::size_t longer = std::max(small.size(), name.size());
    const std::size_t least = longer - std::min(small.size(), name.size());
    if (longer > kLongest || least > kNearEnoughToDoubt) continue;
    const auto edits = distance(small, in_small_letters(name));
    if (edits == 0) same.push_back(name);
    if (edits <= kNearEnoughToDoubt) near.push_back(name);
  }
  if (same.size() == 1) return same[0];
  return near.size() == 1 && is_slip(small, in_small_letters(near[0])) ? std::optional(near[0])
                                                                       : std::nullopt;
}

}  // namespace sheaf
