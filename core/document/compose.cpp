#include "document/compose.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "document/blocks.hpp"
#include "document/flow.hpp"
#include "document/gap.hpp"
#include "document/house_style.hpp"
#include "document/lengths.hpp"
#include "document/notice.hpp"
#include "document/numbering.hpp"
#include "document/printed_text.hpp"
#include "model/section_context.hpp"

namespace sheaf::document {
namespace {

using model::Document;
using model::Element;
using model::ElementKind;
using model::Report;
using model::Role;
using model::Section;
using model::Value;

std::string meeting_text(const Report& report, std::string_view name) {
  const Value* value = report.meeting.find(name);
  return value ? printed_text(*value) : std::string();
}

/// The first person of the layout, else the board.
std::string author_of(const Report& report) {
  if (report.people.members.empty()) return meeting_text(report, "board");
  const Value* name = report.people.members.front().value.find("name");
  return name ? name->text : std::string();
}

/// What stands in the file's metadata as it is; the title and its kin are checked as elements.
void check_metadata(const Report& report, const Document& document, Diagnostics& diagnostics) {
  const Value* author =
      report.people.members.empty() ? nullptr : report.people.members.front().value.find("name");
  if (author) check_length("name", author->text, author->source, diagnostics);
  check_length("name of a board", document.board, document.board_source, diagnostics);
  check_length("subtitle", document.subtitle, document.subtitle_source, diagnostics);
}

Document begin_document(Report& report) {
  Document document;
  document.subtitle = report.subtitle;
  document.title_source = report.title_source ? report.title_source : report.source;
  document.subtitle_source = report.subtitle_source ? report.subtitle_source : report.source;
  document.language = report.language;
  document.language_source = report.language_source ? report.language_source : report.source;
  document.author = author_of(report);
  document.board = meeting_text(report, "board");
  if (const Value* board = report.meeting.find("board")) document.board_source = board->source;
  document.date_text = meeting_text(report, "date");
  if (const Value* date = report.meeting.find("date")) document.date = date->date;
  document.status = report.status;
  document.assets = std::move(report.assets);
  document.add(model::StructureId::None, element(ElementKind::Document, report.source));
  return document;
}

void write_title(std::string_view text, int level, Role role, std::string anchor, SourceId source,
                 Flow& flow) {
  Outline& outline = flow.composition().outline;
  Element title = element(ElementKind::Heading, source);
  title.level = static_cast<std::uint8_t>(outline.title_level(level));
  title.role = role;
  title.anchor = std::move(anchor);
  outline.mark(title.anchor);
  TextWriter writer = flow.text(std::move(title));
  writer.write(text, writer.plain(), source);
  writer.finish();
}

/// A title is no content. Of a section with a mistake in it, the mistake was told.
void check_says_something(const Section& section, std::size_t first,
                          const Composition& composition) {
  const auto& elements = composition.document.elements;
  const auto is_title = [](const Element& one) {
    return one.kind == ElementKind::Section || one.kind == ElementKind::Heading ||
           model::is_inline(one.kind);
  };
  const auto is_mistake = [&](const Diagnostic& one) {
    return one.severity == Severity::Error && one.context.section == section.id;
  };
  const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(first);
  if (!section.title || !std::all_of(begin, elements.end(), is_title)) return;
  if (std::ranges::any_of(composition.diagnostics.all(), is_mistake)) return;
  composition.diagnostics.warning(
      "empty-section", section.title_source ? section.title_source : section.source,
      "This section has a title and nothing below it", "Give it content, or leave it out");
}

void write_section(const Section& section, CellPlaces& cells, Flow& report) {
  Composition& composition = report.composition();
  composition.cells = &cells;
  const std::size_t first = composition.document.elements.size();
  composition.section = section.source;
  composition.outline.begin_section(section.title ? Outline::Title::Printed : Outline::Title::None,
                                    model::context_of(section));
  write_parts(report, element(ElementKind::Section, section.source), [&](auto id) {
    Flow flow(composition, id, Role::Body, Flow::Headings::Allowed);
    if (section.title) {
      const SourceId source = section.title_source ? section.title_source : section.source;
      write_title(*section.title, 2, Role::Heading2, section.id, source, flow);
    }
    if (section.is_notice()) return write_notice(*section.exemption, flow);
    if (section.is_gap) return write_gap(section, flow);
    if (section.exemption) write_exempt_section_mark(*section.exemption, flow);
    write_blocks(section.blocks, flow);
  });
  check_says_something(section, first, composition);
}

/// What the plugins of sections were given, which is asked for in the order of the report.
class Given {
 public:
  explicit Given(const Report& report)
      : next_(report.sections.begin()), end_(report.sections.end()) {}

