#include <algorithm>
#include <utility>

#include "layout/blocks.hpp"
#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::StructureId;

/// No picture is set larger than at this resolution: what is enlarged more looks coarse in print.
constexpr double kLeastDotsPerInch = 150;

Size natural_size(const image::Picture& picture) {
  const auto dots = static_cast<std::int64_t>(std::max(picture.dots_per_inch, kLeastDotsPerInch));
  return {scaled(pt(72), picture.width, dots), scaled(pt(72), picture.height, dots)};
}

/// As large as it naturally is, but not wider than the column nor taller than `most`. A picture
/// that would be a hair's breadth is widened to a line that can be seen.
Size fitted(Size size, Length width, Length most) {
  if (size.width > width) size = {width, scaled(size.height, width.micro, size.width.micro)};
  if (size.height > most) size = {scaled(size.width, most.micro, size.height.micro), most};
  return {std::max(size.width, pt(1)), std::max(size.height, pt(1))};
}

page::Mark mark_of(const model::Element& figure, StructureId id) {
  if (figure.decorative) return {page::MarkKind::Layout, 0};
  return {page::MarkKind::Content, static_cast<std::uint32_t>(id)};
}

void set_picture(Builder& builder, StructureId id, const image::Picture& picture,
                 const Column& column, Flow& flow) {
  const model::Element& element = builder.element(id);
  const Length tallest = builder.job().body.height * 3 / 5;
  const Size size = fitted(natural_size(picture), column.width, tallest);
  const auto alignment = column.alignment.value_or(model::Alignment::Start);
  const Length x = column.x + aligned(column.width - size.width, alignment, false);
  Box box{.height = size.height, .baseline = size.height, .cost = kBetweenBlocks, .source = id};
  box.items.emplace_back(page::Image{mark_of(element, id), &picture, {{x, {}}, size}});
  flow.add(std::move(box));
}

}  // namespace

void set_figure(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  const model::Element& element = builder.element(id);
  const auto asset = static_cast<std::size_t>(element.asset);
  const auto& pictures = builder.job().pictures;
  const bool has_picture = element.asset >= 0 && asset < pictures.size() && pictures[asset];
  flow.space(builder.theme().paragraph_gap);
  if (has_picture) set_picture(builder, id, *pictures[asset], column, flow);
  for (const StructureId child : element.children) {
    if (has_picture) flow.keep(kKeep);
    builder.add(child, column, flow);
  }
  flow.space(builder.theme().paragraph_gap);
}

}  // namespace sheaf::layout
