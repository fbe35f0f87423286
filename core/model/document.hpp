#pragma once
// Document: the finished meaning, as one structure tree. Made by document/compose; layout, lint and
// render/html walk it, and render/pdf writes it as the tag tree. Tags are never added afterwards.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/report.hpp"
#include "model/theme.hpp"

namespace sheaf::model {

/// Index into Document::elements. The root is 0.
enum class StructureId : std::uint32_t { Root = 0, None = 0xFFFFFFFF };

enum class ElementKind : std::uint8_t {
  Document,
  Section,
  Heading,
  Paragraph,
  List,
  Item,
  Label,
  Body,  // Item holds a Label and a Body; Body holds blocks
  Table,
  Caption,
  TableHead,
  TableBody,
  Row,
  HeaderCell,
  Cell,
  Figure,
  Facts,
  Fact,  // Fact holds Label and Body
  Metrics,
  Metric,   // Metric holds Label and Body (value, then note, as Paragraphs)
  Callout,  // holds an optional title Paragraph (Role::CalloutTitle), then blocks
  Quote,    // holds Paragraphs; the source is a Paragraph of Role::QuoteSource
  Pictograms,
  Pictogram,  // Pictogram holds Label and Body; the icon is drawn as an artifact
  Link,
  Span,  // inline: own no runs, runs of their block name them as owner
};

/// "section", "table-head", …
std::string_view name_of(ElementKind kind);

/// Elements that own runs: Heading, Paragraph, Label, Caption. Cells and bodies hold Paragraphs.
bool holds_text(ElementKind kind);
bool is_inline(ElementKind kind);

enum RunFlags : std::uint8_t {
  kPlain = 0,
  kStrong = 1,
  kEmphasis = 2,
  kCode = 4,
  kLineBreak = 8,
  kNumber = 16,  // the number of its block, first in it, with the space that follows
};

/// Text of one owner in one style. `owner` is the block itself, or a Link or Span inside it.
struct Run {
  StructureId owner;
  std::uint8_t flags = kPlain;  // RunFlags; kLineBreak: a forced break, text is empty
  std::int8_t status = -1;      // a StatusWord, or -1
  SourceId source;
  std::string text;
};

enum class Scope : std::uint8_t { None, Column, Row };
enum class ColumnAlign : std::uint8_t { Start, End, Centre };

struct Element {
  ElementKind kind = ElementKind::Paragraph;
  Role role = Role::Body;
  std::uint8_t level = 0;     // Heading: 1 to 6
  Scope scope = Scope::None;  // HeaderCell
  CalloutKind callout = CalloutKind::Note;
  bool ordered = false;        // List
  bool decorative = false;     // Figure
  bool right_to_left = false;  // base direction of a text element
  StructureId parent = StructureId::None;
  SourceId source;
  std::int32_t asset = -1;            // Figure: index into Document::assets
  std::vector<StructureId> children;  // in reading order
  std::vector<Run> runs;              // in reading order
  std::vector<ColumnAlign> columns;   // Table
  std::string language;               // BCP 47, when it differs from the parent's
  std::string alt;                    // Figure; Span: expansion of an abbreviation
  std::string target;                 // Link: a URI, or "#anchor"
  std::string anchor;                 // Heading: unique, for destinations and bookmarks
  std::string icon;                   // Pictogram
};

struct Document {
  std::string title, subtitle, language, author, board, date_text;
  // Where they were typed, for messages:
  SourceId title_source, subtitle_source, language_source, board_source;
  PartialDate date;  // of the meeting; year 0 when unknown
  Status status = Status::Final;
  Numbering numbering = Numbering::None;
  std::string marking;  // at the head of every page: "NOT FOR PUBLICATION: …"; empty for none
  std::vector<Element> elements;
  std::vector<Asset> assets;
  std::vector<SectionContext> sections;  // of the Section elements, in their order

  const Element& operator[](StructureId id) const { return elements[static_cast<std::size_t>(id)]; }
  Element& operator[](StructureId id) { return elements[static_cast<std::size_t>(id)]; }
  /// Adds an element at the end of `parent`'s children; the first one added is the root.
  StructureId add(StructureId parent, Element element);
  /// What messages say of the section that an element stands in; empty for none.
  SectionContext section_of(StructureId id) const;
};

/// Stable dump for `--stage document`.
std::string dump(const Document& document);

}  // namespace sheaf::model
