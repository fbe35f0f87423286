#include "document/markdown_table.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using IterPtr = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

constexpr std::string_view kLabel = "Table:";

std::string_view literal(cmark_node* node) {
  const char* text = node ? cmark_node_get_literal(node) : nullptr;
  return text ? text : "";
}

bool begins_with_label(cmark_node* block) {
  cmark_node* first = cmark_node_first_child(block);
  return first && cmark_node_get_type(first) == CMARK_NODE_TEXT &&
         literal(first).starts_with(kLabel);
}

/// A row with nothing in it but the caption: cmark adds the cells that were not typed.
cmark_node* caption_in_row(cmark_node* row) {
  cmark_node* first = row ? cmark_node_first_child(row) : nullptr;
  if (!first || cmark_node_next(row) || !cmark_node_previous(row)) return nullptr;
  cmark_node* second = cmark_node_next(first);
  const bool alone = second && cmark_node_get_start_column(second) == 0;
  return alone && begins_with_label(first) ? first : nullptr;
}

/// A caption between two tables is the lower one's.
cmark_node* caption_below(cmark_node* table) {
  cmark_node* below = cmark_node_next(table);
  if (!below || !is_caption(below)) return nullptr;
  cmark_node* next = cmark_node_next(below);
  return next && is_table(next) ? nullptr : below;
}

cmark_node* find_caption(cmark_node* table) {
  cmark_node* above = cmark_node_previous(table);
  if (above && is_caption(above)) return above;
  cmark_node* row = caption_in_row(cmark_node_last_child(table));
  return row ? row : caption_below(table);
}

void strip_label(cmark_node* caption) {
  cmark_node* first = cmark_node_first_child(caption);
  std::string_view rest = literal(first).substr(kLabel.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  cmark_node_set_literal(first, std::string(rest).c_str());
}

void free_caption(cmark_mem*, void* caption) { cmark_node_free(static_cast<cmark_node*>(caption)); }

void take_caption(cmark_node* table) {
  cmark_node* caption = find_caption(table);
  if (!caption) return;
  cmark_node* row = caption_in_row(cmark_node_last_child(table));
  strip_label(caption);
  cmark_node_unlink(caption);
  if (row == caption) cmark_node_free(cmark_node_last_child(table));
  cmark_node_set_user_data(table, caption);
  cmark_node_set_user_data_free_func(table, free_caption);
}

std::vector<cmark_node*> tables_in(cmark_node* root) {
  std::vector<cmark_node*> tables;
  const IterPtr iter(cmark_iter_new(root), cmark_iter_free);
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER && is_table(node)) tables.push_back(node);
  }
  return tables;
}

}  // namespace

/// An extension's nodes have no constant for their type.
bool is_table(cmark_node* node) {
  return std::string_view(cmark_node_get_type_string(node)) == "table";
}

bool is_caption(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && begins_with_label(node);
}

void take_captions(cmark_node* root) {
  for (cmark_node* table : tables_in(root)) take_caption(table);
}

cmark_node* caption_of(cmark_node* table) {
  return static_cast<cmark_node*>(cmark_node_get_user_data(table));
}

std::size_t typed_cells(std::string_view row) {
  const auto begin = row.find_first_not_of(" \t>");
  const auto end = row.find_last_not_of(" \t\r");
  if (begin == std::string_view::npos) return 0;
  row = row.substr(begin, end - begin + 1);
  if (row.starts_with('|')) row.remove_prefix(1);
  std::size_t cells = 1;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '|' && at + 1 < row.size()) {
      ++cells;
    }
  }
  return cells;
}

std::string words_of(cmark_node* cell) {
  const IterPtr iter(cmark_iter_new(cell), cmark_iter_free);
  std::string words;
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    if (event == CMARK_EVENT_ENTER) words += literal(cmark_iter_get_node(iter.get()));
  }
  return words;
}

bool is_amount(std::string_view words) {
  if (words.ends_with('%')) words.remove_suffix(1);
  return model::parse_money(words).has_value() || model::parse_decimal(words).has_value();
}

}  // namespace sheaf::document
