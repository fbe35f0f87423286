#include "layout/text_lines.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace sheaf::layout {
namespace {

using model::ElementKind;
using model::StructureId;

text::Span span_of(const model::Run& run, const model::TextStyle& style,
                   const model::Theme& theme) {
  const bool is_code = run.flags & model::kCode;
  const bool is_strong = run.flags & model::kStrong;
  const bool is_emphasis = run.flags & model::kEmphasis;
  const bool is_break = run.flags & model::kLineBreak;
  // ISO 32000-1, 14.8.2.5: without a space at the end of the line, its last word and the next one
  // would be read as one.
  return {.text = is_break ? " " : std::string_view(run.text),
          .stack = is_code ? theme.code_stack : style.stack,
          .weight = is_strong ? model::Weight::Bold : style.weight,
          .slant = is_emphasis ? model::Slant::Italic : style.slant,
          .size = style.size,
          .language = {},
          .tag = 0,
          .break_after = is_break,
          .source = run.source};
}

/// The link that an owner of runs stands in, or None.
StructureId link_around(const model::Document& document, StructureId owner) {
  for (; model::is_inline(document[owner].kind); owner = document[owner].parent) {
    if (document[owner].kind == ElementKind::Link) return owner;
  }
  return StructureId::None;
}

/// The words of a link, whose runs stand side by side; `at` is one of them.
std::string text_in(const model::Document& document, const std::vector<model::Run>& runs,
                    std::size_t at, StructureId link) {
  const auto is_in = [&](std::size_t i) { return link_around(document, runs[i].owner) == link; };
  while (at > 0 && is_in(at - 1)) --at;
  std::string text;
  for (; at < runs.size() && is_in(at); ++at) text += runs[at].text;
  return text;
}

bool continues(const page::GlyphRun& run, const text::Fragment& fragment, page::Mark mark,
               Colour colour) {
  return run.mark == mark && run.face == fragment.word->face && run.size == fragment.size &&
         run.colour == colour;
}

/// Places a word of a line whose edge is at `left`, in the last run where it fits.
void place(Items& items, const text::Line& line, const text::Fragment& fragment, Point left,
           page::Mark mark, Colour colour) {
  auto* run = items.empty() ? nullptr : std::get_if<page::GlyphRun>(&items.back());
  if (!run || !continues(*run, fragment, mark, colour)) {
    items.emplace_back(page::GlyphRun{.mark = mark,
                                      .face = fragment.word->face,
                                      .size = fragment.size,
                                      .colour = colour,
                                      .origin = {left.x + fragment.x, left.y},
                                      .pieces = {}});
    run = &std::get<page::GlyphRun>(items.back());
    run->pieces.reserve(
        static_cast<std::size_t>(std::to_address(line.fragments.end()) - &fragment));
  }
  const Length x = left.x + fragment.x - run->origin.x;
  run->pieces.push_back({.word = fragment.word, .x = x});
}

/// Sets one line: words that share owner, face, size and colour become one glyph run.
class LineSetter {
 public:
  LineSetter(const Builder& builder, StructureId id, Point left)
      : document_(builder.job().document),
        theme_(builder.theme()),
        block_(document_[id]),
        style_(builder.style(id)),
        left_(left) {}

  Items set(const text::Line& line) {
    for (const text::Fragment& fragment : line.fragments) add(fragment, line);
    if (link_ != StructureId::None) end_link(line);
    return std::move(items_);
  }

 private:
  void add(const text::Fragment& fragment, const text::Line& line) {
    const model::Run& run = block_.runs[fragment.tag];
    const StructureId link = link_around(document_, run.owner);
    if (link != link_) {
      if (link_ != StructureId::None) end_link(line);
      link_ = link;
      link_run_ = fragment.tag;
      link_from_ = fragment.left;
      link_to_ = fragment.left;
    }
    link_from_ = std::min(link_from_, fragment.left);
    link_to_ = std::max(link_to_, fragment.left + fragment.advance);
    const page::Mark mark{page::MarkKind::Content, static_cast<std::uint32_t>(run.owner)};
    place(items_, line, fragment, left_, mark, colour_of(run));
  }

  Colour colour_of(const model::Run& run) const {
    if (run.status >= 0) return theme_.statuses[static_cast<std::uint8_t>(run.status)];
    return link_ != StructureId::None ? theme_.link : style_.colour;
  }

  /// Under the words of a link on this line: a rule, and an area to click.
  void end_link(const text::Line& line) {
    items_.emplace_back(underline(std::get<page::GlyphRun>(items_.back())));
    const model::Element& link = document_[link_];
    const Rect area{{left_.x + link_from_, left_.y - line.ascent},
                    {link_to_ - link_from_, line.ascent + line.descent}};
    items_.emplace_back(page::LinkArea{.structure = static_cast<std::uint32_t>(link_),
                                       .area = area,
                                       .target = link.target,
                                       .description = description(link)});
    link_ = StructureId::None;
  }

