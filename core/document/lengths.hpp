#pragma once
// Texts that a PDF holds in one string: 32,767 bytes at most (ISO 19005-2, 6.1.13), which are
// 16,382 units of UTF-16.

#include <string_view>

#include "base/diagnostic.hpp"
#include "model/document.hpp"

namespace sheaf::document {

/// An error ("too-long-for-pdf") when `text`, a "title" for example, is longer than 16,000
/// characters; those outside the Basic Multilingual Plane count twice.
void check_length(std::string_view what, std::string_view text, SourceId source,
                  Diagnostics& diagnostics);

/// Does so for headings and their ids, alternative texts, expansions, and links' texts and targets.
void check_lengths(const model::Document& document, Diagnostics& diagnostics);

}  // namespace sheaf::document
