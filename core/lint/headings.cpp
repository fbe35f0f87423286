#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::Element;
using model::ElementKind;
using model::LintRule;
using model::Role;
using model::StructureId;

constexpr std::size_t kLongestTitle = 65, kLongestHeading = 80;  // characters

bool is_file_name(std::string_view title) {
  constexpr std::array<std::string_view, 4> kEndings = {".docx", ".doc", ".pdf", ".yaml"};
  const auto ends = [&](std::string_view ending) { return ends_with_letters(title, ending); };
  return std::ranges::any_of(kEndings, ends) ||
         (title.find(' ') == title.npos && title.find('_') != title.npos);
}

bool is_all_capitals(const TextBlock& title) {
  const auto capitals = [](const Word& word) { return (word.flags & kAllCapitals) != 0; };
  return std::ranges::count_if(title.words, capitals) > 1 &&
         std::ranges::none_of(title.text, is_small);
}

std::string fault_of(const TextBlock& title) {
  const std::size_t length = count_code_points(title.text);
  if (is_file_name(title.text)) return "is a file name";
  if (is_all_capitals(title)) return "is all in capital letters";
  if (title.text.ends_with('.')) return "ends with a full stop";
  if (title.text.ends_with('?')) return "is a question";
  if (length <= kLongestTitle) return {};
  return fmt::format("has {}; after {} it is cut off in lists", counted(length, "character"),
                     kLongestTitle);
}

bool is_strong(const model::Run& run) {
  return (run.flags & (model::kStrong | model::kLineBreak)) != 0 || run.text == " ";
}

/// Hashtags and addresses alone are no heading.
bool has_prose(const TextBlock& block) {
  return std::ranges::any_of(block.words,
                             [](const Word& word) { return !(word.flags & kNotProse); });
}

/// Sections' titles are compared with each other, other headings within their section.
using HeadingKey = std::tuple<StructureId, int, std::string>;

HeadingKey key_of(const TextBlock& heading, const View& view) {
  const int level = heading.element->level;
  const auto scope = level <= 2 ? StructureId::None : section_of(view.document, heading.id);
  return {scope, level, in_small_letters(heading.text)};
}

/// A section's own heading begins it.
bool is_within_section(const TextBlock& block, const View& view) {
  return block.element->kind == ElementKind::Heading &&
         section_of(view.document, block.id) != StructureId::None &&
         sibling(view.document, block.id, -1) != StructureId::None;
}

/// Whether a text or a heading of a lower level comes before the next of its own level.
bool has_content(const TextBlock& heading, const View& view) {
  const StructureId next = sibling(view.document, heading.id, 1);
  if (next == StructureId::None) return false;
  const Element& element = view.document[next];
  return element.kind != ElementKind::Heading || element.level > heading.element->level;
}

}  // namespace

void check_title_poor(const View& view, Findings& findings) {
  for (const TextBlock& block : view.blocks) {
    if (block.element->role != Role::Title) continue;
    const std::string fault = fault_of(block);
    if (fault.empty()) continue;
    findings.about(LintRule::TitlePoor, block.id, fmt::format("The report's title {}", fault));
  }
}

void check_heading_long(const TextBlock& block, const View&, Findings& findings) {
  if (block.element->kind != ElementKind::Heading || block.element->role == Role::Title) return;
  const std::size_t length = count_code_points(block.text);
  if (length > kLongestHeading) {
    findings.about(LintRule::HeadingLong, block.id,
                   fmt::format("This heading has {}; {} are enough", counted(length, "character"),
                               kLongestHeading));
  } else if (block.text.ends_with('.') && !block.text.ends_with("..")) {
    findings.about(LintRule::HeadingLong, block.id,
                   fmt::format("The heading {} ends with a full stop", in_marks(block.text)),
                   "Leave the full stop out");
  }
}

void check_heading_fake(const TextBlock& block, const View& view, Findings& findings) {
  const Element& element = *block.element;
  if (element.kind != ElementKind::Paragraph || element.role != Role::Body || block.in_table)
    return;
  if (view.document[element.parent].kind != ElementKind::Section) return;
  if (!std::ranges::all_of(element.runs, is_strong) || !has_prose(block)) return;
  if (count_code_points(block.text) >= kLongestHeading) return;
  if (sibling(view.document, block.id, 1) == StructureId::None) return;
  findings.about(
      LintRule::HeadingFake, block, 0, block.text.size(),
      fmt::format("{} looks like a heading but is a paragraph in bold type", in_marks(block.text)));
}

void check_heading_repeated(const View& view, Findings& findings) {
  std::map<HeadingKey, int> seen;
  for (const TextBlock& block : view.blocks) {
    if (block.element->kind != ElementKind::Heading) continue;
    if (++seen[key_of(block, view)] != 2) continue;  // told once
    findings.about(LintRule::HeadingRepeated, block.id,
                   fmt::format("There is another heading {}", in_marks(block.text)));
  }
}

void check_heading_lone(const View& view, Findings& findings) {
  for (const TextBlock& block : view.blocks) {
    if (!is_within_section(block, view) || has_content(block, view)) continue;
    findings.about(LintRule::HeadingLone, block.id,
                   fmt::format("Nothing stands below the heading {}", in_marks(block.text)));
  }
}

}  // namespace sheaf::lint
