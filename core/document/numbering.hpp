#pragma once
// The numbers of headings and paragraphs, as real text: a screen reader says them, and bookmarks
// carry them.

#include "model/document.hpp"

namespace sheaf::document {

/// Puts a run with kNumber before the text of what is numbered.
/// Headings: "1" before section titles, "1.1" before headings below them, and so on.
/// Paragraphs: "1" before section titles; the paragraphs that stand directly in a section run on
/// below it as 1.1, 1.2, whatever headings come between. Lists, tables, figures and boxes belong to
/// the paragraph before them and carry none; nor does what comes before the first section title.
void number(model::Document& document, model::Numbering numbering);

}  // namespace sheaf::document
