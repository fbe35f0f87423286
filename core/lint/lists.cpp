#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::Element;
using model::ElementKind;
using model::LintRule;
using model::StructureId;

/// "- ", "• ", "1. ", "12) ", "a) " at the start of a line.
bool begins_with_marker(std::string_view line) {
  constexpr std::array<std::string_view, 6> kBullets = {"- ",      "* ",      "\u2022 ",
                                                        "\u2013 ", "\u00B7 ", "\u25AA "};
  if (std::ranges::any_of(kBullets, [&](auto bullet) { return line.starts_with(bullet); })) {
    return true;
  }
  std::size_t at = 0;
  while (at < line.size() && at < 3 && is_digit(line[at])) ++at;
  const bool by_letter = at == 0 && !line.empty() && is_letter(line[0]);
  const std::string_view rest = line.substr(by_letter ? 1 : at);
  if (by_letter) return rest.starts_with(") ");
  return at > 0 && at < 3 && (rest.starts_with(". ") || rest.starts_with(") "));
}

/// Lines of a text that begin with a marker; a text without forced breaks is one line.
int marked_lines(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    if (begins_with_marker(text)) ++count;
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return count;
}

constexpr std::array<std::string_view, 6> kSigns = {"\u2022", "\u25AA", "\u25E6",
                                                    "\u2023", "\u25CF", "\u00B7"};

/// Whether what ends before byte `at` leads in to a list: nothing, a colon, or a sentence, of which
/// the last word is no number, name or abbreviation (Station St. \u2022 NG2).
bool leads_in(const TextBlock& block, std::size_t at) {
  const std::string_view before = std::string_view(block.text).substr(0, at);
  const auto last = before.find_last_not_of(' ');
  if (last == before.npos || before[last] == ':') return true;
  if (std::string_view(".?!").find(before[last]) == std::string_view::npos) return false;
  const auto behind = std::ranges::upper_bound(block.words, at, {}, &Word::begin);
  if (behind == block.words.begin()) return false;
  constexpr std::array<std::string_view, 4> kShortened = {"approx", "incl", "excl", "dept"};
  constexpr std::size_t kShortest = 4;  // tel., min., ext.
  const std::string_view end = block.of(*std::prev(behind));
  return end.size() >= kShortest && std::ranges::all_of(end, is_small) &&
         std::ranges::find(kShortened, end) == kShortened.end();
}

/// "\u2022" or, before a word, "-": with nothing between it and the word before but a space.
bool is_item_sign(const TextBlock& block, std::size_t at) {
  const std::string_view text = block.text, rest = text.substr(at);
  if (at > 0 && text[at - 1] != ' ') return false;
  if (rest[0] == '-') return rest.size() > 2 && is_letter(rest[1]) && is_letter(rest[2]);
  return is_wide(rest[0]) &&
         std::ranges::any_of(kSigns, [&](auto one) { return rest.starts_with(one); });
}

/// "We did: \u2022 visits \u2022 calls", "-visits -calls": items whose lines have run together.
int items_run_together(const TextBlock& block) {
  int items = 0;
  for (std::size_t at = 0; at < block.text.size(); ++at) {
    if (!is_item_sign(block, at) || (items == 0 && !leads_in(block, at))) continue;
    ++items;
  }
  return items;
}

bool follows(const TextBlock& block, const TextBlock& before, const View& view) {
  return sibling(view.document, block.id, -1) == before.id;
}

/// The last text in an item's body, its own lists left aside.
std::string_view last_text(const View& view, StructureId item) {
  std::string_view last;
  for (const TextBlock& block : view.blocks) {
    const StructureId body = block.element->parent;
    if (body != StructureId::None && view.document[body].parent == item) last = block.text;
  }
  return last;
}

bool has_ending(std::string_view text) {
  return text.ends_with(';') || text.ends_with(", and") || text.ends_with(", or") ||
         text.ends_with("; and") || text.ends_with("; or");
}

}  // namespace

void check_list_fake(const View& view, Findings& findings) {
  const TextBlock* marked = nullptr;  // the paragraph before, if it begins with a marker
  bool told = false;
  for (const TextBlock& block : view.blocks) {
    const bool is_text = block.element->kind == ElementKind::Paragraph;
    const int lines = is_text ? marked_lines(block.text) : 0;
    if (is_text && !block.in_table && lines < 2 && items_run_together(block) > 1) {
      findings.about(LintRule::ListFake, block.id,
                     "These lines look like a list but are one paragraph");
    }
    const bool goes_on = lines > 0 && marked && follows(block, *marked, view);
    if (!goes_on) told = false;
    if (!told && (lines > 1 || goes_on)) {
      findings.about(LintRule::ListFake, lines > 1 ? block.id : marked->id,
                     "These lines look like a list but are paragraphs");
      told = true;
    }
    marked = lines > 0 ? &block : nullptr;
  }
}

void check_list_single(const View& view, Findings& findings) {
  for_each(view, ElementKind::List, [&](const Element& list, StructureId id) {
    if (list.ordered || list.children.size() != 1) return;
    findings.about(LintRule::ListSingle, id, "This list has one item");
  });
}

void check_list_lead(const View& view, Findings& findings) {
  for_each(view, ElementKind::List, [&](const Element& list, StructureId id) {
    if (list.ordered || view.document[list.parent].kind != ElementKind::Section) return;
    const StructureId before = sibling(view.document, id, -1);
    if (before != StructureId::None && view.document[before].kind == ElementKind::Paragraph) return;
    findings.about(LintRule::ListLead, id, "No line leads in to this list");
  });
}

void check_list_style(const View& view, Findings& findings) {
  for_each(view, ElementKind::List, [&](const Element& list, StructureId) {
    if (list.ordered) return;
    for (const StructureId item : list.children) {
      const std::string_view text = last_text(view, item);
      if (!has_ending(text)) continue;
      findings.about(LintRule::ListStyle, item,
                     fmt::format("The item {} ends like a part of a sentence", in_marks(text)));
    }
  });
}

}  // namespace sheaf::lint
