#pragma once
// JSON text, written by the compiler.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace sheaf {
inline namespace sdk_1 {

/// Counts the bytes it is given, and keeps them when it has room.
class ManifestText {
 public:
  constexpr explicit ManifestText(char* out = nullptr) : out_(out) {}
  constexpr std::size_t size() const { return size_; }

  constexpr void raw(std::string_view text) {
    for (const char c : text) put(c);
  }
  constexpr void string(std::string_view text) { string({text}); }
  /// One text out of several.
  constexpr void string(std::initializer_list<std::string_view> parts) {
    put('"');
    for (const std::string_view part : parts) {
      for (const char c : part) escaped(c);
    }
    put('"');
  }
  constexpr void number(std::int64_t value) {
    if (value < 0) put('-');
    digits(value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  }
  /// `"key":` after a comma, unless it is the first in its object.
  constexpr void key(std::string_view name) {
    if (last_ != '{') put(',');
    string(name);
    put(':');
  }
  constexpr void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  constexpr void item(std::string_view text) {
    if (last_ != '[') put(',');
    string(text);
  }

 private:
  constexpr void put(char c) {
    if (out_) out_[size_] = c;
    ++size_;
    last_ = c;
  }
  constexpr void digits(std::uint64_t value) {
    if (value > 9) digits(value / 10);
    put(static_cast<char>('0' + value % 10));
  }
  constexpr void escaped(char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      raw("\\u00");
      put(hex[static_cast<unsigned char>(c) >> 4]);
      put(hex[static_cast<unsigned char>(c) & 15]);
    } else {
      put(c);
    }
  }

  char* out_;
  std::size_t size_ = 0;
  char last_ = '{';
};

}  // namespace sdk_1
}  // namespace sheaf
