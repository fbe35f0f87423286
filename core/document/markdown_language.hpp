#pragma once
// `[bore da]{lang=cy}`: words in another language, as Pandoc writes them.

#include <cmark-gfm.h>

namespace sheaf::document {

/// Puts what stands in such brackets into custom inline nodes (CMARK_NODE_CUSTOM_INLINE), whose
/// `on_enter` is the language as it was typed. Brackets may hold marks, links and further brackets.
void mark_languages(cmark_node* root);

}  // namespace sheaf::document
