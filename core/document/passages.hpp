#pragma once
// A document as a reader compares it: section by section, passage by passage, word by word.

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace sheaf::document {

/// What is read as one: a heading, a paragraph, a list item, a table's title or row, a fact, a key
/// figure, a picture with its alternative text.
struct Passage {
  std::string_view kind;           // "paragraph", "table row"
  std::vector<std::string> words;  // **strong**, *emphasised*, `code`; a link's address in < >
                                   // follows its text; "|" stands between cells
  std::string_view picture = {};   // bytes of an image, or a pictogram's name; in the document
  SourceId source = {};
};

struct Chapter {
  std::string id;     // of the section; empty for what stands before the first one
  std::string title;  // empty when the section prints none
  SourceId source;
  std::vector<Passage> passages;
};

/// The first chapter is what stands before the sections. The document must outlive the chapters.
std::vector<Chapter> chapters_of(const model::Document& document);

}  // namespace sheaf::document
