#pragma once
// SHA-256 (FIPS 180-4), for telling whether bytes are those that somebody has approved.

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace sheaf {

/// 64 lower-case hexadecimal digits; or why there is no hash, as a sentence: the library that makes
/// it (Nettle) is loaded on first use, and may be missing. May be called from any thread.
tl::expected<std::string, std::string> sha256(std::string_view bytes);

/// Whether a text is such a hash, in capitals or not.
bool is_sha256(std::string_view text);

}  // namespace sheaf
