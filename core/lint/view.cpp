#include "lint/view.hpp"

#include <algorithm>

namespace sheaf::lint {
namespace {

using model::Document;
using model::Element;
using model::ElementKind;
using model::StructureId;

void read_texts(StructureId id, TextMemory* memory, View& view) {
  const Element& element = view.document[id];
  if (holds_text(element.kind)) {
    const bool was_typed = element.source && !element.runs.empty();  // no words of the law
    if (was_typed && element.role != model::Role::ListLabel) {
      view.blocks.push_back(read_block(view.document, id, memory));
    }
    return;
  }
  for (const StructureId child : element.children) read_texts(child, memory, view);
}

void find_links(const TextBlock& block, View& view) {
  StructureId open = StructureId::None;
  for (std::size_t i = 0; i < block.stretches.size(); ++i) {
    const std::uint32_t begin = block.stretches[i].begin;
    const std::size_t next =
        i + 1 < block.stretches.size() ? block.stretches[i + 1].begin : block.text.size();
    const StructureId link = link_of(view.document, block.stretches[i].run->owner);
    if (link != StructureId::None && link == open) {
      view.links.back().end = static_cast<std::uint32_t>(next);
    } else if (link != StructureId::None) {
      view.links.push_back({link, &block, begin, static_cast<std::uint32_t>(next)});
    }
    open = link;
  }
}

}  // namespace

View look_at(const Document& document, const Policy& policy, Speller* speller, TextMemory* memory) {
  View view{document, policy, speller, {}, {}};
  if (document.elements.empty()) return view;
  read_texts(StructureId::Root, memory, view);
  for (const TextBlock& block : view.blocks) find_links(block, view);
  return view;
}

StructureId sibling(const Document& document, StructureId id, int distance) {
  if (document[id].parent == StructureId::None) return StructureId::None;
  const auto& siblings = document[document[id].parent].children;
  // Document::add numbers elements as they come, and appends each to its parent's children.
  const auto at = std::ranges::lower_bound(siblings, id) - siblings.begin() + distance;
  const bool is_there = at >= 0 && at < static_cast<std::ptrdiff_t>(siblings.size());
  return is_there ? siblings[static_cast<std::size_t>(at)] : StructureId::None;
}

SourceId source_of(const Document& document, StructureId id) {
  while (!document[id].source && document[id].parent != StructureId::None) id = document[id].parent;
  return document[id].source;
}

StructureId section_of(const Document& document, StructureId id) {
  while (id != StructureId::None && document[id].kind != ElementKind::Section) {
    id = document[id].parent;
  }
  return id;
}

}  // namespace sheaf::lint
