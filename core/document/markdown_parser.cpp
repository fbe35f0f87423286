#include "document/markdown_parser.hpp"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "document/markdown_language.hpp"
#include "document/markdown_table.hpp"

namespace sheaf::document {
namespace {

// Beyond these, cmark-gfm 0.29 takes memory and time out of all proportion: a table of n columns
// and n one-cell rows makes n² cells.
constexpr std::size_t kMostBytes = 65'536;
constexpr std::ptrdiff_t kMostColumns = 64;
constexpr std::ptrdiff_t kMostCells = 50'000;
constexpr int kDeepest = 64;  // nested nodes: about 20 lists or quotations

using ParserPtr = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using IterPtr = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

enum class Tables { Known, Unknown };

MarkdownTree parse(std::string_view text, Tables tables) {
  // cmark keeps a process-wide list of extensions; a local static is made once, by one thread.
  static cmark_syntax_extension* const table = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  const ParserPtr parser(cmark_parser_new(CMARK_OPT_SMART), cmark_parser_free);
  if (tables == Tables::Known) cmark_parser_attach_syntax_extension(parser.get(), table);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return {cmark_parser_finish(parser.get()), cmark_node_free};
}

/// The first node that lies too deep, if any. Not recursive, so that depth cannot hurt it.
cmark_node* find_too_deep(cmark_node* root) {
  const IterPtr iter(cmark_iter_new(root), cmark_iter_free);
  int depth = 0;
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (!cmark_node_first_child(node)) continue;  // leaves have no leaving event
    depth += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (depth > kDeepest) return node;
  }
  return nullptr;
}

bool is_short_enough(const model::Value& value, Diagnostics& diagnostics) {
  const std::size_t size = value.text.size();
  if (size <= kMostBytes) return true;
  diagnostics.error("markdown-long", value.source,
                    fmt::format("This text is {} KB long, and the most is 64 KB", size / 1024 + 1),
                    "Split it into several sections");
  return false;
}

std::ptrdiff_t bars_in(std::string_view line) { return std::ranges::count(line, '|'); }

bool is_too_large(std::ptrdiff_t bars, const TextPlaces& places) {
  return bars > kMostColumns + 1 || bars * places.line_count() > kMostCells;
}

/// Any line with bars in it may be a table's, and so may all lines below it.
bool may_hold_large_tables(const TextPlaces& places) {
  for (int line = 1; line <= places.line_count(); ++line) {
    if (is_too_large(bars_in(places.line(line)), places)) return true;
  }
  return false;
}

/// The bars of a line below a table's headings, `|---|---|`, in a list or quotation too; 0 for
/// another line.
std::ptrdiff_t bars_below_headings(std::string_view line) {
  const auto rule = line.substr(line.find_last_not_of("|:- \t\v\f\r") + 1);
  return rule.find('-') == rule.npos ? 0 : bars_in(rule);
}

/// For each line, from 1, whether it is code or HTML.
std::vector<bool> lines_of_code(std::string_view text, int line_count) {
  std::vector<bool> is_code(static_cast<std::size_t>(line_count) + 1);
  const MarkdownTree tree = parse(text, Tables::Unknown);
  const IterPtr iter(cmark_iter_new(tree.get()), cmark_iter_free);
  while (cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    const auto type = cmark_node_get_type(node);
    if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK) continue;
    const int end = std::min(cmark_node_get_end_line(node), line_count);
    for (int line = cmark_node_get_start_line(node); line <= end; ++line)
      is_code[static_cast<std::size_t>(line)] = true;
  }
  return is_code;
}

bool has_small_tables(std::string_view text, const TextPlaces& places, Diagnostics& diagnostics) {
  if (!may_hold_large_tables(places)) return true;
  const auto is_code = lines_of_code(text, places.line_count());
  for (int line = 2; line <= places.line_count(); ++line) {
    const bool is_large = is_too_large(bars_below_headings(places.line(line)), places);
    if (!is_large || is_code[static_cast<std::size_t>(line)]) continue;
    diagnostics.error("markdown-table-size", places.at(line - 1, 1),
                      "This table is too large: the most is 64 columns and 50,000 cells",
                      "Give the rows as data to a section that makes a table of them");
    return false;
  }
  return true;
}

}  // namespace

MarkdownTree parse_markdown(const model::Value& value, const TextPlaces& places,
                            Diagnostics& diagnostics) {
  MarkdownTree tree(nullptr, cmark_node_free);
  if (!is_short_enough(value, diagnostics) || !has_small_tables(value.text, places, diagnostics))
    return tree;
  tree = parse(value.text, Tables::Known);
  mark_languages(tree.get());
  take_captions(tree.get());
  if (cmark_node* deep = find_too_deep(tree.get())) {
    diagnostics.error("markdown-depth", place_of(deep, places),
                      "The text is nested too deeply here",
                      "Use fewer levels of lists and quotations");
    tree.reset();
  }
  return tree;
}

SourceId place_of(cmark_node* block, const TextPlaces& places) {
  cmark_node* next = cmark_node_next(block);
  if (cmark_node_get_start_line(block) == 0 && next) block = next;  // directly above a table
  return places.at(cmark_node_get_start_line(block), cmark_node_get_start_column(block));
}

InlinePlaces::InlinePlaces(const TextPlaces& places, cmark_node* block)
    : places_(places),
      first_line_(cmark_node_get_start_line(block)),
      first_column_(cmark_node_get_start_column(block)),
      line_(first_line_),
      last_(place_of(block, places)) {}

SourceId InlinePlaces::at(cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  if (line == 0) return last_;  // cmark does not say
  line_ = line + uncounted_lines_;
  const int column = cmark_node_get_start_column(node);
  const bool is_first = line_ == first_line_;
  return last_ = places_.at(
             line_,
             is_first ? column : text_column(line_) + column - first_column_ - uncounted_bytes_);
}

void InlinePlaces::end_line() {
  const std::string_view line = places_.line(line_);
  if (line.ends_with('\\')) {
    const int begin = line_ == first_line_ ? first_column_ : text_column(line_);
    uncounted_bytes_ += static_cast<int>(line.size()) + 2 - begin;
    ++uncounted_lines_;
  } else {
    uncounted_bytes_ = 0;
  }
  ++line_;
}

/// Where a paragraph's text begins on a line that is not its first.
int InlinePlaces::text_column(int line) const {
  const auto at = places_.line(line).find_first_not_of(" \t>");
  return at == std::string_view::npos ? 1 : static_cast<int>(at) + 1;
}

}  // namespace sheaf::document
