#include "document/numbering.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>

namespace sheaf::document {
namespace {

using model::Document;
using model::Element;
using model::ElementKind;
using model::Numbering;
using model::Role;
using model::StructureId;

constexpr std::size_t kTitleLevel = 2;  // of a section's title; level 1 is the report's

/// #StaySafe #HandsFaceSpace: labels, and no paragraph of the report.
bool is_tags(const Element& element) {
  std::string text;
  for (const model::Run& run : element.runs) text += run.text;
  for (std::size_t word = 0; word < text.size(); word = text.find_first_not_of(' ', word)) {
    if (text[word] != '#') return false;
    word = std::min(text.find(' ', word), text.size());
  }
  return !text.empty();
}

class Numberer {
 public:
  Numberer(Document& document, Numbering numbering) : document_(document), numbering_(numbering) {}

  void number_below(StructureId parent) {
    for (const StructureId id : document_[parent].children) {
      Element& element = document_[id];
      if (element.kind == ElementKind::Section) {
        number_below(id);
      } else if (element.kind == ElementKind::Heading) {
        number_heading(id);
      } else if (is_numbered_paragraph(element)) {
        counts_[1] += 1;
        prepend_number(id, 2);
      }
    }
  }

 private:
  void number_heading(StructureId id) {
    const std::size_t level = document_[id].level;
    if (level < kTitleLevel) return;
    if (numbering_ == Numbering::Paragraphs && level > kTitleLevel) return;
    const std::size_t depth = level - kTitleLevel;
    counts_[depth] += 1;
    for (std::size_t below = depth + 1; below < counts_.size(); ++below) counts_[below] = 0;
    prepend_number(id, depth + 1);
  }

  bool is_numbered_paragraph(const Element& element) const {
    return numbering_ == Numbering::Paragraphs && counts_[0] > 0 &&
           element.kind == ElementKind::Paragraph &&
           (element.role == Role::Body || element.role == Role::Lead) && !is_tags(element);
  }

  void prepend_number(StructureId id, std::size_t depth) {
    Element& element = document_[id];
    model::Run run;
    run.owner = id;
    run.flags = model::kNumber;
    run.source = element.source;
    run.text = fmt::format("{} ", fmt::join(std::span(counts_).first(depth), "."));
    element.runs.insert(element.runs.begin(), std::move(run));
  }

  Document& document_;
  Numbering numbering_;
  std::array<int, 5> counts_{};  // of heading levels 2 to 6; of titles and paragraphs
};

}  // namespace

void number(Document& document, Numbering numbering) {
  document.numbering = numbering;
  if (numbering == Numbering::None) return;
  Numberer(document, numbering).number_below(StructureId::Root);
}

}  // namespace sheaf::document
