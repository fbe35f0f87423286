#include "layout/items.hpp"

#include <iterator>
#include <utility>

namespace sheaf::layout {
namespace {

struct MoveDown {
  Length by;
  void operator()(page::GlyphRun& run) const { run.origin.y += by; }
  void operator()(page::Image& image) const { image.area.origin.y += by; }
  void operator()(page::LinkArea& link) const { link.area.origin.y += by; }
  void operator()(page::Path& path) const {
    for (page::PathStep& step : path.steps) {
      step.a.y += by;
      step.b.y += by;
      step.c.y += by;
    }
  }
};

void unmark(page::Mark& mark) {
  if (mark.kind == page::MarkKind::Content) mark = {page::MarkKind::Layout, 0};
}

}  // namespace

void move_down(page::Item& item, Length by) { std::visit(MoveDown{by}, item); }

void move_down(Items& items, Length by) {
  if (by.micro == 0) return;
  for (page::Item& item : items) move_down(item, by);
}

void append(Items& to, Items&& from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
}

Items as_artifacts(const Items& items) {
  Items copies;
  copies.reserve(items.size());
  for (const page::Item& item : items) {
    if (std::holds_alternative<page::LinkArea>(item)) continue;
    page::Item& copy = copies.emplace_back(item);
    std::visit(
        [](auto& one) {
          if constexpr (requires { one.mark; }) unmark(one.mark);
        },
        copy);
  }
  return copies;
}

page::Path filled_rectangle(page::Mark mark, const Rect& area, Colour fill) {
  using Verb = page::PathStep::Verb;
  const Point corner{area.right(), area.bottom()};
  return {.mark = mark,
          .steps = {{Verb::Rectangle, area.origin, corner, {}}},
          .fill = fill,
          .stroke = {},
          .stroke_width = {}};
}

page::Path rule(page::Mark mark, Point from, Length length, Length thickness, Colour colour) {
  return filled_rectangle(mark, {{from.x, from.y - thickness / 2}, {length, thickness}}, colour);
}

}  // namespace sheaf::layout
