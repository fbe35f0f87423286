#pragma once
// Walks the document's elements and turns each block into boxes of a flow. One file per kind of
// block; the functions are listed in blocks.hpp.

#include <string_view>
#include <unordered_map>

#include "layout/flow.hpp"
#include "layout/layout.hpp"
#include "layout/pager.hpp"

namespace sheaf::layout {

/// Where blocks go: a column of the page, and how a table aligns its text there.
struct Column {
  Length x, width;
  std::optional<model::Alignment> alignment = {};

  Column inset(Length left, Length right) const;
};

/// Everything that setting one document needs. Lives as long as the build.
struct Job {
  const model::Document& document;
  const model::Theme& theme;
  const Pictures& pictures;
  text::Shop& shop;
  Diagnostics& diagnostics;
  Size body;  // of a page
};

class Builder {
 public:
  explicit Builder(const Job& job) : job_(job) {}

  /// Sets everything into `flow`, which `pager` empties as pages fill.
  void set_document(Flow& flow, Pager& pager);

  void add(model::StructureId id, const Column& column, Flow& flow);
  /// Blocks one below the other.
  void add_children(model::StructureId parent, const Column& column, Flow& flow);
  void set_section(model::StructureId id, const Column& column, Flow& flow);

  /// Widths that the text of an element, or of all blocks in it, can take.
  text::ContentWidths widths(model::StructureId id);
  /// The shaped text of an element that holds text. What widths() shaped is used again.
  text::Paragraph paragraph(model::StructureId id);
  /// Hands full pages on, when `flow` is the document's own.
  void relieve(Flow& flow);

  const Job& job() const { return job_; }
  const model::Theme& theme() const { return job_.theme; }
  const model::Element& element(model::StructureId id) const { return job_.document[id]; }
  const model::TextStyle& style(model::StructureId id) const {
    return job_.theme.style(element(id).role);
  }
  /// The first child of a kind, or None.
  model::StructureId child(model::StructureId id, model::ElementKind kind) const;
  /// Whether the first text in an element runs from right to left.
  bool is_right_to_left(model::StructureId id) const;
  std::string_view language(model::StructureId id) const;
  /// The room for hanging numbers beside the text of every section that has some.
  Length gutter();

 private:
  Column beside_gutter(model::StructureId section, const Column& column);
  bool is(model::StructureId id, model::ElementKind kind) const;
  Length gap(model::StructureId above, model::StructureId below) const;
  text::Paragraph shape(model::StructureId id);

  Job job_;
  std::unordered_map<std::uint32_t, text::Paragraph> shaped_;  // by StructureId, looked up only
  std::optional<Length> gutter_;                               // once it is known
  Flow* main_ = nullptr;
  Pager* pager_ = nullptr;
};

}  // namespace sheaf::layout
