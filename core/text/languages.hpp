#pragma once
// Languages by their BCP 47 tags, as ICU knows them. Any thread.

#include <string>
#include <string_view>

namespace sheaf::text {

/// Whether the first part of a tag is in the register of languages (RFC 5646, 2.2.1): "en-GB",
/// "cy", "rmy"; not "eng", which is written en there, and not what stands for no language (und)
/// or is for private use. Everything is known where ICU's data lack the register.
bool is_known_language(std::string_view tag);

/// The tag that was likely meant: "cy" for "Welsh", "en" for "eng"; empty where none is near.
std::string meant_language(std::string_view written);

}  // namespace sheaf::text
