#include "document/flow.hpp"

#include <fmt/format.h>

#include <utility>

namespace sheaf::document {

using model::Element;
using model::ElementKind;
using model::Role;
using model::StructureId;

namespace {

Role heading_role(int level) {
  return static_cast<Role>(static_cast<int>(Role::Heading2) + level - 2);
}

std::string text_of(const Element& block) {
  std::string text;
  for (const model::Run& run : block.runs) text += run.text;
  return text;
}

}  // namespace

TextWriter& Flow::line(SourceId source) {
  if (!line_) line_.emplace(composition_.document, parent_, paragraph(role_, source));
  return *line_;
}

void Flow::end_line() {
  if (line_) line_->finish();
  line_.reset();
}

StructureId Flow::add(Element block) {
  end_line();
  return composition_.document.add(parent_, std::move(block));
}

TextWriter Flow::text(Element block) {
  end_line();
  return {composition_.document, parent_, std::move(block)};
}

Element element(ElementKind kind, SourceId source) {
  Element made;
  made.kind = kind;
  made.source = source;
  return made;
}

Element paragraph(Role role, SourceId source) {
  Element made = element(ElementKind::Paragraph, source);
  made.role = role;
  return made;
}

void write_paragraph(Flow& flow, Role role, std::string_view text, SourceId source) {
  TextWriter writer = flow.text(paragraph(role, source));
  writer.write(text, writer.plain(), source);
  writer.finish();
}

void write_heading(Flow& flow, int level, SourceId source,
                   const std::function<void(TextWriter&)>& fill, std::string_view skip_help) {
  if (flow.headings() == Flow::Headings::Refused) {
    flow.diagnostics().error("heading-nested", source,
                             "A heading cannot stand inside a list, a quotation or a box",
                             "Put it before, or write the words in strong type");
  }
  Outline& outline = flow.composition().outline;
  Element heading = element(ElementKind::Heading, source);
  heading.level = static_cast<std::uint8_t>(outline.level(level, source, skip_help));
  heading.role = heading_role(heading.level);
  TextWriter writer = flow.text(std::move(heading));
  fill(writer);
  const StructureId id = writer.finish();
  if (id == StructureId::None) {
    flow.diagnostics().error("heading-empty", source, "This heading has no text",
                             "Give it words, or take it out");
    return;
  }
  Element& written = flow.composition().document[id];
  written.anchor = outline.anchor(text_of(written));
}

void write_parts(Flow& flow, Element group, const std::function<void(StructureId)>& fill) {
  model::Document& document = flow.composition().document;
  const StructureId id = flow.add(std::move(group));
  fill(id);
  if (document[id].children.empty()) remove_from(document, id);
}

void write_group(Flow& flow, Element group, Role role, const std::function<void(Flow&)>& fill) {
  write_parts(flow, std::move(group), [&](StructureId id) {
    Flow body(flow.composition(), id, role);
    fill(body);
  });
}

bool write_labelled(Composition& composition, StructureId parent, const Labelled& parts,
                    const std::function<void(Flow&)>& fill) {
  model::Document& document = composition.document;
  const SourceId source = parts.outer.source;
  const StructureId outer = document.add(parent, parts.outer);
  Element label = element(ElementKind::Label, source);
  label.role = parts.label_role;
  TextWriter writer(document, outer, std::move(label));
  writer.write(parts.label, writer.plain(), source);
  writer.finish();

  const StructureId body = document.add(outer, element(ElementKind::Body, source));
  {
    Flow flow(composition, body, parts.body_role);
    fill(flow);
  }
  if (!document[body].children.empty()) return true;
  remove_from(document, outer);
  return false;
}

ListWriter::ListWriter(Flow& flow, std::optional<int> first_number, SourceId source)
    : composition_(flow.composition()), role_(flow.role()), number_(first_number) {
  Element list = element(ElementKind::List, source);
  list.ordered = first_number.has_value();
  list_ = flow.add(std::move(list));
}

ListWriter::~ListWriter() {
  if (composition_.document[list_].children.empty()) remove_from(composition_.document, list_);
}

void ListWriter::item(SourceId source, const std::function<void(Flow&)>& fill) {
  const std::string label = number_ ? fmt::format("{}.", *number_) : "•";
  const bool kept =
      write_labelled(composition_, list_,
                     {element(ElementKind::Item, source), label, Role::ListLabel, role_}, fill);
  if (kept && number_) ++*number_;
}

}  // namespace sheaf::document
