#include "base/clean_line.hpp"

#include "base/utf8.hpp"

namespace sheaf {

bool is_steering(char32_t value) {
  const bool is_control = value < 0x20 || (value >= 0x7F && value < 0xA0);
  const bool turns = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
  return is_control || turns;
}

std::string clean_line(std::string_view text, std::size_t most) {
  std::string line;
  for (std::size_t at = 0; at < text.size() && line.size() < most;) {
    const CodePoint point = decode(text, at);
    append_utf8(line, is_steering(point.value)       ? U' '
                      : is_noncharacter(point.value) ? U'\uFFFD'
                                                     : point.value);
    at += point.bytes;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace sheaf
