#pragma once
// Amounts of money whose thousands have become cells of their own, as a comma parts them.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace sheaf::data {

/// Puts the amounts with a £ and commas that stand in no quotes in a row of a CSV file, £1,350.00,
/// into quotes, if they are why the row has so many cells too many; else nothing.
std::vector<Fix> put_amounts_in_quotes(std::string_view row, SourceId start,
                                       std::size_t cells_too_many);

}  // namespace sheaf::data
