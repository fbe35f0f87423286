#pragma once
// JSON text, written by the compiler.

#include <cstddef>
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
  constexpr void string(std::string_view text) {
    put('"');
    for (const char c : text) escaped(c);
    put('"');
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
  constexpr void escaped(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      raw("\\u00");
      put(digits[static_cast<unsigned char>(c) >> 4]);
      put(digits[static_cast<unsigned char>(c) & 15]);
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
