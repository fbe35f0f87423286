#include "document/inline.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/markdown.hpp"
#include "document/printed_text.hpp"

namespace sheaf::document {
namespace {

using model::Block;
using model::BlockKind;
using model::Document;
using model::Element;
using model::ElementKind;
using model::StatusWord;
using model::StructureId;
using model::Value;
using model::ValueKind;

constexpr std::array<std::string_view, 4> kWords = {"Complete", "On track", "At risk", "Delayed"};
static_assert(kWords.size() == model::kStatusNames.size());

bool is_in_link(const Document& document, StructureId id) {
  for (; model::is_inline(document[id].kind); id = document[id].parent) {
    if (document[id].kind == ElementKind::Link) return true;
  }
  return false;
}

void write_span(Element span, const Block& block, TextWriter& writer, Style style,
                Composition& composition) {
  const Style inner = writer.open(style, std::move(span));
  write_inline(block.children, writer, inner, composition);
  writer.close(inner);
}

void write_language(const Block& block, TextWriter& writer, Style style, Composition& composition) {
  Element span = element(ElementKind::Span, place_of(block, composition));
  span.language = block.attribute("tag");
  write_span(std::move(span), block, writer, style, composition);
}

void write_abbreviation(const Block& block, TextWriter& writer, Style style,
                        Composition& composition) {
  Element span = element(ElementKind::Span, place_of(block, composition));
  span.alt = block.attribute("expansion");
  write_span(std::move(span), block, writer, style, composition);
}

void write_link_value(const Value& link, TextWriter& writer, Style style,
                      Composition& composition) {
  const Value* to = link.find("to");
  const SourceId source = to ? to->source : link.source;
  write_link(to ? to->text : std::string_view(), source, writer, style, composition,
             [&](Style inner) { writer.write(printed_text(link), inner, link.source); });
}

void refuse(const Value& value, std::string_view what, Diagnostics& diagnostics) {
  diagnostics.error("not-in-line", value.source,
                    std::string(what) + " cannot stand inside a line of text",
                    "The section plugin has to place it as a block of its own");
}

}  // namespace

std::string_view word_of(StatusWord status) { return kWords[static_cast<std::size_t>(status)]; }

std::optional<StatusWord> find_status(std::string_view name) {
  const auto at = std::ranges::find(model::kStatusNames, name);
  if (at == model::kStatusNames.end()) return std::nullopt;
  return static_cast<StatusWord>(at - model::kStatusNames.begin());
}

SourceId place_of(const Block& block, const Composition& composition) {
  return block.source ? block.source : composition.section;
}

void write_status(StatusWord status, TextWriter& writer, Style style, SourceId source) {
  style.status = static_cast<std::int8_t>(status);
  writer.write(word_of(status), style, source);
}

void write_link(std::string_view to, SourceId source, TextWriter& writer, Style style,
                Composition& composition, const std::function<void(Style)>& write) {
  if (is_in_link(composition.document, style.owner)) return write(style);
  Element link = element(ElementKind::Link, source);
  link.target = composition.outline.target(to, source);
  const Style inner = writer.open(style, std::move(link));
  write(inner);
  if (writer.close(inner)) return;
  composition.diagnostics.error("link-text", source, "This link has no text to select",
                                "Give it words that make sense when read aloud on their own");
}

void write_inline(const Block& block, TextWriter& writer, Style style, Composition& composition) {
  const SourceId source = place_of(block, composition);
  const auto children = [&](Style inner) {
    write_inline(block.children, writer, inner, composition);
  };
  switch (block.kind) {
    case BlockKind::Text: return writer.write(block.text, style, source);
    case BlockKind::Strong: return children(style.with(model::kStrong));
    case BlockKind::Emphasis: return children(style.with(model::kEmphasis));
    case BlockKind::Code: return children(style.with(model::kCode));
    case BlockKind::Link:
      return write_link(block.attribute("to"), source, writer, style, composition, children);
    case BlockKind::Language: return write_language(block, writer, style, composition);
    case BlockKind::Abbreviation: return write_abbreviation(block, writer, style, composition);
    case BlockKind::LineBreak: return writer.break_line(style, source);
    case BlockKind::Placed: return write_value(block.value, writer, style, composition);
    case BlockKind::Status:
      if (const auto status = find_status(block.attribute("word"))) {
        write_status(*status, writer, style, source);
      }
      return;
    default: return children(style);  // the plugin bridge lets none through
  }
}

void write_inline(const std::vector<Block>& blocks, TextWriter& writer, Style style,
                  Composition& composition) {
  for (const Block& block : blocks) write_inline(block, writer, style, composition);
}

void write_value(const Value& value, TextWriter& writer, Style style, Composition& composition) {
  switch (value.kind) {
    case ValueKind::Markdown: return write_markdown_line(value, writer, style, composition);
    case ValueKind::Link: return write_link_value(value, writer, style, composition);
    case ValueKind::Image: return refuse(value, "An image", composition.diagnostics);
    case ValueKind::Record: return refuse(value, "A map of values", composition.diagnostics);
    default: return writer.write(printed_text(value), style, value.source);
  }
}

}  // namespace sheaf::document
