#include "document/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/language_tag.hpp"
#include "document/inline.hpp"
#include "document/markdown_language.hpp"
#include "document/markdown_parser.hpp"
#include "document/markdown_table.hpp"
#include "document/table_writer.hpp"
#include "document/text_places.hpp"

namespace sheaf::document {
namespace {

constexpr std::string_view kUnderlined =
    "Dashes below a line make it a heading: leave a blank line above the dashes, or take them out";

using model::ElementKind;
using model::Role;
using model::Value;

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? text : "";
}

/// A line of code in which white space that would be made one space, or none, is no-break spaces. A
/// tab leads to the next column that four divides.
std::string code_line(std::string_view typed) {
  constexpr std::string_view kKept = "\u00A0";
  constexpr std::size_t kTab = 4;
  std::string line;
  std::size_t column = 0;
  char previous = ' ';
  for (const char c : typed) {
    const bool is_first_byte = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    const std::size_t width = c == '\t' ? kTab - column % kTab : is_first_byte;
    if ((c == ' ' && previous == ' ') || c == '\t') {
      for (std::size_t i = 0; i < width; ++i) line += kKept;
    } else {
      line += c;
    }
    column += width;
    previous = c == '\t' ? ' ' : c;
  }
  return line.empty() ? std::string(kKept) : line;
}

/// `text` with its placeholders replaced, in one pass: a value is never looked at again.
std::string replaced(std::string_view text, const std::vector<model::Replacement>& replacements,
                     std::string model::Replacement::*by = &model::Replacement::text) {
  std::string out;
  for (auto at = text.find("(("); at != std::string_view::npos; at = text.find("((")) {
    out += text.substr(0, at);
    text.remove_prefix(at);
    const auto found = std::ranges::find_if(
        replacements, [&](const auto& one) { return text.starts_with(one.placeholder); });
    const bool known = found != replacements.end() && !found->placeholder.empty();
    out += known ? std::string_view((*found).*by) : text.substr(0, 1);
    text.remove_prefix(known ? found->placeholder.size() : 1);
  }
  return out += text;
}

/// Nothing: the line of hyphens does not say.
std::optional<model::ColumnAlign> alignment(std::uint8_t letter) {
  switch (letter) {
    case 'l': return model::ColumnAlign::Start;
    case 'r': return model::ColumnAlign::End;
    case 'c': return model::ColumnAlign::Centre;
    default: return {};
  }
}

/// One Markdown value on its way into the document.
class Reader {
 public:
  Reader(const Value& value, Composition& composition)
      : value_(value),
        composition_(composition),
        places_(value, composition.sources),
        root_(nullptr, cmark_node_free) {}

  /// False when the text breaks a limit, which is reported.
  bool parse_text() {
    root_ = parse_markdown(value_, places_, composition_.diagnostics);
    return root_ != nullptr;
  }

  void blocks(Flow& flow) { blocks(root_.get(), flow); }

  void line(TextWriter& writer, Style style) {
    for (cmark_node* node = cmark_node_first_child(root_.get()); node;
         node = cmark_node_next(node)) {
      if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
        writer.write(" ", style, place(node));
        text(node, writer, style);
      } else {
        error("markdown-line", place(node), "Only a line of text can stand here",
              "Write it without headings, lists, tables and quotations");
      }
    }
  }

 private:
  void error(std::string id, SourceId source, std::string message, std::string help) {
    composition_.diagnostics.error(std::move(id), source, std::move(message), std::move(help));
  }

  SourceId place(cmark_node* node) const { return place_of(node, places_); }

