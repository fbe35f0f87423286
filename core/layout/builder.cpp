#include "layout/builder.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks.hpp"
#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

/// Shaped paragraphs kept between measuring and setting; of a longer table, the rest is shaped
/// twice, so that memory stays flat.
constexpr std::size_t kMostShaped = 4'096;

constexpr Length kGutterGap = pt(10);  // from a hanging number to its text, at least

}  // namespace

Column Column::inset(Length left, Length right) const {
  return {x + left, std::max(width - left - right, Length{}), alignment};
}

void Builder::set_document(Flow& flow, Pager& pager) {
  main_ = &flow;
  pager_ = &pager;
  add(StructureId::Root, {job_.theme.margins.left, job_.body.width}, flow);
  pager.finish(flow);
}

void Builder::add(StructureId id, const Column& column, Flow& flow) {
  switch (element(id).kind) {
    case ElementKind::Heading:
    case ElementKind::Paragraph:
    case ElementKind::Label:
    case ElementKind::Caption: set_text(*this, id, column, flow); break;
    case ElementKind::List: set_list(*this, id, column, flow); break;
    case ElementKind::Table: set_table(*this, id, column, flow); break;
    case ElementKind::Facts: set_facts(*this, id, column, flow); break;
    case ElementKind::Metrics: set_metrics(*this, id, column, flow); break;
    case ElementKind::Pictograms: set_pictograms(*this, id, column, flow); break;
    case ElementKind::Callout: set_callout(*this, id, column, flow); break;
    case ElementKind::Quote: set_quote(*this, id, column, flow); break;
    case ElementKind::Figure: set_figure(*this, id, column, flow); break;
    case ElementKind::Section: set_section(id, column, flow); break;
    default: add_children(id, column, flow); break;
  }
  relieve(flow);
}

void Builder::set_section(StructureId id, const Column& column, Flow& flow) {
  const SectionScope scope(job_.diagnostics, job_.document.section_of(id));
  add_children(id, beside_gutter(id, column), flow);
}

/// A section with numbers has all its blocks beside them, so that text and tables line up.
Column Builder::beside_gutter(StructureId section, const Column& column) {
  const auto& blocks = element(section).children;
  const bool has_numbers = std::ranges::any_of(
      blocks, [this](StructureId id) { return has_hanging_number(*this, element(id)); });
  if (!has_numbers) return column;
  return is_right_to_left(section) ? column.inset({}, gutter()) : column.inset(gutter(), {});
}

/// As wide as the widest number.
Length Builder::gutter() {
  if (gutter_) return *gutter_;
  Length widest;
  const auto count = static_cast<std::uint32_t>(job_.document.elements.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto id = static_cast<StructureId>(i);
    if (!has_hanging_number(*this, element(id))) continue;
    widest = std::max(widest, shape_number(*this, id).widths().max);
  }
  return gutter_.emplace(widest + kGutterGap);
}

void Builder::add_children(StructureId parent, const Column& column, Flow& flow) {
  StructureId above = StructureId::None;
  for (const StructureId id : element(parent).children) {
    if (above != StructureId::None) flow.space(gap(above, id));
    // Facts stand by the words that say what they are facts of.
    if (is(above, ElementKind::Paragraph) && is(id, ElementKind::Facts)) flow.keep(kAfterLeadIn);
    const std::size_t boxes = flow.count();
    add(id, column, flow);
    // One line is too little company for a heading.
    const bool is_one_line = is(id, ElementKind::Paragraph) && flow.count() == boxes + 1;
    if (is_one_line && is(above, ElementKind::Heading)) flow.keep(kWidow);
    above = id;
  }
}

bool Builder::is(StructureId id, ElementKind kind) const {
  return id != StructureId::None && element(id).kind == kind;
}

/// A paragraph's gap, unless a style has spaces of its own; a list stands closer to the words that
/// lead in to it, or that it is an item's part of.
Length Builder::gap(StructureId above, StructureId below) const {
  const auto is_text = [this](StructureId id) { return model::holds_text(element(id).kind); };
  if (is_text(above) && style(above).after.micro > 0) return {};
  if (is_text(below) && style(below).before.micro > 0) return {};
  const bool is_list = element(below).kind == ElementKind::List;
  const model::Element& around = element(element(below).parent);
  const bool in_item =
      around.kind == ElementKind::Body && element(around.parent).kind == ElementKind::Item;
  const bool is_led_in = is_text(above) && leads_in(element(above));
  return is_list && (in_item || is_led_in) ? theme().item_gap : theme().paragraph_gap;
}

void Builder::relieve(Flow& flow) {
  if (&flow == main_) pager_->relieve(flow);
}

StructureId Builder::child(StructureId id, ElementKind kind) const {
  for (const StructureId one : element(id).children) {
    if (element(one).kind == kind) return one;
  }
  return StructureId::None;
}

bool Builder::is_right_to_left(StructureId id) const {
  for (; !model::holds_text(element(id).kind); id = element(id).children.front()) {
    if (element(id).children.empty()) return false;
  }
  return element(id).right_to_left;
}

std::string_view Builder::language(StructureId id) const {
  for (; id != StructureId::None; id = element(id).parent) {
    if (!element(id).language.empty()) return element(id).language;
  }
  return job_.document.language;
}

text::ContentWidths Builder::widths(StructureId id) {
  text::ContentWidths widest;
  if (model::holds_text(element(id).kind)) {
    text::Paragraph paragraph = shape(id);
    widest = paragraph.widths();
    widest.min += sign_indent(element(id), style(id));
    if (shaped_.size() < kMostShaped) {
      shaped_.insert_or_assign(static_cast<std::uint32_t>(id), std::move(paragraph));
    }
    return widest;
  }
  for (const StructureId one : element(id).children) {
    const auto [min, max] = widths(one);
    widest.min = std::max(widest.min, min);
    widest.max = std::max(widest.max, max);
  }
  const bool is_item = element(id).kind == ElementKind::Item;
  const Length indent = is_item ? theme().list_indent : Length{};
  return {widest.min + indent, widest.max + indent};
}

text::Paragraph Builder::paragraph(StructureId id) {
  const auto found = shaped_.find(static_cast<std::uint32_t>(id));
  if (found == shaped_.end()) return shape(id);
  text::Paragraph paragraph = std::move(found->second);
  shaped_.erase(found);
  return paragraph;
}

text::Paragraph Builder::shape(StructureId id) { return shape_text(*this, id); }

}  // namespace sheaf::layout
