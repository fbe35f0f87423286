#pragma once
// UTF-8: the only encoding inside Sheaf.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf {

/// One code point read from text: its value and how many bytes it took (at least 1).
/// A malformed byte is U+FFFD and takes one byte.
struct CodePoint {
  char32_t value;
  std::size_t bytes;
};

/// Reads the code point at `at`, which must lie inside `text`.
CodePoint decode(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t value);

/// The offset of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no
/// surrogates).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The offset of the first ASCII control character other than tab and line ends, or noncharacter
/// (U+FFFE, Unicode 23.7); neither stands in readable text, nor in XML 1.0.
std::optional<std::size_t> find_control_character(std::string_view text);

/// U+FFFE and its like, which Unicode keeps out of texts (23.7).
bool is_noncharacter(char32_t value);

std::size_t count_code_points(std::string_view text);

/// Whether it lies in a block of a script that is written from right to left, such as Arabic.
bool is_right_to_left(char32_t value);

/// "U+00A0", for messages.
std::string code_point_name(char32_t value);

}  // namespace sheaf
