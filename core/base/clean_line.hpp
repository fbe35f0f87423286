#pragma once
// Texts of strangers, on their way to a terminal, a log or a message.

#include <cstddef>
#include <string>
#include <string_view>

namespace sheaf {

/// Whether a character steers what shows it: a control (Unicode's Cc, line ends too), or one that
/// turns the direction of what follows it (U+202A to U+202E, U+2066 to U+2069; Unicode Annex 9).
bool is_steering(char32_t value);

/// One line: a space for each of these, and U+FFFD for each noncharacter and for each byte that is
/// no UTF-8; without spaces at its end. What begins behind `most` bytes is left out.
std::string clean_line(std::string_view text, std::size_t most = 500);

}  // namespace sheaf
