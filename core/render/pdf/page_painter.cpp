#include "render/pdf/page_painter.hpp"

#include <algorithm>
#include <variant>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

bool is_content(const page::Mark& mark) { return mark.kind == page::MarkKind::Content; }

std::string background_properties(const Size& page) {
  std::string out = "<</Type/Background/BBox[0 0 ";
  append_points(out, page.width);
  append_points(out += ' ', page.height);
  return out += "]>>";
}

/// The property list of any other artifact (ISO 32000-1, table 330).
std::string_view artifact_properties(page::MarkKind kind) {
  switch (kind) {
    case page::MarkKind::Header: return "<</Type/Pagination/Subtype/Header/Attached[/Top]>>";
    case page::MarkKind::Footer: return "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>";
    default: return "<</Type/Layout>>";
  }
}

/// A box around the corners and control points of a path, which holds the path.
Rect bounds(const page::Path& path) {
  Point low = path.steps.front().a, high = low;
  const auto include = [&](Point point) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  };
  using Verb = page::PathStep::Verb;
  for (const page::PathStep& step : path.steps) {
    if (step.verb == Verb::Close) continue;
    include(step.a);
    if (step.verb == Verb::Rectangle || step.verb == Verb::Curve) include(step.b);
    if (step.verb == Verb::Curve) include(step.c);
  }
  return {low, {high.x - low.x, high.y - low.y}};
}

}  // namespace

PagePainter::PagePainter(Drawing drawing, Size page)
    : drawing_(drawing), page_(page), content_(page.height) {}

void PagePainter::paint(const std::vector<page::Item>& items) {
  content_.save_state();
  for (const page::Item& item : items) {
    std::visit([this](const auto& each) { paint(each); }, item);
  }
  leave();
  content_.restore_state();
}

void PagePainter::enter(const page::Mark& mark) {
  if (open_ == mark) return;
  leave();
  open_ = mark;
  if (mark.kind == page::MarkKind::Background) {
    return content_.begin_artifact(background_properties(page_));
  }
  if (!is_content(mark)) return content_.begin_artifact(artifact_properties(mark.kind));
  content_.begin_content(structure_type(drawing_.document.elements[mark.structure]),
                         drawing_.structure.add_content(mark.structure));
}

void PagePainter::leave() {
  if (open_) content_.end_marked_content();
  open_.reset();
}

SourceId PagePainter::source_of(const page::Mark& mark) const {
  return is_content(mark) ? drawing_.document.elements[mark.structure].source : SourceId{};
}

void PagePainter::paint(const page::GlyphRun& run) {
  DocumentFont* font = drawing_.resources.font(*run.face, source_of(run.mark));
  if (font == nullptr || run.pieces.empty()) return;
  enter(run.mark);
  content_.text_origin(run.origin);
  content_.select_font(font->resource(), run.size);
  content_.fill_colour(run.colour);
  font->show(run, content_.text());
}

void PagePainter::paint(const page::Path& path) {
  if (path.steps.empty()) return;
  enter(path.mark);
  content_.path(path);
  if (is_content(path.mark)) drawing_.structure.add_area(path.mark.structure, bounds(path));
}

void PagePainter::paint(const page::Image& image) {
  enter(image.mark);
  content_.image(drawing_.resources.picture(*image.picture), image.area);
  if (is_content(image.mark)) drawing_.structure.add_area(image.mark.structure, image.area);
}

void PagePainter::paint(const page::LinkArea& link) {
  const SourceId source = drawing_.document.elements[link.structure].source;
  Object annotation = drawing_.navigation.add_link(link, page_.height, source);
  annotation.integer("StructParent", drawing_.structure.add_annotation(link.structure, annotation));
  annotations_ += annotation.reference() + " ";
}

}  // namespace sheaf::render::pdf
