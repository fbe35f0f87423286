#pragma once
// `[bore da]{lang=cy}`: words in another language, as Pandoc writes them.

#include <cmark-gfm.h>

namespace sheaf::document {

/// Puts what stands in such brackets into nodes of its own, also in headings and in cells of
/// tables. Brackets may hold marks, links and further brackets.
void mark_languages(cmark_node* root);

/// The language of such a node as it was typed, which lives as long as the node; null for others.
const char* marked_language(cmark_node* node);

}  // namespace sheaf::document
