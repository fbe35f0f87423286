#include "text/bidi.hpp"

#include <unicode/ubidi.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include "base/utf8.hpp"

namespace sheaf::text {
namespace {

bool direction_control(char32_t c) {
  return c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

struct Close {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// UTF-16 as ICU wants it, and which byte each unit came from.
struct Wide {
  std::u16string units;
  std::vector<std::uint32_t> byte;
};

Wide widen(std::string_view text) {
  Wide wide;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool pair = c.value > 0xFFFF;
    const char32_t rest = c.value - 0x10000;
    wide.units += static_cast<char16_t>(pair ? 0xD800 + (rest >> 10) : c.value);
    if (pair) wide.units += static_cast<char16_t>(0xDC00 + (rest & 0x3FF));
    wide.byte.resize(wide.units.size(), static_cast<std::uint32_t>(at));
    at += c.bytes;
  }
  wide.byte.push_back(static_cast<std::uint32_t>(text.size()));
  return wide;
}

}  // namespace

bool needs_bidi(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xD6) {  // below U+0580
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (is_right_to_left(c.value) || direction_control(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

void find_levels(std::string_view text, bool right_to_left, Levels& levels) {
  levels.assign(text.size(), right_to_left ? 1 : 0);
  const Wide wide = widen(text);
  const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(wide.units.size());
  ubidi_setPara(bidi.get(), wide.units.data(), size, right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) || !found) return;
  for (std::size_t i = 0; i < wide.units.size(); ++i) {
    std::fill(levels.begin() + wide.byte[i], levels.begin() + wide.byte[i + 1], found[i]);
  }
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0);
  const std::uint8_t highest = levels.empty() ? 0 : std::ranges::max(levels);
  for (std::uint8_t level = highest; level > 0; --level) {
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      while (end < order.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      begin = std::max(end, begin + 1);
    }
  }
  return order;
}

}  // namespace sheaf::text