  page::Path underline(const page::GlyphRun& words) const {
    const auto& metrics = words.face->metrics();
    const Length thickness = text::at_size(metrics.underline_thickness, *words.face, words.size);
    const Length drop = -text::at_size(metrics.underline_position, *words.face, words.size);
    return rule({page::MarkKind::Layout, 0}, {left_.x + link_from_, left_.y + drop},
                link_to_ - link_from_, thickness, words.colour);
  }

  /// ISO 14289-1, 7.18.5: what a reader without the text around it needs.
  std::string description(const model::Element& link) const {
    const std::string text = text_in(document_, block_.runs, link_run_, link_);
    const bool is_internal = link.target.starts_with('#');
    return is_internal || text == link.target ? text : text + " (" + link.target + ")";
  }

  const model::Document& document_;
  const model::Theme& theme_;
  const model::Element& block_;
  const model::TextStyle& style_;
  Point left_;
  Items items_;
  StructureId link_ = StructureId::None;
  std::size_t link_run_ = 0;  // one of the link's
  Length link_from_, link_to_;
};

/// Some of the runs of a text element; each span's tag is the index of its run.
text::Paragraph shape_runs(Builder& builder, StructureId id, std::size_t begin, std::size_t end) {
  const model::Element& element = builder.element(id);
  const model::TextStyle& style = builder.style(id);
  std::vector<text::Span> spans;
  spans.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    text::Span& span = spans.emplace_back(span_of(element.runs[i], style, builder.theme()));
    span.language = builder.language(element.runs[i].owner);
    span.tag = static_cast<std::uint32_t>(i);
  }
  // Other alignments are a matter of where a finished line stands.
  const bool is_justified = style.alignment == model::Alignment::Justified;
  const auto alignment = is_justified ? model::Alignment::Justified : model::Alignment::Start;
  const text::Paragraph::Options options{.right_to_left = element.right_to_left,
                                         .alignment = alignment,
                                         .first_indent = sign_indent(element, style),
                                         .balanced = element.kind == ElementKind::Heading};
  return text::Paragraph::make(spans, options, builder.job().shop, builder.job().diagnostics);
}

}  // namespace

bool has_hanging_number(const Builder& builder, const model::Element& element) {
  return builder.job().document.numbering == model::Numbering::Paragraphs &&
         !element.runs.empty() && element.runs.front().flags == model::kNumber;
}

text::Paragraph shape_text(Builder& builder, StructureId id) {
  const model::Element& element = builder.element(id);
  const std::size_t number = has_hanging_number(builder, element) ? 1 : 0;
  return shape_runs(builder, id, number, element.runs.size());
}

text::Paragraph shape_number(Builder& builder, StructureId id) {
  return shape_runs(builder, id, 0, 1);
}

Length sign_indent(const model::Element& element, const model::TextStyle& style) {
  const bool has_sign = !element.runs.empty() && element.runs.front().status >= 0;
  return has_sign ? style.size * 4 / 5 : Length{};
}

Length LineMetrics::baseline(const text::Line& line) const {
  const Length half_leading = (leading - ascent - descent) / 2;
  return half_leading + std::max(ascent, line.ascent);
}

Length LineMetrics::height(const text::Line& line) const {
  return leading + std::max(Length{}, line.ascent - ascent) +
         std::max(Length{}, line.descent - descent);
}

LineMetrics line_metrics(const model::TextStyle& style, const text::Shop& shop) {
  LineMetrics metrics{.leading = style.leading, .ascent = {}, .descent = {}};
  const text::Face* face = shop.first_face(style.stack, style.weight, style.slant);
  if (!face) return metrics;
  metrics.ascent = text::at_size(face->metrics().ascender, *face, style.size);
  metrics.descent = -text::at_size(face->metrics().descender, *face, style.size);
  return metrics;
}

Items set_line(const Builder& builder, StructureId id, const text::Line& line, Point left) {
  return LineSetter(builder, id, left).set(line);
}

Items set_plain_line(const text::Line& line, Point left, page::Mark mark, Colour colour) {
  Items items;
  for (const text::Fragment& fragment : line.fragments) {
    place(items, line, fragment, left, mark, colour);
  }
  return items;
}

Length aligned(Length free, model::Alignment alignment, bool right_to_left) {
  Length shift;
  if (alignment == model::Alignment::Centre) shift = free / 2;
  if (alignment == model::Alignment::End) shift = free;
  return right_to_left ? -shift : shift;
}

std::string plain_text(const model::Element& element) {
  std::string text;
  for (const model::Run& run : element.runs) {
    text += run.flags & model::kLineBreak ? " " : run.text;
  }
  return text;
}

bool leads_in(const model::Element& element) {
  return !element.runs.empty() && element.runs.back().text.ends_with(':');
}

}  // namespace sheaf::layout
