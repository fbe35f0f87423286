#include <algorithm>
#include <utility>

#include "layout/blocks.hpp"
#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

/// Of a break before line `i` of `count`.
Cost cost_before_line(std::size_t i, std::size_t count, ElementKind kind) {
  if (i == 0) return kBetweenBlocks;
  if (kind == ElementKind::Heading) return kKeep;
  if (kind == ElementKind::Caption) return kInsideSmallBox;
  return kBetweenLines + (i == 1 ? kWidow : 0) + (i + 1 == count ? kWidow : 0);
}

page::Destination destination(const model::Element& heading, Length x) {
  return {.anchor = heading.anchor,
          .place = {x, {}},
          .title = plain_text(heading),
          .level = std::max(1, heading.level - 1)};
}

bool leads_in(const model::Element& element) {
  return !element.runs.empty() && element.runs.back().text.ends_with(':');
}

}  // namespace

void set_text(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  const model::Element& element = builder.element(id);
  const model::TextStyle& style = builder.style(id);
  const auto lines = builder.paragraph(id).lines(column.width);
  if (lines.empty()) return;
  const bool is_heading = element.kind == ElementKind::Heading;
  const auto metrics = line_metrics(style, builder.job().shop);
  const auto alignment = column.alignment.value_or(style.alignment);
  flow.space(style.before);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Length free = std::max(Length{}, column.width - lines[i].width);
    const Length x = column.x + aligned(free, alignment, element.right_to_left);
    const Length baseline = metrics.baseline(lines[i]);
    Box box{.height = metrics.height(lines[i]),
            .baseline = baseline,
            .cost = cost_before_line(i, lines.size(), element.kind),
            .source = id,
            .items = set_line(builder, id, lines[i], {x, baseline})};
    if (i == 0 && is_heading) box.destinations.push_back(destination(element, column.x));
    flow.add(std::move(box));
  }
  flow.space(style.after);
  if (is_heading) flow.keep(kKeep);
  if (leads_in(element)) flow.keep(kAfterLeadIn);
}

}  // namespace sheaf::layout
