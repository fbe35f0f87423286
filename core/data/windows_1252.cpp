#include "data/windows_1252.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace sheaf::data {
namespace {

// Bytes 0x80 to 0x9F; 0 is undefined. All others are their own code points.
constexpr std::array<char32_t, 32> kUpper{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

tl::expected<std::string, std::size_t> from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const char32_t letter = byte >= 0x80 && byte < 0xA0 ? kUpper.at(byte - 0x80U) : byte;
    if (letter == 0 && byte != 0) return tl::unexpected(i);
    append_utf8(text, letter);
  }
  return text;
}

std::optional<std::string> to_windows_1252(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint letter = decode(text, at);
    const auto upper = std::ranges::find(kUpper, letter.value);
    const bool is_upper = letter.value != 0 && upper != kUpper.end();
    const bool is_itself = letter.value < 0x80 || (letter.value >= 0xA0 && letter.value < 0x100);
    if (!is_upper && !is_itself) return {};
    bytes += static_cast<char>(is_upper ? 0x80 + (upper - kUpper.begin())
                                        : static_cast<std::ptrdiff_t>(letter.value));
    at += letter.bytes;
  }
  return bytes;
}

}  // namespace sheaf::data
