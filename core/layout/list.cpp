#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks.hpp"
#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

constexpr Length kLabelGap = pt(5);  // from a label to its text, at least

/// Labels and bodies of a list's items, and where each stands.
class ListSetter {
 public:
  ListSetter(Builder& builder, StructureId list, const Column& column, Flow& flow)
      : builder_(builder),
        list_(list),
        column_(column),
        flow_(flow),
        right_to_left_(runs_right_to_left()) {}

  void set() {
    indent_ = indent();
    const auto& items = builder_.element(list_).children;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) flow_.space(builder_.theme().item_gap);
      flow_.keep(cost_before_part(i, items.size(), kBetweenItems));
      set_item(items[i]);
      builder_.relieve(flow_);
    }
  }

 private:
  /// As its first item's words do; a label such as "1." has no direction of its own.
  bool runs_right_to_left() const {
    const auto& items = builder_.element(list_).children;
    if (items.empty()) return false;
    const StructureId body = builder_.child(items.front(), ElementKind::Body);
    return body != StructureId::None && builder_.is_right_to_left(body);
  }

  /// The theme's; more where a label ("1000.") is wider, less where there is little room.
  Length indent() {
    Length widest;
    for (const StructureId item : builder_.element(list_).children) {
      const StructureId label = builder_.child(item, ElementKind::Label);
      if (label != StructureId::None) widest = std::max(widest, builder_.widths(label).max);
    }
    const Length most = column_.width / 8;  // in a narrow cell, or deep inside other lists
    return std::max(std::min(builder_.theme().list_indent, most), widest + kLabelGap);
  }

  void set_item(StructureId item) {
    for (const StructureId part : builder_.element(item).children) {
      if (builder_.element(part).kind == ElementKind::Label) {
        hang_label(part);
      } else {
        builder_.add(part, body_column(), flow_);
      }
    }
    flow_.settle();
  }

  Column body_column() const {
    return right_to_left_ ? column_.inset({}, indent_) : column_.inset(indent_, {});
  }

  void hang_label(StructureId label) {
    const Length width = std::max(indent_, column_.width);
    const text::Paragraph paragraph = builder_.paragraph(label);
    const auto& lines = paragraph.lines(width);
    if (lines.empty()) return;
    const auto metrics = line_metrics(builder_.style(label), builder_.job().shop);
    const Length baseline = metrics.baseline(lines[0]);
    const Length free = width - lines[0].width;
    const Length lead = builder_.element(label).right_to_left ? free : Length{};
    const Length edge = right_to_left_ ? column_.width - lines[0].width : Length{};
    const Length x = column_.x + edge - lead;
    flow_.hang({.height = metrics.height(lines[0]),
                .baseline = baseline,
                .source = label,
                .items = set_line(builder_, label, lines[0], {x, baseline})});
  }

  Builder& builder_;
  StructureId list_;
  const Column& column_;
  Flow& flow_;
  bool right_to_left_;
  Length indent_;
};

}  // namespace

void set_list(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  ListSetter(builder, id, column, flow).set();
}

}  // namespace sheaf::layout
