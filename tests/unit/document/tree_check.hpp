#pragma once
// What every document keeps to, whatever it was composed from.

#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/document.hpp"

namespace sheaf::test {

class TreeCheck {
 public:
  explicit TreeCheck(const model::Document& document) : document_(document) {}

  /// What is wrong, one line each; empty for a sound tree.
  std::vector<std::string> run() {
    std::size_t children = 0;
    for (std::size_t at = 0; at < document_.elements.size(); ++at) {
      check(static_cast<Id>(at));
      children += document_.elements[at].children.size();
    }
    if (children + 1 != document_.elements.size()) problems_.push_back("element without a parent");
    return problems_;
  }

 private:
  using Id = model::StructureId;
  using Kind = model::ElementKind;

  void expect(bool holds, Id id, std::string_view rule) {
    if (holds) return;
    problems_.push_back(fmt::format("{} {}: {}", model::name_of(document_[id].kind),
                                    static_cast<std::uint32_t>(id), rule));
  }

  void check(Id id) {
    const model::Element& element = document_[id];
    Id before = id;
    for (const Id child : element.children) {
      expect(child > before && document_[child].parent == id, id, "children in order");
      before = child;
    }
    expect(model::holds_text(element.kind) || element.runs.empty(), id, "no runs");
    if (model::holds_text(element.kind)) check_text(id);
    if (element.kind == Kind::Heading) check_heading(id);
    check_children(id);
  }

  void check_text(Id id) {
    const auto& runs = document_[id].runs;
    expect(!runs.empty(), id, "text");
    if (runs.empty()) return;
    expect(!runs.front().text.starts_with(' ') && !runs.back().text.ends_with(' '), id, "trimmed");
    char last = 'x';
    for (const model::Run& run : runs) {
      const bool broken = run.flags & model::kLineBreak;
      expect(run.text.empty() == broken, id, "runs with text, and breaks without");
      for (const char c : run.text) {
        expect(c != '\n' && c != '\t' && !(c == ' ' && last == ' '), id, "single spaces");
        last = c;
      }
      check_owner(id, run.owner);
    }
  }

  void check_owner(Id block, Id owner) {
    for (; owner != block; owner = document_[owner].parent) {
      expect(owner > block && model::is_inline(document_[owner].kind), block, "its own inlines");
      if (owner <= block) return;
    }
  }

  void check_heading(Id id) {
    const model::Element& heading = document_[id];
    expect(heading.level >= 1 && heading.level <= 6, id, "level 1 to 6");
    expect(!heading.anchor.empty() && anchors_.insert(heading.anchor).second, id, "own anchor");
  }

  bool holds_only(Id id, std::initializer_list<Kind> kinds) {
    const std::set<Kind> allowed(kinds);
    for (const Id child : document_[id].children) {
      if (!allowed.contains(document_[child].kind)) return false;
    }
    return true;
  }

  void check_children(Id id) {
    const model::Element& element = document_[id];
    const auto has_children = [&] { expect(!element.children.empty(), id, "something in it"); };
    switch (element.kind) {
      case Kind::Document:
      case Kind::Section:
      case Kind::Body:
      case Kind::Callout:
      case Kind::Quote: return has_children();
      case Kind::List: return has_children(), expect(holds_only(id, {Kind::Item}), id, "items");
      case Kind::Facts: return has_children(), expect(holds_only(id, {Kind::Fact}), id, "facts");
      case Kind::Metrics: return expect(holds_only(id, {Kind::Metric}), id, "metrics");
      case Kind::Pictograms: return expect(holds_only(id, {Kind::Pictogram}), id, "pictograms");
      case Kind::Item:
      case Kind::Fact:
      case Kind::Metric:
      case Kind::Pictogram:
        expect(holds_only(id, {Kind::Label, Kind::Body}), id, "label and body");
        return expect(document_[element.children.back()].kind == Kind::Body, id, "body last");
      case Kind::Table: return check_table(id);
      case Kind::HeaderCell:
      case Kind::Cell:
        expect(holds_only(id, {Kind::Paragraph}), id, "paragraphs");
        return expect(element.children.size() <= 1, id, "one paragraph");
      case Kind::Heading:
      case Kind::Paragraph:
      case Kind::Label:
      case Kind::Caption:
      case Kind::Link:
      case Kind::Span: return expect(holds_only(id, {Kind::Link, Kind::Span}), id, "inlines");
      default: return;
    }
  }

  void check_table(Id id) {
    const model::Element& table = document_[id];
    expect(holds_only(id, {Kind::Caption, Kind::TableHead, Kind::TableBody}), id, "its parts");
    std::size_t rows = 0;
    for (const Id part : table.children) {
      if (document_[part].kind == Kind::Caption) continue;
      for (const Id row : document_[part].children) {
        ++rows;
        expect(document_[row].children.size() == table.columns.size(), row, "rectangular");
        expect(holds_only(row, {Kind::HeaderCell, Kind::Cell}), row, "cells");
      }
    }
    expect(rows >= 2, id, "a header and a row");
  }

  const model::Document& document_;
  std::set<std::string> anchors_;
  std::vector<std::string> problems_;
};

}  // namespace sheaf::test
