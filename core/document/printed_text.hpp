#pragma once
// Any value that can stand in a line of text, in house style.

#include <string>

#include "model/value.hpp"

namespace sheaf::document {

/// "25 November 2020", "£1,250", "Yes", "Catherine Underwood, Corporate Director for People",
/// "a, b and c". Text and Markdown as typed, a link's text; empty for images and records.
std::string printed_text(const model::Value& value);

}  // namespace sheaf::document
