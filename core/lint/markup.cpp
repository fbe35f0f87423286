// Markdown that is none, for a sign that is missing or one too many: it is printed as typed.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::ElementKind;
using model::LintRule;

bool is_sign(std::string_view text, std::size_t at) {
  return at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || is_wide(text[at]));
}

/// The word that byte `at` of the text stands in or before.
bool is_code(const TextBlock& block, std::size_t at) {
  const auto word = std::ranges::lower_bound(block.words, at, {}, &Word::end);
  return word != block.words.end() && (word->flags & kCode) != 0;
}

/// Where two asterisks stand by themselves, at or after `from`.
std::size_t find_stars(std::string_view text, std::size_t from) {
  for (auto at = text.find("**", from); at != text.npos;) {
    const auto end = std::min(text.find_first_not_of('*', at), text.size());
    if (end - at == 2) return at;
    at = text.find("**", end);
  }
  return text.npos;
}

/// Before a word, or twice: behind one, they may lead to a note.
void check_bold(const TextBlock& block, Findings& findings) {
  const std::string_view text = block.text;
  const auto at = find_stars(text, 0);
  if (at == text.npos || is_code(block, at)) return;
  if (!is_sign(text, at + 2) && find_stars(text, at + 2) == text.npos) return;
  findings.about(LintRule::MarkupPrinted, block, at, at + 2, "\"**\" is printed as it stands",
                 "Write **in bold**, with both pairs beside the words and in one paragraph");
}

struct Slip {
  std::string_view signs, message, help;
};

constexpr std::array<Slip, 6> kSlips = {
    {{"](", "This link is printed as it stands",
      "Write [words](address), with no space in the address: [the grants](#grants-awarded)"},
     {"] (http", "This link is printed as it stands", "Leave no space between ] and ("},
     {"] (#", "This link is printed as it stands", "Leave no space between ] and ("},
     {"] (mailto:", "This link is printed as it stands", "Leave no space between ] and ("},
     {"] {lang=", "This language mark is printed as it stands", "Leave no space between ] and {"},
     {"]{lang", "This language mark is printed as it stands", "Write it like [bore da]{lang=cy}"}}};

void check_slips(const TextBlock& block, Findings& findings) {
  if (block.text.find(']') == block.text.npos) return;  // as in nearly all texts
  for (const Slip& slip : kSlips) {
    const auto at = block.text.find(slip.signs);
    if (at == block.text.npos || is_code(block, at)) continue;
    findings.about(LintRule::MarkupPrinted, block, at, at + slip.signs.size(),
                   std::string(slip.message), std::string(slip.help));
  }
}

/// A line of nothing but a no-break space, in a paragraph that was meant to end there.
void check_blank_line(const TextBlock& block, Findings& findings) {
  const auto at = block.text.find("\u00A0 ");
  if (at == block.text.npos || at == 0 || block.text[at - 1] != ' ') return;
  findings.about(LintRule::MarkupPrinted, block, at, at + 2,
                 "A line that looks blank holds a no-break space: no paragraph ends there",
                 "Empty the line");
}

/// Rows between upright strokes, of which the lines have run together.
bool is_table(std::string_view text) {
  return text.size() > 1 && text.front() == '|' && text.back() == '|' &&
         (text.find("| |") != text.npos || text.find("|\n|") != text.npos);
}

/// "#Background", "## Progress so far": a hashtag has one sign, and its words have no space
/// between.
bool is_heading(std::string_view text) {
  const auto signs = std::min(text.find_first_not_of('#'), text.size());
  if (signs == 0 || signs > 6 || signs == text.size()) return false;
  const std::string_view words = text.substr(signs);
  constexpr std::size_t kLongest = 60;
  if (words.size() > kLongest || words.find('#') != words.npos) return false;
  if (signs > 1) return is_letter(words[0]);
  const auto is_plain = [](char c) { return is_small(c) || c == ' '; };
  return is_capital(words[0]) && std::ranges::all_of(words.substr(1), is_plain);
}

/// "#Background" on a line of its own, below which the paragraph goes on; or empty.
std::string_view heading_line(const TextBlock& block, const Findings& findings) {
  if (!block.text.starts_with('#')) return {};
  const auto first = std::string_view(block.text).substr(0, block.text.find(' '));
  if (first.size() == block.text.size() || !is_heading(first)) return {};
  const bool has_line = findings.stands_near(block, 0, fmt::format("{}\n", first)) ||
                        findings.stands_near(block, 0, fmt::format("{}\r", first));
  return has_line ? first : std::string_view();
}

/// What goes on below it in the same section.
bool leads_to_text(const TextBlock& block, const View& view) {
  const auto next = sibling(view.document, block.id, 1);
  if (next == model::StructureId::None) return false;
  const ElementKind kind = view.document[next].kind;
  return kind == ElementKind::Paragraph || kind == ElementKind::List || kind == ElementKind::Table;
}

}  // namespace

void check_markup_printed(const TextBlock& block, const View& view, Findings& findings) {
  check_bold(block, findings);
  check_slips(block, findings);
  check_blank_line(block, findings);
  if (block.element->kind != ElementKind::Paragraph || block.in_table || is_code(block, 0)) return;
  if (is_table(block.text)) {
    findings.about(LintRule::MarkupPrinted, block.id, "This table is printed as it stands",
                   "Below its first row, write one of hyphens with as many cells: |---|---|");
  }
  const bool is_whole = is_heading(block.text) && leads_to_text(block, view);
  const std::string_view heading = is_whole ? block.text : heading_line(block, findings);
  if (heading.empty()) return;
  findings.about(LintRule::MarkupPrinted, block.id,
                 fmt::format("The heading {} is printed as it stands", in_marks(heading)),
                 "Leave a space behind the #");
}

}  // namespace sheaf::lint
