#include "text/grapheme.hpp"

#include <hb.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace sheaf::text {
namespace {

struct Range {
  char32_t first, last;
};

constexpr std::array<Range, 15> kIgnorable{{{0x00AD, 0x00AD},
                                            {0x034F, 0x034F},
                                            {0x061C, 0x061C},
                                            {0x115F, 0x1160},
                                            {0x17B4, 0x17B5},
                                            {0x180B, 0x180F},
                                            {0x200B, 0x200F},
                                            {0x202A, 0x202E},
                                            {0x2060, 0x206F},
                                            {0x3164, 0x3164},
                                            {0xFE00, 0xFE0F},
                                            {0xFEFF, 0xFEFF},
                                            {0xFFA0, 0xFFA0},
                                            {0x1D173, 0x1D17A},
                                            {0xE0000, 0xE0FFF}}};

bool joins_previous(char32_t c) {
  if (c < 0x300) return c == 0xAD;
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  const bool mark = category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
                    category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
                    category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
  return mark || ignorable(c) || (c >= 0x1F3FB && c <= 0x1F3FF);  // the last: skin tones
}

bool regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

constexpr char32_t kJoiner = 0x200D;

}  // namespace

bool ignorable(char32_t c) {
  return std::ranges::any_of(kIgnorable, [c](Range r) { return c >= r.first && c <= r.last; });
}

std::size_t grapheme_end(std::string_view text, std::size_t at) {
  CodePoint c = decode(text, at);
  bool half_flag = regional_indicator(c.value);
  for (at += c.bytes; at < text.size(); at += c.bytes) {
    const bool joined = c.value == kJoiner;
    c = decode(text, at);
    const bool flag = half_flag && regional_indicator(c.value);
    if (!joined && !flag && !joins_previous(c.value)) return at;
    half_flag = false;
  }
  return at;
}

}  // namespace sheaf::text
