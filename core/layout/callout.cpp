#include "layout/blocks.hpp"
#include "layout/filled_box.hpp"

namespace sheaf::layout {
namespace {

using model::StructureId;

/// Blocks in a filled box that is drawn anew on each page it reaches.
void set_box(Builder& builder, StructureId id, const model::BoxStyle& style, const Column& column,
             Flow& flow) {
  const bool right_to_left = builder.is_right_to_left(id);
  flow.space(builder.theme().paragraph_gap);
  flow.open(frame_around(column, style, right_to_left));
  const std::size_t first = flow.count();
  builder.add_children(id, inside(column, style, right_to_left), flow);
  flow.close();
  flow.raise(first + 1, cost_inside(flow.height_since(first), builder.job().body.height));
  flow.space(builder.theme().paragraph_gap);
}

}  // namespace

void set_callout(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  const auto kind = static_cast<std::size_t>(builder.element(id).callout);
  set_box(builder, id, builder.theme().callouts[kind], column, flow);
}

void set_quote(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  set_box(builder, id, builder.theme().quote, column, flow);
}

}  // namespace sheaf::layout
