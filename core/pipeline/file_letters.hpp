#pragma once
// Between the bytes of a file and its text as a build reads it, which all places count.

#include <optional>
#include <string>
#include <string_view>

namespace sheaf::pipeline {

/// The bytes of a file that was read as `read`, once that is edited: in its own encoding, UTF-8 or
/// Windows-1252. Nothing if `bytes` do not say `read`, or cannot say what was edited.
std::optional<std::string> bytes_of_edited(std::string_view bytes, std::string_view read,
                                           std::string edited);

/// What a file says, in UTF-8 or else in Windows-1252, for showing it.
std::string shown_text(std::string_view bytes);

}  // namespace sheaf::pipeline
