#include <algorithm>
#include <utility>
#include <vector>

#include "image/pictogram.hpp"
#include "layout/blocks.hpp"
#include "layout/row.hpp"

namespace sheaf::layout {
namespace {

using model::StructureId;

constexpr std::int64_t kGrid = 4'800;     // a pictogram's side, in its own hundredths of a unit
constexpr Length kLeastBeside = pt(190);  // a column with an icon and its advice
constexpr Length kGutter = pt(18);
constexpr std::int64_t kMostLines = 4;  // longer advice takes the whole width

/// A pictogram of the bundled set, drawn into a square.
class IconDrawer {
 public:
  IconDrawer(const model::PictogramStyle& style, Point corner) : style_(style), corner_(corner) {}

  Items draw(std::string_view name) {
    Items items;
    for (const image::PictogramPath& path : image::pictogram(name)) {
      items.emplace_back(drawn(path));
    }
    return items;
  }

 private:
  Length scale(std::int64_t units) const { return scaled(style_.icon, units, kGrid); }
  Point at(std::int16_t x, std::int16_t y) const {
    return {corner_.x + scale(x), corner_.y + scale(y)};
  }

  page::Path drawn(const image::PictogramPath& path) const {
    const bool is_fill = path.paint == image::PathPaint::Fill;
    page::Path made{.mark = {page::MarkKind::Layout, 0},
                    .steps = {},
                    .fill = {},
                    .stroke = {},
                    .stroke_width = {}};
    if (is_fill) made.fill = style_.fill;
    if (!is_fill) made.stroke = style_.line;
    if (!is_fill) made.stroke_width = scale(path.stroke_width);
    made.steps.reserve(path.steps.size());
    for (const image::PathStep& step : path.steps) made.steps.push_back(drawn(step));
    return made;
  }

  page::PathStep drawn(const image::PathStep& step) const {
    using Verb = page::PathStep::Verb;
    switch (step.verb) {
      case image::PathVerb::Move: return {Verb::Move, at(step.x, step.y), {}, {}};
      case image::PathVerb::Line: return {Verb::Line, at(step.x, step.y), {}, {}};
      case image::PathVerb::Close: return {Verb::Close, {}, {}, {}};
      default: return {Verb::Curve, at(step.x1, step.y1), at(step.x2, step.y2), at(step.x, step.y)};
    }
  }

  const model::PictogramStyle& style_;
  Point corner_;
};

/// Icons with advice beside them; short advice in two columns where there is room.
class PictogramsSetter {
 public:
  PictogramsSetter(Builder& builder, StructureId pictograms, const Column& column, Flow& flow)
      : builder_(builder),
        style_(builder.theme().pictogram),
        entries_(builder.element(pictograms).children),
        column_(column),
        flow_(flow),
        right_to_left_(builder.is_right_to_left(pictograms)) {}

  void set() {
    flow_.space(builder_.theme().paragraph_gap);
    const std::size_t beside = fits_in_two_columns() ? 2 : 1;
    const auto columns = static_cast<std::int64_t>(beside);
    width_ = (column_.width - kGutter * (columns - 1)) / columns;
    for (std::size_t i = 0; i < entries_.size(); i += beside) {
      if (i > 0) flow_.space(style_.gap);
      set_row(i, beside);
      builder_.relieve(flow_);
    }
    flow_.space(style_.gap);
  }

 private:
  Length indent() const { return style_.icon + style_.gap; }

  bool fits_in_two_columns() {
    const Length half = (column_.width - kGutter) / 2;
    if (entries_.size() < 2 || half < kLeastBeside) return false;
    return std::all_of(entries_.begin(), entries_.end(), [&](StructureId entry) {
      return builder_.widths(entry).max < (half - indent()) * kMostLines;
    });
  }

  Column part(std::size_t column, Length from_start, Length width) const {
    const Length start = (width_ + kGutter) * static_cast<std::int64_t>(column) + from_start;
    return {column_.x + (right_to_left_ ? column_.width - start - width : start), width, {}};
  }

  /// The entries from `first` on, at most `beside`.
  void set_row(std::size_t first, std::size_t beside) {
    const std::size_t count = std::min(beside, entries_.size() - first);
    std::vector<Flow> cells(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
      set_entry(entries_[first + i], i, cells[2 * i], cells[2 * i + 1]);
    }
    const std::size_t rows = (entries_.size() + beside - 1) / beside;
    add_row(std::move(cells),
            {.before = cost_before_part(first / beside, rows, kBetweenTiles),
             .page = builder_.job().body.height,
             .source = entries_[first]},
            flow_);
  }

  void set_entry(StructureId id, std::size_t column, Flow& icon, Flow& advice) {
    const Column square = part(column, {}, style_.icon);
    icon.add({.height = style_.icon,
              .items = IconDrawer(style_, {square.x, {}}).draw(builder_.element(id).icon)});
    const Column text = part(column, indent(), width_ - indent());
    for (const StructureId child : builder_.element(id).children) builder_.add(child, text, advice);
    // One short line stands at the icon's middle, not at its top.
    const Length spare = style_.icon - advice.height_since(0);
    if (!advice.boxes().empty() && spare.micro > 0) lower(advice.boxes().front(), spare / 2);
  }

  Builder& builder_;
  const model::PictogramStyle& style_;
  const std::vector<StructureId>& entries_;
  Column column_;
  Flow& flow_;
  bool right_to_left_;
  Length width_;
};

}  // namespace

void set_pictograms(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  PictogramsSetter(builder, id, column, flow).set();
}

}  // namespace sheaf::layout
