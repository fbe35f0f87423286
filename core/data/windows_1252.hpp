#pragma once
// The encoding of an older Excel's CSV files (WHATWG Encoding Standard, index windows-1252; the
// five bytes that Microsoft leaves undefined are refused).

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace sheaf::data {

/// UTF-8 text, or the offset of the first byte that stands for no letter.
tl::expected<std::string, std::size_t> from_windows_1252(std::string_view bytes);

}  // namespace sheaf::data
