#pragma once
// The base direction of a paragraph (Unicode Standard Annex #9, rules P2 and P3).

#include <optional>
#include <string_view>

namespace sheaf::document {

enum class Direction { LeftToRight, RightToLeft };

/// The direction of the first letter that has one.
std::optional<Direction> first_strong(std::string_view text);

bool holds_right_to_left(std::string_view text);

/// Whether a BCP 47 language is written from right to left: ar, fa, he, ps, ur, …
bool is_right_to_left(std::string_view language);

}  // namespace sheaf::document
