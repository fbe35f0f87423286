#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks.hpp"
#include "layout/row.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

constexpr Length kGap = pt(14);            // between a label and its value
constexpr std::int64_t kNarrowEms = 20;    // narrower columns have the label above the value
constexpr std::int64_t kWidestLabel = 40;  // percent of the width, with the gap
/// Values begin at multiples of this, so that those of neighbouring lists mostly line up.
constexpr std::int64_t kStepEms = 4;

class FactsSetter {
 public:
  FactsSetter(Builder& builder, StructureId facts, const Column& column, Flow& flow)
      : builder_(builder),
        facts_(builder.element(facts).children),
        column_(column),
        flow_(flow),
        right_to_left_(builder.is_right_to_left(facts)) {}

  void set() {
    const Length em = builder_.theme().style(model::Role::FactValue).size;
    const bool is_narrow = column_.width < em * kNarrowEms;
    if (!is_narrow) choose_value_start(em * kStepEms);
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (i > 0) flow_.space(builder_.theme().item_gap);
      flow_.keep(cost_before_part(i, facts_.size(), kBetweenItems));
      if (is_narrow) {
        stack(facts_[i]);
      } else {
        set_side_by_side(facts_[i]);
      }
      builder_.relieve(flow_);
    }
  }

 private:
  void choose_value_start(Length step) {
    Length widest;
    for (const StructureId fact : facts_) {
      const StructureId label = builder_.child(fact, ElementKind::Label);
      if (label != StructureId::None) {
        widest = std::max(widest, builder_.widths(label).max + kGap);
      }
    }
    const std::int64_t steps = (widest.micro + step.micro - 1) / step.micro;
    value_start_ = std::min(step * steps, column_.width * kWidestLabel / 100);
  }

  void stack(StructureId fact) {
    for (const StructureId part : builder_.element(fact).children) {
      builder_.add(part, column_, flow_);
      if (builder_.element(part).kind == ElementKind::Label) flow_.keep(kKeep);
    }
  }

  void set_side_by_side(StructureId fact) {
    const Column label_column = part(Length{}, value_start_ - kGap);
    const Column value_column = part(value_start_, column_.width - value_start_);
    std::vector<Flow> cells(2);
    for (const StructureId id : builder_.element(fact).children) {
      const bool is_label = builder_.element(id).kind == ElementKind::Label;
      builder_.add(id, is_label ? label_column : value_column, cells[is_label ? 0 : 1]);
    }
    add_row(std::move(cells),
            {.before = kBetweenBlocks, .page = builder_.job().body.height, .source = fact}, flow_);
  }

  Column part(Length from_start, Length width) const {
    const Length x = right_to_left_ ? column_.width - from_start - width : from_start;
    return {column_.x + x, width, {}};
  }

  Builder& builder_;
  const std::vector<StructureId>& facts_;
  Column column_;
  Flow& flow_;
  bool right_to_left_;
  Length value_start_;
};

}  // namespace

void set_facts(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  FactsSetter(builder, id, column, flow).set();
}

}  // namespace sheaf::layout
