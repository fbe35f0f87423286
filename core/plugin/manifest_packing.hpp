#pragma once
// What a manifest came to, as bytes that are quicker to read than its JSON. They are for the
// program that made them: numbers go as they lie in memory, and there is no version.

#include <optional>
#include <string>
#include <string_view>

#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// All that parse_manifest() finds out but the text and the parameters.
std::string pack_heading(const Manifest& manifest);
std::string pack(const model::Type& parameters);

/// Nothing when the bytes are not what was packed.
std::optional<Manifest> unpack_heading(std::string_view bytes);
std::optional<model::Type> unpack_type(std::string_view bytes);

}  // namespace sheaf::plugin
