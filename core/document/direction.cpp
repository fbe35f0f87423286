#include "document/direction.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace sheaf::document {
namespace {

struct Range {
  char32_t first, last;
};

// Digits and signs inside right-to-left blocks, which have no direction of their own.
constexpr std::array<Range, 4> kArabicDigits = {
    {{0x0600, 0x0605}, {0x060C, 0x060C}, {0x0660, 0x066C}, {0x06F0, 0x06F9}}};

// Signs and symbols above ASCII.
constexpr std::array<Range, 6> kNeutral = {{{0x0080, 0x00A9},
                                            {0x00AB, 0x00B4},
                                            {0x00B6, 0x00B9},
                                            {0x00BB, 0x00BF},
                                            {0x2000, 0x2BFF},
                                            {0x3000, 0x3020}}};

template <std::size_t size>
bool is_in(const std::array<Range, size>& ranges, char32_t value) {
  return std::ranges::any_of(
      ranges, [value](Range range) { return value >= range.first && value <= range.last; });
}

bool is_ascii_letter(char32_t value) {
  return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z');
}

std::optional<Direction> direction(char32_t value) {
  if (value < 0x80) {
    return is_ascii_letter(value) ? std::optional(Direction::LeftToRight) : std::nullopt;
  }
  if (is_in(kNeutral, value) || is_in(kArabicDigits, value)) return std::nullopt;
  return sheaf::is_right_to_left(value) ? Direction::RightToLeft : Direction::LeftToRight;
}

/// The first direction in `text` that `is_wanted`.
template <class Wanted>
std::optional<Direction> find_direction(std::string_view text, Wanted is_wanted) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const auto found = direction(point.value);
    if (found && is_wanted(*found)) return found;
    at += point.bytes;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Direction> first_strong(std::string_view text) {
  return find_direction(text, [](Direction) { return true; });
}

bool holds_right_to_left(std::string_view text) {
  const auto is_right = [](Direction found) { return found == Direction::RightToLeft; };
  return find_direction(text, is_right).has_value();
}

bool is_right_to_left(std::string_view language) {
  static constexpr std::array<std::string_view, 12> kLanguages = {
      "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"};
  const auto primary = language.substr(0, language.find('-'));
  return std::ranges::find(kLanguages, primary) != kLanguages.end();
}

}  // namespace sheaf::document
