#pragma once
// The texts of a CSV file's cells, and words for its messages.

#include <cstddef>
#include <string>
#include <string_view>

namespace sheaf::data {

std::string_view without_blanks(std::string_view text);  // at its ends

/// The name of a column, without blanks and no-break spaces at its ends.
std::string heading_of(std::string_view text);

/// An amount, a number or a date without the blanks around it; any other text as it is.
std::string without_padding(std::string text);

std::string_view name_of_separator(char separator);  // "a comma"

std::string counted(std::size_t number, std::string_view what);  // "2 cells"

}  // namespace sheaf::data
