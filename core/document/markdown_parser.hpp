#pragma once
// cmark-gfm's tree of a Markdown text, and where its nodes were typed.

#include <memory>

#include <cmark-gfm.h>

#include "base/diagnostic.hpp"
#include "document/text_places.hpp"
#include "model/value.hpp"

namespace sheaf::document {

using MarkdownTree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

/// Null when the text breaks a limit, which is reported: 64 KB, tables of 64 columns and 50,000
/// cells, nodes 64 deep. May be called from any thread.
MarkdownTree parse_markdown(const model::Value& value, const TextPlaces& places,
                            Diagnostics& diagnostics);

/// Where a block was typed.
SourceId place_of(cmark_node* block, const TextPlaces& places);

/// Places of the inline nodes in one block, asked for in their order. cmark counts columns of a
/// paragraph's later lines from where its text begins on them, and does not count a line that ends
/// in a backslash; this mends both.
class InlinePlaces {
 public:
  InlinePlaces(const TextPlaces& places, cmark_node* block);

  SourceId at(cmark_node* node);
  /// The place given last.
  SourceId last() const { return last_; }
  /// At a soft or hard break: the next node lies on the next line.
  void end_line();

 private:
  int text_column(int line) const;

  const TextPlaces& places_;
  int first_line_, first_column_, line_;
  int uncounted_lines_ = 0, uncounted_bytes_ = 0;
  SourceId last_;
};

}  // namespace sheaf::document
