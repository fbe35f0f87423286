#include "document/compose.hpp"

#include <utility>

#include "document/blocks.hpp"
#include "document/flow.hpp"
#include "document/house_style.hpp"
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

Document begin_document(Report& report) {
  Document document;
  document.subtitle = report.subtitle;
  document.language = report.language;
  document.author = author_of(report);
  document.board = meeting_text(report, "board");
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

void write_section(const Section& section, Flow& report) {
  Composition& composition = report.composition();
  composition.section = section.source;
  composition.outline.begin_section(section.title ? Outline::Title::Printed : Outline::Title::None,
                                    model::context_of(section));
  write_parts(report, element(ElementKind::Section, section.source), [&](auto id) {
    Flow flow(composition, id, Role::Body, Flow::Headings::Allowed);
    if (section.title) {
      const SourceId source = section.title_source ? section.title_source : section.source;
      write_title(*section.title, 2, Role::Heading2, section.id, source, flow);
    }
    write_blocks(section.blocks, flow);
  });
}

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

}  // namespace

Document compose(Report report, const model::Sections& sections, const SourceMap& sources,
                 Diagnostics& diagnostics) {
  Document document = begin_document(report);
  Outline outline(diagnostics);
  Composition composition{document, outline, sources, diagnostics};
  for (const Section& section : sections) outline.reserve(section.id);
  Flow flow(composition, model::StructureId::Root, Role::Body);
  const SourceId title = report.title_source ? report.title_source : report.source;
  write_title(report.title, 1, Role::Title, outline.anchor(report.title), title, flow);
  write_paragraph(flow, Role::Subtitle, report.subtitle, report.source);
  document.title = printed_title(document);
  for (const Section& section : sections) {
    const SectionScope scope(diagnostics, document.sections.emplace_back(context_of(section)));
    write_section(section, flow);
  }
  outline.check_links();
  return document;
}

}  // namespace sheaf::document
