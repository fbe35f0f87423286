#include <algorithm>
#include <utility>

#include "layout/blocks.hpp"
#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

/// Of a break before line `i` of `count` of an element.
Cost cost_before_line(std::size_t i, std::size_t count, const model::Element& element) {
  const bool is_heading = element.kind == ElementKind::Heading;
  if (i == 0 && is_heading) return element.level <= 2 ? kBeforeSection : kBeforeHeading;
  if (i == 0) return element.role == model::Role::SignOff ? kBeforeSignOff : kBetweenBlocks;
  if (is_heading) return kKeep;
  if (element.kind == ElementKind::Caption) return kInsideCaption;
  return kBetweenLines + (i == 1 ? kWidow : 0) + (i + 1 == count ? kWidow : 0);
}

page::Destination destination(const model::Element& heading, Length x) {
  return {.anchor = heading.anchor,
          .place = {x, {}},
          .title = plain_text(heading),
          .level = std::max(1, heading.level - 1)};
}

/// A small square of the status word's colour, which helps the eye to find equal words.
page::Path status_sign(const Builder& builder, const model::Element& element, Length size,
                       Point corner) {
  const auto status = static_cast<std::uint8_t>(element.runs.front().status);
  const Length side = size / 2;
  return filled_rectangle({page::MarkKind::Layout, 0}, {{corner.x, corner.y - side}, {side, side}},
                          builder.theme().statuses[status]);
}

/// One text element being set, line by line.
class TextSetter {
 public:
  TextSetter(Builder& builder, StructureId id, const Column& column)
      : builder_(builder),
        element_(builder.element(id)),
        style_(builder.style(id)),
        id_(id),
        column_(column),
        metrics_(line_metrics(style_, builder.job().shop)) {}

  void set(Flow& flow) {
    const text::Paragraph paragraph = builder_.paragraph(id_);
    const auto& lines = paragraph.lines(column_.width);
    if (lines.empty()) return;
    flow.space(style_.before);
    if (has_hanging_number(builder_, element_)) hang_number(flow);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Box box = box_of(lines[i], i == 0 ? sign_indent(element_, style_) : Length{});
      box.cost = cost_before_line(i, lines.size(), element_);
      if (i == 0 && is_heading()) box.destinations.push_back(destination(element_, column_.x));
      flow.add(std::move(box));
    }
    flow.space(style_.after);
    if (is_heading()) flow.keep(kKeep);
    if (leads_in(element_)) flow.keep(kAfterLeadIn);
  }

 private:
  bool is_heading() const { return element_.kind == ElementKind::Heading; }

  /// In the gutter, whose far edge is where the column of the section would begin without it.
  void hang_number(Flow& flow) {
    const text::Paragraph number = shape_number(builder_, id_);
    const auto& lines = number.lines(builder_.gutter());
    if (lines.empty()) return;
    const Length outer = element_.right_to_left ? column_.width + builder_.gutter() - lines[0].width
                                                : -builder_.gutter();
    const Length baseline = metrics_.baseline(lines[0]);
    flow.hang({.height = metrics_.height(lines[0]),
               .baseline = baseline,
               .source = id_,
               .items = set_line(builder_, id_, lines[0], {column_.x + outer, baseline})});
  }

  Box box_of(const text::Line& line, Length indent) {
    const Length baseline = metrics_.baseline(line);
    const Length free = std::max(Length{}, column_.width - line.width - indent);
    const auto alignment = column_.alignment.value_or(style_.alignment);
    const Length x = column_.x + aligned(free, alignment, element_.right_to_left);
    Box box{.height = metrics_.height(line), .baseline = baseline, .source = id_};
    if (indent.micro > 0) {
      const Length from_left = element_.right_to_left ? column_.width - style_.size / 2 : Length{};
      box.items.emplace_back(
          status_sign(builder_, element_, style_.size, {x + from_left, baseline}));
    }
    append(box.items, set_line(builder_, id_, line, {x, baseline}));
    return box;
  }

  Builder& builder_;
  const model::Element& element_;
  const model::TextStyle& style_;
  StructureId id_;
  const Column& column_;
  LineMetrics metrics_;
};

}  // namespace

void set_text(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  TextSetter(builder, id, column).set(flow);
}

}  // namespace sheaf::layout
