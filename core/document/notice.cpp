#include "document/notice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using model::Element;
using model::ElementKind;
using model::Exemption;
using model::Role;

/// Beginning of a sentence.
std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// "paragraph 3": a lone number is never parted from its word.
std::string unbroken(std::span<const int> paragraphs) {
  std::string text = model::paragraphs_text(paragraphs);
  const auto space = text.find(' ');
  if (paragraphs.size() == 1 && space != text.npos) text.replace(space, 1, "\u00A0");
  return text;
}

std::string by_virtue_of(std::span<const int> paragraphs) {
  return fmt::format(
      "not for publication by virtue of {} of Part\u00A01 of Schedule\u00A012A of the Local "
      "Government Act\u00A01972 (as amended)",
      unbroken(paragraphs));
}

std::string covers(int paragraph) {
  return fmt::format("Paragraph {} covers {}.", paragraph, model::exempt_information(paragraph));
}

/// Schedule 12A, Part 2, paragraph 10.
std::string public_interest(std::string_view because) {
  constexpr std::string_view kBecause = "because ";  // which the sentence has already
  if (model::same_letters(because.substr(0, kBecause.size()), kBecause))
    because.remove_prefix(kBecause.size());
  const bool ends = because.ends_with('.') || because.ends_with('!') || because.ends_with('?');
  return fmt::format(
      "In all the circumstances of the case, the public interest in maintaining the exemption "
      "outweighs the public interest in disclosing the information, because {}{}",
      because, ends ? "" : ".");
}

}  // namespace

void write_english(Flow& flow, Role role, std::string_view text) {
  Element block = paragraph(role, {});
  if (!flow.composition().document.language.starts_with("en")) block.language = "en-GB";
  TextWriter writer = flow.text(std::move(block));
  writer.write(text, writer.plain(), {});
  writer.finish();
}

void name_notices(std::vector<model::ReportSection>& sections) {
  std::set<std::string> taken;
  for (const auto& section : sections) taken.insert(section.id);
  const auto untitled = std::ranges::count_if(
      sections, [](const auto& section) { return section.is_notice() && !section.title; });
  int ids = 0, titles = 0;
  for (auto& section : sections) {
    if (!section.is_notice()) continue;
    do section.id = fmt::format("exempt-information-{}", ++ids);
    while (taken.contains(section.id));
    if (section.title) continue;
    section.title = untitled == 1 ? std::string("Exempt information")
                                  : fmt::format("Exempt information {}", ++titles);
  }
}

model::Section notice_of(const model::ReportSection& section) {
  model::Section notice;
  notice.id = section.id;
  notice.title = section.title;
  notice.source = section.source;
  notice.title_source = section.exemption->source;
  notice.exemption = section.exemption;
  return notice;
}

void write_notice(const Exemption& exemption, Flow& flow) {
  write_english(flow, Role::Body,
                fmt::format("This part of the report is {}.", by_virtue_of(exemption.paragraphs)));
  for (const int paragraph : exemption.paragraphs)
    write_english(flow, Role::Body, covers(paragraph));
  write_english(flow, Role::Body, public_interest(exemption.because));
}

void write_exempt_section_mark(const Exemption& exemption, Flow& flow) {
  write_english(flow, Role::Body, capital(by_virtue_of(exemption.paragraphs)) + ".");
}

void write_exempt_report_mark(std::span<const int> paragraphs, Flow& flow) {
  Element box = element(ElementKind::Callout, {});
  box.callout = model::CalloutKind::Warning;
  write_group(flow, std::move(box), Role::CalloutBody, [&](Flow& body) {
    write_english(body, Role::CalloutTitle, "Not for publication");
    write_english(body, Role::CalloutBody,
                  fmt::format("This edition of the report is {}.", by_virtue_of(paragraphs)));
    for (const int paragraph : paragraphs)
      write_english(body, Role::CalloutBody, covers(paragraph));
  });
}

std::string exempt_page_mark(std::span<const int> paragraphs) {
  return fmt::format(
      "NOT FOR PUBLICATION: {} of Part\u00A01 of Schedule\u00A012A, Local Government Act\u00A01972",
      unbroken(paragraphs));
}

}  // namespace sheaf::document
