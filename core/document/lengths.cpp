#include "document/lengths.hpp"

#include <vector>

#include <fmt/format.h>

namespace sheaf::document {
namespace {

using model::Document;
using model::Element;
using model::ElementKind;
using model::StructureId;

constexpr std::size_t kMost = 16'000;  // leaves room for "Draft: " before a title

/// In UTF-16: a code point of four bytes in UTF-8 takes two units.
std::size_t count_units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) units += ((c & 0xC0) != 0x80 ? 1 : 0) + ((c & 0xF8) == 0xF0 ? 1 : 0);
  return units;
}

void refuse(std::string_view what, SourceId source, Diagnostics& diagnostics) {
  diagnostics.error(
      "too-long-for-pdf", source,
      fmt::format("This {} is longer than the 16,000 characters that a PDF takes for one", what),
      "Shorten it, and say the rest in the text");
}

/// The length of what each element says, by StructureId; a link's text counts for its block, too.
std::vector<std::size_t> text_lengths(const Document& document) {
  std::vector<std::size_t> lengths(document.elements.size());
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    for (const model::Run& run : document.elements[i].runs) {
      const std::size_t units = count_units(run.text);
      lengths[i] += units;
      for (auto at = run.owner; at != static_cast<StructureId>(i); at = document[at].parent) {
        lengths[static_cast<std::size_t>(at)] += units;
      }
    }
  }
  return lengths;
}

}  // namespace

void check_length(std::string_view what, std::string_view text, SourceId source,
                  Diagnostics& diagnostics) {
  if (count_units(text) > kMost) refuse(what, source, diagnostics);
}

void check_lengths(const Document& document, Diagnostics& diagnostics) {
  const std::vector<std::size_t> lengths = text_lengths(document);
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const Element& element = document.elements[i];
    const bool is_link = element.kind == ElementKind::Link;
    const bool is_figure = element.kind == ElementKind::Figure;
    const std::string_view text = element.role == model::Role::Title ? "title" : "heading";
    if (lengths[i] > kMost && (is_link || element.kind == ElementKind::Heading)) {
      refuse(is_link ? "link's text" : text, element.source, diagnostics);
    } else {
      check_length("id", element.anchor, element.source, diagnostics);
    }
    check_length("link's address", element.target, element.source, diagnostics);
    check_length(is_figure ? "description of a picture" : "expansion", element.alt, element.source,
                 diagnostics);
  }
}

}  // namespace sheaf::document
