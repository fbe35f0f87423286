#pragma once
// A Document as the rules look at it: its texts read once, its links with their words.

#include <vector>

#include "lint/policy.hpp"
#include "lint/speller.hpp"
#include "lint/text_block.hpp"

namespace sheaf::lint {

struct LinkText {
  model::StructureId id;
  const TextBlock* block;
  std::uint32_t begin, end;  // bytes of the block's text

  std::string_view words() const {
    return std::string_view(block->text).substr(begin, end - begin);
  }
};

struct View {
  const model::Document& document;
  const Policy& policy;
  Speller* speller;               // or null
  std::vector<TextBlock> blocks;  // in reading order; list labels are left out
  std::vector<LinkText> links;    // in reading order
};

View look_at(const model::Document& document, const Policy& policy, Speller* speller,
             TextMemory* memory = nullptr);

/// Calls `visit(element, id)` for each element of a kind, in reading order.
template <class Visit>
void for_each(const View& view, model::ElementKind kind, Visit visit) {
  for (std::size_t i = 0; i < view.document.elements.size(); ++i) {
    const model::Element& element = view.document.elements[i];
    if (element.kind == kind) visit(element, static_cast<model::StructureId>(i));
  }
}

/// The sibling before or after `id`, or None.
model::StructureId sibling(const model::Document& document, model::StructureId id, int distance);

/// Where an element was typed, or what it stands in.
SourceId source_of(const model::Document& document, model::StructureId id);

/// The Section that an element stands in, or None.
model::StructureId section_of(const model::Document& document, model::StructureId id);

}  // namespace sheaf::lint
