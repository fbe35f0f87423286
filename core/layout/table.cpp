#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks.hpp"
#include "layout/page_maker.hpp"
#include "layout/row.hpp"
#include "layout/table_columns.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

/// A column's text has at least so many times the type size, or the table is set cell under cell.
constexpr std::int64_t kLeastEms = 2;

class TableSetter {
 public:
  TableSetter(Builder& builder, StructureId table, const Column& column, Flow& flow)
      : builder_(builder),
        element_(builder.element(table)),
        style_(builder.theme().table),
        table_(table),
        column_(column),
        flow_(flow),
        right_to_left_(builder.is_right_to_left(table)) {
    collect_rows();
  }

  void set() {
    choose_widths();
    for (const StructureId id : captions_) set_caption(id);
    const bool has_repeated_header = !head_.empty() && open_with_header();
    for (std::size_t i = 0; i < body_.size(); ++i) {
      flow_.keep(cost_before(i));
      add_body_row(i, flow_);
      builder_.relieve(flow_);
    }
    if (has_repeated_header) flow_.close();
    // As far below its last rule as below words in a cell of it.
    flow_.space(builder_.theme().paragraph_gap + builder_.theme().table.padding.bottom);
  }

 private:
  void collect_rows() {
    for (const StructureId id : element_.children) {
      switch (builder_.element(id).kind) {
        case ElementKind::Caption: captions_.push_back(id); break;
        case ElementKind::TableHead: add_rows(id, head_); break;
        case ElementKind::TableBody: add_rows(id, body_); break;
        default: body_.push_back(id); break;
      }
    }
    count_ = 1;
    for (const auto* rows : {&head_, &body_}) {
      for (const StructureId row : *rows) count_ = std::max(count_, cells(row).size());
    }
  }

  void add_rows(StructureId group, std::vector<StructureId>& rows) const {
    const auto& children = builder_.element(group).children;
    rows.insert(rows.end(), children.begin(), children.end());
  }

  const std::vector<StructureId>& cells(StructureId row) const {
    return builder_.element(row).children;
  }

  Length padding() const { return style_.padding.left + style_.padding.right; }

  void choose_widths() {
    const auto count = static_cast<std::int64_t>(count_);
    const Length text_width = column_.width - padding() * count;
    const Length least = builder_.theme().style(model::Role::TableCell).size * kLeastEms * count;
    is_stacked_ = text_width < least;
    if (is_stacked_) {
      builder_.job().diagnostics.warning(
          "does-not-fit", element_.source,
          "This table has more columns than fit on the page, so its cells stand one below another",
          "Leave out columns, or make two tables of it");
      return;
    }
    std::vector<text::ContentWidths> contents(count_);
    for (const auto* rows : {&head_, &body_}) {
      for (const StructureId row : *rows) measure(row, contents);
    }
    widths_ = column_widths(contents, text_width);
  }

  void measure(StructureId row, std::vector<text::ContentWidths>& contents) {
    for (std::size_t i = 0; i < cells(row).size(); ++i) {
      const auto [min, max] = builder_.widths(cells(row)[i]);
      contents[i].min = std::max(contents[i].min, min);
      contents[i].max = std::max(contents[i].max, max);
    }
  }

  void set_caption(StructureId id) {
    builder_.add(id, column_, flow_);
    flow_.keep(kKeep);
  }

  /// False when the header is too tall to be repeated: its rows are then set as others are.
  bool open_with_header() {
    Flow head;
    for (const StructureId row : head_) add_row_of(row, header_frame(), 0, head);
    Placed placed = place_all(head);
    if (placed.height * 3 > builder_.job().body.height) {
      body_.insert(body_.begin(), head_.begin(), head_.end());
      head_.clear();
      return false;
    }
    Frame frame{.x = column_.x, .width = column_.width};
    frame.repeated = as_artifacts(placed.items);
    frame.repeated_height = placed.height;
    flow_.open(std::move(frame));
    flow_.keep(kBetweenBlocks);
    flow_.add({.height = placed.height,
               .source = table_,
               .items = std::move(placed.items),
               .destinations = std::move(placed.destinations)});
    return true;
  }

  Cost cost_before(std::size_t row) const {
    if (row == 0) return head_.empty() ? kBetweenBlocks : kKeep;
    if (row == 1) return kSecondRow;
    return row + 1 == body_.size() ? kLoneRow : kBetweenRows;
  }

  Frame row_frame() const {
    return {.x = column_.x,
            .width = column_.width,
            .top = style_.padding.top,
            .bottom = style_.padding.bottom};
  }

  Frame header_frame() const {
    Frame frame = row_frame();
    frame.fill = style_.head_fill;
    if (style_.head_rule_width.micro > 0) frame.rule = style_.head_rule;
    frame.rule_width = style_.head_rule_width;
    return frame;
  }

  void add_body_row(std::size_t i, Flow& out) {
    Frame frame = row_frame();
    if (i % 2 == 1) frame.fill = style_.stripe;
    if (style_.rule_width.micro > 0) frame.rule = style_.rule;
    frame.rule_width = style_.rule_width;
    add_row_of(body_[i], std::move(frame), cost_before(i), out);
  }

  void add_row_of(StructureId row, Frame frame, Cost before, Flow& out) {
    out.open(std::move(frame));
    const RowBreaks breaks{.before = before, .page = builder_.job().body.height, .source = row};
    if (is_stacked_) {
      const Column inner = column_.inset(style_.padding.left, style_.padding.right);
      for (const StructureId cell : cells(row)) builder_.add_children(cell, inner, out);
    } else {
      add_row(flows(row), breaks, out);
    }
    out.close();
  }

  std::vector<Flow> flows(StructureId row) {
    std::vector<Flow> flows(cells(row).size());
    Length offset;
    for (std::size_t i = 0; i < flows.size(); ++i) {
      builder_.add_children(cells(row)[i], cell_column(i, offset), flows[i]);
      offset += widths_[i] + padding();
    }
    return flows;
  }

  Column cell_column(std::size_t i, Length offset) const {
    const Length from_start = offset + style_.padding.left;
    const Length from_left = right_to_left_ ? column_.width - from_start - widths_[i] : from_start;
    return {column_.x + from_left, widths_[i], alignment(i)};
  }

  model::Alignment alignment(std::size_t i) const {
    if (i >= element_.columns.size()) return model::Alignment::Start;
    switch (element_.columns[i]) {
      case model::ColumnAlign::End: return model::Alignment::End;
      case model::ColumnAlign::Centre: return model::Alignment::Centre;
      default: return model::Alignment::Start;
    }
  }

  Builder& builder_;
  const model::Element& element_;
  const model::TableStyle& style_;
  StructureId table_;
  Column column_;
  Flow& flow_;
  bool right_to_left_;
  std::vector<StructureId> captions_, head_, body_;
  std::size_t count_ = 1;
  std::vector<Length> widths_;
  bool is_stacked_ = false;
};

}  // namespace

void set_table(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  TableSetter(builder, id, column, flow).set();
}

}  // namespace sheaf::layout
