#pragma once
// Text broken into lines for a terminal.

#include <cstddef>
#include <string>
#include <string_view>

namespace sheaf::cli {

/// `text` with its lines broken at spaces so that none is wider than `width` columns; words that
/// are wider stand alone. Lines after the first are indented. A `width` of 0 breaks nothing.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

/// Columns that a text takes: code points, as a terminal cannot be asked for more.
std::size_t columns_of(std::string_view text);

}  // namespace sheaf::cli
