#include "render/pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/utf8.hpp"

namespace sheaf::render::pdf {
namespace {

void append_code_unit(std::string& out, unsigned unit) {
  out += static_cast<char>(unit >> 8);
  out += static_cast<char>(unit & 0xFF);
}

void append_utf16(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode(utf8, at);
    at += point.bytes;
    if (point.value < 0x10000) {
      append_code_unit(out, point.value);
      continue;
    }
    const unsigned beyond = point.value - 0x10000;
    append_code_unit(out, 0xD800 + (beyond >> 10));
    append_code_unit(out, 0xDC00 + (beyond & 0x3FF));
  }
}

void append_hex(std::string& out, std::string_view bytes) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  for (const unsigned char byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, static_cast<std::size_t>(end - digits));
}

void append_fixed(std::string& out, std::int64_t value, int decimals) {
  std::uint64_t rest = static_cast<std::uint64_t>(value < 0 ? -value : value);
  for (; decimals > 0 && rest % 10 == 0; rest /= 10) --decimals;
  char text[48];
  char* begin = std::end(text);
  const auto put = [&](std::uint64_t digit) { *--begin = static_cast<char>('0' + digit); };
  for (int left = decimals; left > 0; --left, rest /= 10) put(rest % 10);
  if (decimals > 0) *--begin = '.';
  do put(rest % 10);
  while (rest /= 10);
  if (value < 0) *--begin = '-';
  out.append(begin, static_cast<std::size_t>(std::end(text) - begin));
}

void append_points(std::string& out, Length length) { append_fixed(out, in_hundredths(length), 2); }

bool is_plain_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
}

std::string utf16_text(std::string_view utf8) {
  std::string text = "\xFE\xFF";
  append_utf16(text, utf8);
  return text;
}

void append_text_string(std::string& out, std::string_view utf8) {
  if (is_plain_ascii(utf8)) return append_byte_string(out, utf8);
  out += '<';
  append_hex(out, utf16_text(utf8));
  out += '>';
}

void append_byte_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (const unsigned char byte : bytes) append_literal_byte(out, byte);
  out += ')';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  std::string text;
  append_utf16(text, utf8);
  append_hex(out, text);
}

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '_' || c == '.';
    if (letter || other) plain += c;
  }
  return plain;
}

}  // namespace sheaf::render::pdf
