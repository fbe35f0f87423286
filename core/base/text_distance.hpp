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

/// The nearest name, unless another is as near, or differs from what was typed by a digit: another
/// year is another thing.
std::optional<std::string_view> nearest_alone(std::string_view typed,
                                              std::span<const std::string_view> known);

/// The nearest of the program's own words if no other can be meant, so that it may be written
/// without asking: it differs by capitals alone, or by one edit in a word of four letters or more;
/// no digit differs; and every other name is more than two edits away.
std::optional<std::string_view> surely_meant(std::string_view typed,
                                             std::span<const std::string_view> known);

/// The same of names that people chose, where one that is not there may be meant: spend, spent;
/// mr-lee, ms-lee; johnson, johnston. The one edit swaps two letters of a word of five or more,
/// doubles one within such a word, or leaves out or exchanges a - or _ between letters.
std::optional<std::string_view> surely_named(std::string_view typed,
                                             std::span<const std::string_view> known);

/// The only name that differs from what was typed by capitals alone: of people, one letter more or
/// two of them swapped make somebody else.
std::optional<std::string_view> same_but_for_capitals(std::string_view typed,
                                                      std::span<const std::string_view> known);

}  // namespace sheaf
