#pragma once
// What a manifest came to, as bytes that are quicker to read than its JSON. They are for the
// program that made them: numbers go as they lie in memory, and there is no version.

#include <optional>
#include <string>
#include <string_view>

#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// All that parse_manifest() finds out, without the text.
std::string pack(const Manifest& manifest);

/// Nothing when the bytes are not what pack() gives.
std::optional<Manifest> unpack(std::string_view bytes);

}  // namespace sheaf::plugin
