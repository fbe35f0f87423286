#include "render/pdf/syntax.hpp"

#include <algorithm>
#include <charconv>

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
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_fixed(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  char fraction[20];
  for (int at = decimals; at-- > 0; value /= 10) fraction[at] = static_cast<char>('0' + value % 10);
  append_integer(out, value);
  while (decimals > 0 && fraction[decimals - 1] == '0') --decimals;
  if (decimals > 0) out.append(1, '.').append(fraction, static_cast<std::size_t>(decimals));
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
