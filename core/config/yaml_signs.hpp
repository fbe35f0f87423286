#pragma once
// Looking at YAML text where the parser tells too little, and hiding signs from it that are meant
// as text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/node.hpp"

namespace sheaf::config {

/// Replaces the sign at `at` by a control character, which is text to the parser and which byte
/// checks have refused in the file itself; for a hashtag also those that follow on its line.
void mask(std::string& text, std::size_t at);

/// The text as typed, with its signs.
std::string unmasked(std::string text);

/// Whether the text in double quotes that opens at `quote` asks for one of those control characters
/// by its number ("\x0E"): it could not be told from a sign.
bool escapes_a_mark(std::string_view source, std::size_t quote);

/// Whether a `#` is typed as text: in YAML it starts a comment, but few write one without a space
/// behind it.
bool is_hashtag(std::string_view text, std::size_t hash);

inline constexpr std::string_view kDoubleBackslashes =
    "Use single quotes, or write \\\\ for each backslash";

/// The escapes that a path of Windows between double quotes holds by mistake, each with the letters
/// behind it: "S:\\new folder" gives \new. A new line before a capital is meant as one.
std::vector<std::string_view> names_in_path(std::string_view quoted);

/// Behind the text in quotes that opens at `quote`; nothing if the file ends before it does.
std::optional<std::size_t> quote_end(std::string_view source, std::size_t quote);

/// The bracket with which a value begins and which closes, on its line, just before `at`.
std::optional<std::size_t> bracket_before(std::string_view source, std::size_t at);

/// Behind the text in any form, of one line or several, that begins at `begin` and reads `value`.
std::size_t text_end(std::string_view source, std::size_t begin, std::string_view value);

/// The dash of an empty list entry that the parser placed at what follows, at `offset`: it ends the
/// nearest line above that is not blank or a comment.
std::optional<std::size_t> dash_before(std::string_view source, std::size_t offset);

/// How far the `|` block at `offset` is indented: what its first line with text has lost.
model::TextLayout block_layout(std::string_view source, std::size_t offset, std::string_view value);

}  // namespace sheaf::config
