#pragma once
// Text elements as lines: spans from runs, and from each line glyph runs, underlines and links.

#include "layout/builder.hpp"

namespace sheaf::layout {

/// Shapes the runs of a text element in its role's style, but for a number that hangs.
text::Paragraph shape_text(Builder& builder, model::StructureId id);

/// Whether the element's number stands beside its text, in its section's gutter.
bool has_hanging_number(const Builder& builder, const model::Element& element);
text::Paragraph shape_number(Builder& builder, model::StructureId id);

/// The room that a status sign takes before the first line of an element that begins with a status
/// word; none for other elements.
Length sign_indent(const model::Element& element, const model::TextStyle& style);

/// Heights that all lines of a style share. A line that holds a taller font of another script
/// grows by the difference.
struct LineMetrics {
  Length leading;
  Length ascent, descent;  // of the style's first font

  Length baseline(const text::Line& line) const;
  Length height(const text::Line& line) const;
};
LineMetrics line_metrics(const model::TextStyle& style, const text::Shop& shop);

/// A line's items, with `left` as its left edge and the baseline at `y`.
Items set_line(const Builder& builder, model::StructureId id, const text::Line& line, Point left);

/// A line of one colour that is no element's text: page furniture.
Items set_plain_line(const text::Line& line, Point left, page::Mark mark, Colour colour);

/// How far a line in a column with so much free room moves from its start, which is on the right
/// for right-to-left text.
Length aligned(Length free, model::Alignment alignment, bool right_to_left);

/// All text of an element, without line ends.
std::string plain_text(const model::Element& element);

/// Ends with a colon.
bool leads_in(const model::Element& element);

}  // namespace sheaf::layout
