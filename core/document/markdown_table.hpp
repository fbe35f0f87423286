#pragma once
// What a Markdown table says beyond its cells: its caption, and which columns hold numbers.

#include <cstddef>
#include <string>
#include <string_view>

#include <cmark-gfm.h>

namespace sheaf::document {

bool is_table(cmark_node* node);

/// A paragraph that begins with "Table:", as in Pandoc.
bool is_caption(cmark_node* node);

/// Takes the captions out of the text, without "Table:", and gives each to its table: the one
/// directly below it, else the one directly above. Without an empty line between, the caption
/// above is a paragraph all the same, but the one below is the table's last row.
void take_captions(cmark_node* root);

/// The table's caption, or null.
cmark_node* caption_of(cmark_node* table);

/// How many cells a row was typed with: cmark drops those that are too many.
std::size_t typed_cells(std::string_view row);

/// The words of a cell, without marks.
std::string words_of(cmark_node* cell);

/// 1,250, -3.5, £12 or 40%.
bool is_amount(std::string_view words);

}  // namespace sheaf::document
