#include "layout/furniture.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/text_lines.hpp"

namespace sheaf::layout {
namespace {

using model::Alignment;
using model::Role;
using page::MarkKind;

constexpr Length kGap = pt(12);          // between texts side by side
constexpr Length kRuleDistance = pt(4);  // from a text to its rule
constexpr Length kRuleWidth = millipt(750);
constexpr Length kBodyDistance = pt(18);  // from furniture to the body, at least
constexpr Length kLeastBody = mm(60);     // high: less is no room for text
constexpr int kManyPages = 8'888;         // as wide as a page number gets

Length widest(const std::vector<text::Line>& lines) {
  Length width;
  for (const text::Line& line : lines) width = std::max(width, line.width);
  return width;
}

}  // namespace

FurnitureSetter::FurnitureSetter(const Job& job) : job_(job) {
  const model::Theme& theme = job.theme;
  left_ = theme.margins.left;
  width_ = theme.page.width - theme.margins.left - theme.margins.right;
  const Folio widest_folio{kManyPages, kManyPages};
  Items unused;
  const Length head = set_head(widest_folio, unused);
  const Length foot = set_foot(widest_folio, unused);
  const Length top = std::max(theme.margins.top, head + kBodyDistance);
  const Length bottom = std::min(theme.page.height - theme.margins.bottom, foot - kBodyDistance);
  area_ = {
      .page = theme.page, .body = {{left_, top}, {width_, bottom - top}}, .first_reserved = {}};
  if (bottom - top < kLeastBody) refuse();
  if (job_.pictures.back()) {
    const Length end = logo_area(set_head({1, kManyPages}, unused)).bottom() + kBodyDistance;
    area_.first_reserved = std::max(Length{}, end - top);
  }
}

page::Furniture FurnitureSetter::set(int page, int pages) {
  page::Furniture furniture{.number = page, .items = {}};
  const Length head = set_head({page, pages}, furniture.items);
  if (page == 1 && job_.pictures.back()) {
    furniture.items.emplace_back(page::Image{.mark = {MarkKind::Header, 0},
                                             .picture = job_.pictures.back().get(),
                                             .area = logo_area(head)});
  }
  set_foot({page, pages}, furniture.items);
  return furniture;
}

std::optional<FurnitureSetter::Piece> FurnitureSetter::value_of(std::string_view name, Folio folio,
                                                                SourceId source) const {
  const model::Document& document = job_.document;
  if (name == "title") return Piece{document.title, document.title_source};
  if (name == "subtitle") return Piece{document.subtitle, document.subtitle_source};
  if (name == "board") return Piece{document.board, document.board_source};
  if (name == "date") return Piece{document.date_text, source};
  if (name == "page") return Piece{std::to_string(folio.page), source};
  if (name == "pages") return Piece{std::to_string(folio.pages), source};
  return std::nullopt;
}

FurnitureSetter::Pieces FurnitureSetter::filled(std::string_view text, Folio folio,
                                                SourceId source) const {
  Pieces pieces;
  const auto add = [&pieces](std::string_view more, SourceId from) {
    if (more.empty()) return;
    if (pieces.empty() || pieces.back().source != from) pieces.push_back({{}, from});
    pieces.back().text += more;
  };
  while (!text.empty()) {
    const std::size_t open = std::min(text.find("(("), text.size());
    add(text.substr(0, open), source);
    text.remove_prefix(open);
    const std::size_t close = text.find("))");
    if (close == text.npos) break;
    const auto value = value_of(text.substr(2, close - 2), folio, source);
    add(value ? value->text : text.substr(0, close + 2), value ? value->source : source);
    text.remove_prefix(close + 2);
  }
  add(text, source);
  return pieces;
}

text::Paragraph FurnitureSetter::shaped(const Pieces& pieces, Role role) {
  const model::TextStyle& style = job_.theme.style(role);
  std::vector<text::Span> spans;
  for (const Piece& piece : pieces) {
    spans.push_back({.text = piece.text,
                     .stack = style.stack,
                     .weight = style.weight,
                     .slant = style.slant,
                     .size = style.size,
                     .language = job_.document.language,
                     .source = piece.source});
  }
  return text::Paragraph::make(spans, {}, job_.shop, job_.diagnostics);
}

SourceId FurnitureSetter::longest_source() const {
  Piece longest;
  for (const model::Furniture* furniture : {&job_.theme.header, &job_.theme.footer}) {
    for (const auto* text : {&furniture->start, &furniture->centre, &furniture->end}) {
      for (Piece& piece : filled(*text, {1, 1}, furniture->source)) {
        if (piece.text.size() > longest.text.size()) longest = std::move(piece);
      }
    }
  }
  return longest.source;
}

void FurnitureSetter::refuse() {
  leaves_room_ = false;
  job_.diagnostics.error("header-too-tall", longest_source(),
                         "The page header and footer leave less than 60 mm for the text",
                         "Shorten the title, or what else they repeat on every page");
}

/// Texts wrap rather than meet: the centre is served first, then the end, then the start.
FurnitureSetter::Strip FurnitureSetter::strip(const model::Furniture& furniture, Role role,
                                              Folio folio) {
  const auto lines = [&](const std::string& text, Length width) {
    return shaped(filled(text, folio, furniture.source), role).lines(width);
  };
  Strip made;
  made.texts[1] = lines(furniture.centre, width_ / 2);
  const Length centre = widest(made.texts[1]);
  const bool has_centre = centre.micro > 0;
  const Length side = has_centre ? (width_ - centre) / 2 - kGap : width_ / 2;
  made.texts[2] = lines(furniture.end, side);
  const Length end = widest(made.texts[2]);
  const Length rest = end.micro > 0 ? width_ - end - kGap : width_;
  made.texts[0] = lines(furniture.start, has_centre ? side : rest);
  for (const Lines& text : made.texts) {
    const auto count = static_cast<std::int64_t>(text.size());
    made.height = std::max(made.height, job_.theme.style(role).leading * count);
  }
  return made;
}

void FurnitureSetter::place(const Strip& strip, Role role, MarkKind kind, Length top,
                            Items& items) {
  constexpr std::array kAlignments{Alignment::Start, Alignment::Centre, Alignment::End};
  const model::TextStyle& style = job_.theme.style(role);
  const LineMetrics metrics = line_metrics(style, job_.shop);
  for (std::size_t i = 0; i < strip.texts.size(); ++i) {
    Length y = top;
    for (const text::Line& line : strip.texts[i]) {
      const Length x = left_ + aligned(width_ - line.width, kAlignments[i], false);
      append(items, set_plain_line(line, {x, y + metrics.baseline(line)}, {kind, 0}, style.colour));
      y += style.leading;
    }
  }
}

Length FurnitureSetter::set_mark(std::string text, Length top, Items& items) {
  model::Furniture mark;
  mark.start = std::move(text);
  mark.source = job_.theme.source;
  const Strip made = strip(mark, Role::DraftMark, {});
  place(made, Role::DraftMark, MarkKind::Header, top, items);
  return top + made.height;
}

Length FurnitureSetter::set_marks(Length top, Items& items) {
  if (!job_.document.marking.empty()) top = set_mark(job_.document.marking, top, items);
  return job_.document.status == model::Status::Draft ? set_mark("DRAFT", top, items) : top;
}

void FurnitureSetter::set_rule(const model::Furniture& furniture, MarkKind kind, Length y,
                               Items& items) {
  if (furniture.rule) {
    items.emplace_back(rule({kind, 0}, {left_, y}, width_, kRuleWidth, *furniture.rule));
  }
}

Length FurnitureSetter::set_head(Folio folio, Items& items) {
  const model::Furniture& header = job_.theme.header;
  const Length top = set_marks(header.distance, items);
  if (folio.page == 1 && !header.on_first_page) return top;
  const Strip made = strip(header, Role::PageHeader, folio);
  if (made.height.micro == 0) return top;
  place(made, Role::PageHeader, MarkKind::Header, top, items);
  const Length bottom = top + made.height + (header.rule ? kRuleDistance : Length{});
  set_rule(header, MarkKind::Header, bottom, items);
  return bottom;
}

Length FurnitureSetter::set_foot(Folio folio, Items& items) {
  const model::Furniture& footer = job_.theme.footer;
  const Length edge = job_.theme.page.height - footer.distance;
  if (folio.page == 1 && !footer.on_first_page) return edge;
  const Strip made = strip(footer, Role::PageFooter, folio);
  if (made.height.micro == 0) return edge;
  const Length top = edge - made.height;
  const Length line = top - (footer.rule ? kRuleDistance : Length{});
  set_rule(footer, MarkKind::Footer, line, items);
  place(made, Role::PageFooter, MarkKind::Footer, top, items);
  return line;
}

/// At the end side of page 1, under its header.
Rect FurnitureSetter::logo_area(Length top) const {
  const image::Picture& picture = *job_.pictures.back();
  const Length height = job_.theme.logo.height;
  const Length width = scaled(height, picture.width, picture.height);
  return {{left_ + width_ - width, top}, {width, height}};
}

}  // namespace sheaf::layout
