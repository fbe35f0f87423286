#pragma once
// sRGB colours and the contrast that WCAG 2.2 asks for (success criterion 1.4.3).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend constexpr bool operator==(Colour, Colour) = default;
};

/// "#1d70b8" or "#fff"; nothing else.
std::optional<Colour> parse_colour(std::string_view text);
std::string to_string(Colour colour);

/// 1 (the same) to 21 (black on white), by WCAG 2.2's definition of contrast ratio.
double contrast(Colour a, Colour b);

}  // namespace sheaf