  const Value& to(const Section& section) {
    static const Value kNothing;
    const auto found = std::ranges::find(next_, end_, section.id, &model::ReportSection::id);
    if (found == end_) return kNothing;
    next_ = found + 1;
    return found->with;
  }

 private:
  std::vector<model::ReportSection>::const_iterator next_, end_;
};

/// The title as printed, with typographic quotation marks: page headers and metadata say it
/// likewise.
std::string printed_title(const Document& document) {
  std::string title;
  for (const model::Element& element : document.elements) {
    if (element.role != Role::Title) continue;
    for (const model::Run& run : element.runs) title += run.text;
  }
  return title;
}

/// As for a draft: in the text, in the title that a reader's window gives, and on every page.
void mark_exempt(const model::Sections& sections, Flow& flow) {
  const std::vector<int> paragraphs = model::exempt_paragraphs(sections);
  Document& document = flow.composition().document;
  document.title = "Not for publication: " + document.title;
  document.marking = exempt_page_mark(paragraphs);
  write_exempt_report_mark(paragraphs, flow);
}

/// As typed, where text that was written has typographic ones.
std::string with_straight_apostrophes(std::string text) {
  constexpr std::string_view kCurled = "\u2019";
  for (auto at = text.find(kCurled); at != text.npos; at = text.find(kCurled, at + 1)) {
    text.replace(at, kCurled.size(), "'");
  }
  return text;
}

/// The metadata of a public edition names nobody whom its pages do not name: the layout's first
/// person may be one of a section that was left out.
bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; }

/// Whether `text` names somebody: "Jo Ann" is not in "Jo Annex".
bool names(std::string_view text, std::string_view somebody) {
  for (auto at = text.find(somebody); at != text.npos; at = text.find(somebody, at + 1)) {
    const auto end = at + somebody.size();
    const bool begins = at == 0 || !is_of_word(text[at - 1]);
    if (begins && (end == text.size() || !is_of_word(text[end]))) return true;
  }
  return false;
}

void keep_printed_author(Document& document) {
  const std::string author = with_straight_apostrophes(document.author);
  const auto names_author = [&](const Element& element) {
    std::string text;
    for (const model::Run& run : element.runs) text += run.text;
    return names(with_straight_apostrophes(std::move(text)), author);
  };
  if (std::ranges::none_of(document.elements, names_author)) document.author = document.board;
}

/// For who does not see the mark on the pages: in the text, and in the title that a reader's window
/// and its screen reader give first.
void mark_draft(SourceId source, Flow& flow) {
  Document& document = flow.composition().document;
  document.title = "Draft: " + document.title;
  write_paragraph(flow, Role::DraftMark, "This is a draft.", source);
}

/// About as many as there will be elements.
std::size_t count_blocks(const std::vector<model::Block>& blocks) {
  std::size_t count = blocks.size();
  for (const model::Block& block : blocks) count += count_blocks(block.children);
  return count;
}

}  // namespace

Document compose(Report report, const model::Sections& sections, const SourceMap& sources,
                 Diagnostics& diagnostics) {
  Document document = begin_document(report);
  check_metadata(report, document, diagnostics);
  Outline outline(diagnostics);
  Composition composition{document, outline, sources, diagnostics};
  std::size_t blocks = 0;
  for (const Section& section : sections) {
    blocks += count_blocks(section.blocks);
    outline.reserve(section.id);
    if (section.is_notice()) outline.lead(section.exemption->stands_for, section.id);
  }
  for (std::string& id : report.left_out) outline.leave_out(std::move(id));
  document.elements.reserve(document.elements.size() + blocks);
  Flow flow(composition, model::StructureId::Root, Role::Body);
  write_title(report.title, 1, Role::Title, outline.anchor(report.title), document.title_source,
              flow);
  write_paragraph(flow, Role::Subtitle, report.subtitle, document.subtitle_source);
  document.title = printed_title(document);
  if (report.status == model::Status::Draft) mark_draft(report.source, flow);
  if (report.edition == model::Edition::Exempt) mark_exempt(sections, flow);
  Given given(report);
  for (const Section& section : sections) {
    const SectionScope scope(diagnostics, document.sections.emplace_back(context_of(section)));
    CellPlaces cells(given.to(section));
    write_section(section, cells, flow);
  }
  outline.check_links();
  check_lengths(document, diagnostics);
  number(document, report.numbering);
  if (std::ranges::any_of(sections, &Section::is_notice)) keep_printed_author(document);
  return document;
}

}  // namespace sheaf::document
