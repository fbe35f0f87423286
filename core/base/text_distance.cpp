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

/// Where two texts that are not the same differ: what stands in each between what both share.
struct Difference {
  std::size_t begin;
  std::string_view longer, in_longer, in_shorter;
};

Difference difference_of(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() < b.size() ? b : a;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const auto begin =
      static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in1 - shorter.begin());
  std::size_t end = longer.size(), left = shorter.size();
  for (; left > begin && shorter[left - 1] == longer[end - 1]; --left) --end;
  return {begin, longer, longer.substr(begin, end - begin), shorter.substr(begin, left - begin)};
}

/// The word of the longer text that the difference lies in.
std::string_view word_around(const Difference& one) {
  std::size_t first = one.begin, end = one.begin + one.in_longer.size();
  while (first > 0 && is_letter(one.longer[first - 1])) --first;
  while (end < one.longer.size() && is_letter(one.longer[end])) ++end;
  return one.longer.substr(first, end - first);
}

/// One edit that nobody makes on purpose.
bool is_slip(std::string_view typed, std::string_view meant) {
  constexpr std::size_t kFewestLetters = 4;
  return distance(typed, meant) == 1 && digits_of(typed) == digits_of(meant) &&
         word_around(difference_of(typed, meant)).size() >= kFewestLetters;
}

/// area-11, area-1-1
bool is_beside_digit(const Difference& one) {
  const std::size_t end = one.begin + one.in_longer.size();
  return (one.begin > 0 && is_digit(one.longer[one.begin - 1])) ||
         (end < one.longer.size() && is_digit(one.longer[end]));
}

bool is_joiner(std::string_view sign) { return sign.empty() || sign == "-" || sign == "_"; }

/// One edit that makes no other name: two letters of a long word are swapped, one is doubled within
/// it, or a - or _ is left out between letters. Other names have a letter more: johnson, johnston;
/// contacts, contracts; cost, costs.
bool is_slip_of_fingers(std::string_view typed, std::string_view meant) {
  constexpr std::size_t kFewestLetters = 5;
  if (distance(typed, meant) != 1 || digits_of(typed) != digits_of(meant)) return false;
  const Difference one = difference_of(typed, meant);
  if (is_joiner(one.in_longer) && is_joiner(one.in_shorter)) return !is_beside_digit(one);
  const std::string_view word = word_around(one);
  const bool is_swap = one.in_longer.size() == 2 && std::ranges::all_of(one.in_longer, is_letter);
  if (is_swap) return word.size() >= kFewestLetters;
  const auto at = static_cast<std::size_t>(one.in_longer.data() - word.data());
  const bool is_within = at > 0 && at + 1 < word.size() && word.size() > kFewestLetters;
  if (!one.in_shorter.empty() || !is_letter(one.in_longer[0]) || !is_within) return false;
  return typed.size() > meant.size() && word[at - 1] == word[at];
}

/// The only one of the names that is near what was typed, if `is_meant` says so of the two in small
/// letters; and the only one that differs by capitals alone.
template <class IsMeant>
std::optional<std::string_view> only_near(std::string_view typed,
                                          std::span<const std::string_view> known,
                                          IsMeant is_meant) {
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
  const bool is_sure = near.size() == 1 && is_meant(small, in_small_letters(near[0]));
  return is_sure ? std::optional(near[0]) : std::nullopt;
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
  return only_near(typed, known, is_slip);
}

std::optional<std::string_view> surely_named(std::string_view typed,
                                             std::span<const std::string_view> known) {
  return only_near(typed, known, is_slip_of_fingers);
}

std::optional<std::string_view> same_but_for_capitals(std::string_view typed,
                                                      std::span<const std::string_view> known) {
  return only_near(typed, known, [](std::string_view, std::string_view) { return false; });
}

}  // namespace sheaf