  void blocks(cmark_node* parent, Flow& flow) {
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
      block(node, flow);
    }
  }

  void block(cmark_node* node, Flow& flow) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        tell_lonely_caption(node);
        return text(node, flow.text(paragraph(flow.role(), place(node))));
      case CMARK_NODE_HEADING: return heading(node, flow);
      case CMARK_NODE_LIST: return list(node, flow);
      case CMARK_NODE_BLOCK_QUOTE: return quote(node, flow);
      case CMARK_NODE_CODE_BLOCK: return code(node, flow);
      case CMARK_NODE_HTML_BLOCK: return refuse_html(node, place(node));
      case CMARK_NODE_THEMATIC_BREAK: return ignore_rule(node);
      default:
        if (is_table(node)) table(node, flow);
    }
  }

  void text(cmark_node* node, TextWriter&& writer) {
    text(node, writer, writer.plain());
    writer.finish();
  }

  void text(cmark_node* node, TextWriter& writer, Style style) {
    InlinePlaces places(places_, node);
    writer.begin_source_line();
    inlines(node, writer, style, places);
  }

  bool begins_with_sign(SourceId heading) const {
    const SourceMap& sources = composition_.sources;
    const SourceId start = sources.file_start(heading);
    return !start || sources.text(heading).substr(heading.offset - start.offset).starts_with('#');
  }

  void heading(cmark_node* node, Flow& flow) {
    const int level = cmark_node_get_heading_level(node);
    const bool is_underlined = level == 2 && !begins_with_sign(place(node));
    write_heading(
        flow, level, place(node), [&](TextWriter& writer) { text(node, writer, writer.plain()); },
        is_underlined ? kUnderlined : std::string_view());
  }

  void list(cmark_node* node, Flow& flow) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    ListWriter list(flow, ordered ? std::optional(cmark_node_get_list_start(node)) : std::nullopt,
                    place(node));
    for (cmark_node* item = cmark_node_first_child(node); item; item = cmark_node_next(item)) {
      list.item(place(item), [&](Flow& body) { blocks(item, body); });
    }
  }

  /// `>5% of all`, where more than 5% is meant: a quotation has a space behind its sign.
  void tell_more_than(cmark_node* quote) {
    cmark_node* first = cmark_node_first_child(quote);
    const bool is_beside =
        first && cmark_node_get_start_line(first) == cmark_node_get_start_line(quote) &&
        cmark_node_get_start_column(first) == cmark_node_get_start_column(quote) + 1;
    cmark_node* words = is_beside ? cmark_node_first_child(first) : nullptr;
    if (!words || cmark_node_get_type(words) != CMARK_NODE_TEXT) return;
    const std::string_view text = literal(words);
    constexpr std::string_view kAmounts = "0123456789";
    if (!text.starts_with("£") && text.find_first_of(kAmounts) != 0) return;
    composition_.diagnostics.warning(
        "more-than-as-quotation", place(quote),
        "A > at the start of a line makes a quotation, and is not printed",
        "Say it in words, such as More than 5%; for a quotation, put a space behind the >");
  }

  void quote(cmark_node* node, Flow& flow) {
    tell_more_than(node);
    write_group(flow, element(ElementKind::Quote, place(node)), Role::QuoteText,
                [&](Flow& body) { blocks(node, body); });
  }

  /// Its lines and spaces stay as typed.
  void code(cmark_node* node, Flow& flow) {
    TextWriter writer = flow.text(paragraph(flow.role(), place(node)));
    const Style style = writer.plain().with(model::kCode);
    const std::string lines = replaced(literal(node), value_.replacements);
    for (std::size_t begin = 0; begin < lines.size();) {
      const auto end = std::min(lines.find('\n', begin), lines.size());
      writer.break_line(style, place(node));
      writer.write(code_line(std::string_view(lines).substr(begin, end - begin)), style,
                   place(node));
      begin = end + 1;
    }
    writer.finish();
  }

  void refuse_html(cmark_node* node, SourceId source) {
    const std::string_view html = literal(node);
    error("markdown-html", source,
          fmt::format("HTML cannot be used in a report: {}", html.substr(0, html.find('\n'))),
          html.starts_with("<!--") ? "Take the remark out: a report holds only what it is to say"
                                   : "Write it in Markdown; for a plain < write \\<");
  }

  void ignore_rule(cmark_node* node) {
    composition_.diagnostics.advice("markdown-rule", place(node),
                                    "This line across the page is left out",
                                    "Use a heading where a new part begins");
  }

  void table(cmark_node* node, Flow& flow) {
    const auto caption = [&](TextWriter& writer) { write_caption(node, writer); };
    TableWriter table(flow, caption, TableWriter::RowHeaders::None, place(node));
    cmark_node* head = cmark_node_first_child(node);
    const std::uint8_t* align = cmark_gfm_extensions_get_table_alignments(node);
    int column = 0;
    for (cmark_node* cell = cmark_node_first_child(head); cell; cell = cmark_node_next(cell)) {
      table.column(alignment(align[column]).value_or(natural_alignment(head, column)), place(cell),
                   filled_from(cell));
      ++column;
    }
    for (cmark_node* row = cmark_node_next(head); row; row = cmark_node_next(row)) {
      write_row(row, table);
    }
  }

  void write_caption(cmark_node* table, TextWriter& writer) {
    InlinePlaces places(places_, table);
    if (cmark_node* caption = caption_of(table)) inlines(caption, writer, writer.plain(), places);
  }

  void write_row(cmark_node* row, TableWriter& table) {
    auto typed = typed_cells(places_.line(cmark_node_get_start_line(row)));
    table.begin_row(typed, place(row));
    for (cmark_node* cell = cmark_node_first_child(row); cell && typed > 0; --typed) {
      table.cell(place(cell), filled_from(cell));
      cell = cmark_node_next(cell);
    }
  }

  /// Numbers and money stand below each other by their ends.
  model::ColumnAlign natural_alignment(cmark_node* head, int column) const {
    bool has_amounts = false;
    for (cmark_node* row = cmark_node_next(head); row; row = cmark_node_next(row)) {
      cmark_node* cell = cmark_node_first_child(row);
      for (int i = 0; i < column && cell; ++i) cell = cmark_node_next(cell);
      const std::string words = cell ? replaced(words_of(cell), value_.replacements) : "";
      if (words.empty()) continue;
      if (!is_amount(words)) return model::ColumnAlign::Start;
      has_amounts = true;
    }
    return has_amounts ? model::ColumnAlign::End : model::ColumnAlign::Start;
  }

  /// Captions beside tables have been taken by these.
  void tell_lonely_caption(cmark_node* node) {
    if (!is_caption(node)) return;
    composition_.diagnostics.warning("caption-alone", place(node),
                                     "This caption stands beside no table",
                                     "Put it directly before or after its table");
  }

  TableWriter::Fill filled_from(cmark_node* cell) {
    return [this, cell](TextWriter& writer) { text(cell, writer, writer.plain()); };
  }

  void inlines(cmark_node* parent, TextWriter& writer, Style style, InlinePlaces& places) {
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
      inline_node(node, writer, style, places);
    }
  }

  void inline_node(cmark_node* node, TextWriter& writer, Style style, InlinePlaces& places) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT: return words(node, writer, style, places);
      case CMARK_NODE_CODE: return words(node, writer, style.with(model::kCode), places);
      case CMARK_NODE_EMPH: return emphasis(node, writer, style, places);
      case CMARK_NODE_STRONG: return inlines(node, writer, style.with(model::kStrong), places);
      case CMARK_NODE_LINK: return link(node, writer, style, places);
      case CMARK_NODE_SOFTBREAK:
        places.end_line();
        writer.write(" ", style, places.last());
        return writer.begin_source_line();
      case CMARK_NODE_LINEBREAK: places.end_line(); return writer.break_line(style, places.last());
      case CMARK_NODE_HTML_INLINE: return refuse_html(node, places.at(node));
      case CMARK_NODE_IMAGE:
        return error("markdown-image", places.at(node), "An image cannot be given in Markdown",
                     "Give it to a section that has an image parameter, with its alt text");
      default: return inlines(node, writer, style, places);
    }
  }

  void words(cmark_node* node, TextWriter& writer, Style style, InlinePlaces& places) {
    writer.write(replaced(literal(node), value_.replacements), style, places.at(node));
  }

  void emphasis(cmark_node* node, TextWriter& writer, Style style, InlinePlaces& places) {
    const char* tag = marked_language(node);
    tag ? language(tag, node, writer, style, places)
        : inlines(node, writer, style.with(model::kEmphasis), places);
  }

  void language(const char* tag, cmark_node* node, TextWriter& writer, Style style,
                InlinePlaces& places) {
    model::Element span = element(ElementKind::Span, places.last());
    span.language = tag;
    if (!is_language_tag(span.language)) {
      error("markdown-language", places.last(), fmt::format("\"{}\" is no language", span.language),
            is_en_uk(span.language)
                ? "Write en-GB"
                : "Write its tag, such as cy (Welsh), pl (Polish) or ur (Urdu)");
    }
    const Style inner = writer.open(style, std::move(span));
    inlines(node, writer, inner, places);
    writer.close(inner);
  }

  void link(cmark_node* node, TextWriter& writer, Style style, InlinePlaces& places) {
    const std::string to =
        replaced(cmark_node_get_url(node), value_.replacements, &model::Replacement::canonical);
    write_link(to, places.at(node), writer, style, composition_,
               [&](Style inner) { inlines(node, writer, inner, places); });
  }

  const Value& value_;
  Composition& composition_;
  TextPlaces places_;
  MarkdownTree root_;
};

}  // namespace

void write_markdown(const Value& markdown, Flow& flow) {
  flow.end_line();
  Reader reader(markdown, flow.composition());
  if (reader.parse_text()) reader.blocks(flow);
}

void write_markdown_line(const Value& markdown, TextWriter& writer, Style style,
                         Composition& composition) {
  Reader reader(markdown, composition);
  if (reader.parse_text()) reader.line(writer, style);
}

}  // namespace sheaf::document
