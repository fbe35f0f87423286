#pragma once
// The encoding of an older Excel's CSV files (WHATWG Encoding Standard, index windows-1252; the
// five bytes that Microsoft leaves undefined are refused).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace sheaf::data {

/// UTF-8 text, or the offset of the first byte that stands for no letter.
tl::expected<std::string, std::size_t> from_windows_1252(std::string_view bytes);

/// The way back; nothing for a letter that the encoding does not have. `text` is UTF-8.
std::optional<std::string> to_windows_1252(std::string_view text);

}  // namespace sheaf::data
