#pragma once
// Documents for tests of layout and rendering, built block by block.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "model/document.hpp"

namespace sheaf::test {

using model::ElementKind;
using model::Role;
using model::StructureId;

class DocumentBuilder {
 public:
  using Texts = std::vector<std::string>;

  DocumentBuilder() {
    document.title = "A report";
    document.language = "en-GB";
    document.add(StructureId::None, element(ElementKind::Document, Role::Body));
  }

  StructureId add(StructureId parent, ElementKind kind) {
    return document.add(parent, element(kind, Role::Body));
  }

  StructureId text(StructureId parent, ElementKind kind, Role role, const std::string& words) {
    const StructureId id = document.add(parent, element(kind, role));
    run(id, id, words);
    return id;
  }

  /// A run of `block` that `owner`, an inline element or the block itself, owns.
  void run(StructureId block, StructureId owner, const std::string& words,
           std::uint8_t flags = model::kPlain) {
    document[block].runs.push_back({.owner = owner, .flags = flags, .source = {}, .text = words});
  }

  StructureId link(StructureId block, const std::string& words, const std::string& target) {
    const StructureId id = add(block, ElementKind::Link);
    document[id].target = target;
    run(block, id, words);
    return id;
  }

  StructureId heading(int level, const std::string& words, StructureId parent = StructureId::Root) {
    const auto role = static_cast<Role>(static_cast<int>(Role::Heading2) + level - 2);
    const StructureId id =
        text(parent, ElementKind::Heading, level == 1 ? Role::Title : role, words);
    document[id].level = static_cast<std::uint8_t>(level);
    document[id].anchor = "heading-" + std::to_string(static_cast<std::uint32_t>(id));
    return id;
  }

  StructureId paragraph(const std::string& words, StructureId parent = StructureId::Root,
                        Role role = Role::Body) {
    return text(parent, ElementKind::Paragraph, role, words);
  }

  /// An item's body, for blocks.
  StructureId item(StructureId list, const std::string& label) {
    const StructureId id = add(list, ElementKind::Item);
    text(id, ElementKind::Label, Role::ListLabel, label);
    return add(id, ElementKind::Body);
  }

  StructureId list(const Texts& items, StructureId parent = StructureId::Root) {
    const StructureId id = add(parent, ElementKind::List);
    for (const std::string& words : items) paragraph(words, item(id, "\u2022"));
    return id;
  }

  StructureId table(const Texts& head, const std::vector<Texts>& rows,
                    StructureId parent = StructureId::Root) {
    const StructureId id = add(parent, ElementKind::Table);
    text(id, ElementKind::Caption, Role::TableCaption, "A table");
    document[id].columns.resize(head.size());
    row(add(id, ElementKind::TableHead), head, ElementKind::HeaderCell, Role::TableHead);
    const StructureId body = add(id, ElementKind::TableBody);
    for (const Texts& cells : rows) row(body, cells, ElementKind::Cell, Role::TableCell);
    return id;
  }

  /// Label and body of a fact, metric or pictogram.
  StructureId labelled(StructureId group, ElementKind kind, Role label_role,
                       const std::string& label, Role body_role, const Texts& paragraphs) {
    const StructureId id = add(group, kind);
    text(id, ElementKind::Label, label_role, label);
    const StructureId body = add(id, ElementKind::Body);
    for (const std::string& words : paragraphs) paragraph(words, body, body_role);
    return id;
  }

  StructureId callout(const std::string& title, const Texts& paragraphs) {
    const StructureId id = add(StructureId::Root, ElementKind::Callout);
    paragraph(title, id, Role::CalloutTitle);
    for (const std::string& words : paragraphs) paragraph(words, id, Role::CalloutBody);
    return id;
  }

  model::Document document;

 private:
  StructureId row(StructureId group, const Texts& cells, ElementKind kind, Role role) {
    const StructureId id = add(group, ElementKind::Row);
    for (const std::string& words : cells) paragraph(words, add(id, kind), role);
    return id;
  }

  /// Every element has a place of its own, so that a finding tells which it is about.
  model::Element element(ElementKind kind, Role role) const {
    model::Element made;
    made.kind = kind;
    made.role = role;
    made.source = {static_cast<std::uint32_t>(document.elements.size())};
    return made;
  }
};

/// "w1 w2 w3 …": words that are all different, so that a lost one is missed.
inline std::string words(int count, const std::string& stem = "word") {
  std::string text;
  for (int i = 1; i <= count; ++i) text += (i > 1 ? " " : "") + stem + std::to_string(i);
  return text;
}

}  // namespace sheaf::test
