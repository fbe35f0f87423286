#pragma once
// "Did you mean": the nearest of some known names.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sheaf {

/// The known name with the fewest edits (Damerau: insert, drop, replace, swap), if it is near
/// enough to be a likely slip: at most a third of the longer name's length. Ties go to the first.
std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known);

}  // namespace sheaf
