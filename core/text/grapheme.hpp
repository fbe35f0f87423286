#pragma once
// What a reader takes for one character: a base and all that joins it (near to UAX 29's extended
// grapheme clusters, as far as fonts and line ends need them).

#include <cstddef>
#include <string_view>

namespace sheaf::text {

/// The end of the cluster that begins at `at`, which must lie inside `text`.
std::size_t grapheme_end(std::string_view text, std::size_t at);

/// Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties): seen through its effect only.
bool ignorable(char32_t code_point);

}  // namespace sheaf::text
