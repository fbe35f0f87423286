#pragma once
// Markdown (GitHub's, with tables) to blocks and text.

#include "document/flow.hpp"
#include "model/value.hpp"

namespace sheaf::document {

/// Adds the blocks of a Markdown value; every run has its place in the file it was typed in.
/// Replacements are put in after parsing, so that a value never becomes markup. HTML, images,
/// headings where none may stand, texts over 64 KB, tables over 64 columns and texts nested too
/// deeply are errors at their place.
void write_markdown(const model::Value& markdown, Flow& flow);

/// The same where only a line of text may stand: paragraphs follow each other in one line, and
/// anything but paragraphs is an error.
void write_markdown_line(const model::Value& markdown, TextWriter& writer, Style style,
                         Composition& composition);

}  // namespace sheaf::document
