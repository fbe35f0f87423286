#pragma once
// The written forms of PDF's basic objects (ISO 32000-1, 7.3), appended to a string.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/units.hpp"

namespace sheaf::render::pdf {

void append_integer(std::string& out, std::int64_t value);

/// `value / 10^decimals`, without trailing zeros: (1250, 2) is "12.5".
void append_fixed(std::string& out, std::int64_t value, int decimals);

/// Points to a hundredth: 1/7200 inch, finer than any device shows.
void append_points(std::string& out, Length length);
constexpr std::int64_t in_hundredths(Length length) {
  return (length.micro + (length.micro < 0 ? -5'000 : 5'000)) / 10'000;
}

/// One byte inside a literal string "( )".
inline void append_literal_byte(std::string& out, unsigned char byte) {
  switch (byte) {
    case '(':
    case ')':
    case '\\': out += {'\\', static_cast<char>(byte)}; return;
    case '\r': out += "\\r"; return;  // a bare carriage return would be read as a line feed
    default: out += static_cast<char>(byte);
  }
}

/// A text string (7.9.2.2): literal when it is plain ASCII, else UTF-16BE in hexadecimal.
void append_text_string(std::string& out, std::string_view utf8);

/// Bytes as a literal string: URIs and names of destinations.
void append_byte_string(std::string& out, std::string_view bytes);

/// UTF-16BE code units in hexadecimal, without a byte order mark.
void append_utf16_hex(std::string& out, std::string_view utf8);

/// UTF-16BE with a byte order mark.
std::string utf16_text(std::string_view utf8);
bool is_plain_ascii(std::string_view text);

/// What may stand in a name without escapes: letters, digits, '-', '+', '_' and '.'.
std::string plain_name(std::string_view name);

}  // namespace sheaf::render::pdf
