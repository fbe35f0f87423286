// Markdown that is none, for a sign that is missing or one too many: it is printed as typed.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// How many bytes of `typed` the signs take, the backslashes before them included; 0 where others
/// stand there.
std::size_t length_typed(std::string_view typed, std::string_view signs) {
  std::size_t at = 0;
  for (const char sign : signs) {
    at = std::min(typed.find_first_not_of('\\', at), typed.size());
    if (!typed.substr(at).starts_with(sign)) return 0;
    ++at;
  }
  return at;
}

constexpr std::size_t kMostSlips = 20;  // of a kind that are looked for in one text

/// Whether backslashes say that the `count` signs at byte `at` are meant to be printed: each has
/// one before it, or two between double quotes. What follows tells the signs from others.
bool is_escaped(const TextBlock& block, std::size_t at, std::size_t count,
                const Findings& findings) {
  constexpr std::size_t kLongestTail = 8, kFarthest = 50'000;  // bytes
  const std::string_view text = block.text, signs = text.substr(at, count);
  const auto is_made = [](char c) { return c == ' ' || c == '\n' || is_wide(c); };
  std::string_view tail = text.substr(at + count, kLongestTail);
  tail = tail.substr(0, std::ranges::find_if(tail, is_made) - tail.begin());
  std::string_view typed = findings.typed_near(block, at).substr(0, kFarthest);
  if (typed.find('\\') == typed.npos) return false;  // as in nearly all texts
  for (; !typed.empty(); typed.remove_prefix(1)) {
    const auto length = length_typed(typed, signs);
    if (length <= count) continue;
    if (tail.empty() || length_typed(typed.substr(length), tail) > 0) return true;
  }
  return false;
}

/// Where two asterisks stand by themselves, at or after `from`, that are printed for a slip.
std::size_t find_stars(const TextBlock& block, std::size_t from, const Findings& findings) {
  const std::string_view text = block.text;
  auto at = text.find("**", from);
  for (std::size_t looks = 0; at != text.npos && looks < kMostSlips; ++looks) {
    const auto end = std::min(text.find_first_not_of('*', at), text.size());
    if (end - at == 2 && !is_code(block, at) && !is_escaped(block, at, 2, findings)) return at;
    at = text.find("**", end);
  }
  return text.npos;
}

/// Before a word, or twice: behind one, they may lead to a note.
void check_bold(const TextBlock& block, Findings& findings) {
  const std::string_view text = block.text;
  const auto at = find_stars(block, 0, findings);
  if (at == text.npos) return;
  if (!is_sign(text, at + 2) && find_stars(block, at + 2, findings) == text.npos) return;
  findings.about(LintRule::MarkupPrinted, block, at, at + 2, "\"**\" is printed as it stands",
                 "Write **in bold**, with both pairs beside the words and in one paragraph");
}

/// Signs behind the words of a link or a span in another language.
struct Slip {
  std::string_view signs;
  char end;  // up to which they are about one thing
  std::string_view message, help;
  bool is_space = false;  // behind the bracket, and all that is wrong
};

constexpr std::string_view kLink = "This link is printed as it stands";
constexpr std::string_view kLanguage = "This language mark is printed as it stands";
constexpr std::string_view kTurned =
    "The words stand in square brackets, the address in round ones: [words](address)";
constexpr std::string_view kLook =
    "How words look is the theme's: leave the mark out, or write **in bold**";
constexpr std::array<Slip, 10> kSlips = {
    {{"](", ')', kLink,
      "Write [words](address), with no space in the address: [the grants](#grants-awarded)"},
     {"] (http", ')', kLink, "Leave no space between ] and (", true},
     {"] (#", ')', kLink, "Leave no space between ] and (", true},
     {"] (mailto:", ')', kLink, "Leave no space between ] and (", true},
     {"] {lang=", '}', kLanguage, "Leave no space between ] and {", true},
     {"]{lang", '}', kLanguage, "Write it like [bore da]{lang=cy}"},
     {"]{.", '}', "This mark is printed as it stands", kLook},
     {")[#", ']', kLink, kTurned},
     {")[http", ']', kLink, kTurned},
     {")[mailto:", ']', kLink, kTurned}}};

/// Whether "[…]" before a gap may be no link: "[sic]", "[1]", "[12]".
bool may_be_remark(const TextBlock& block, std::size_t close) {
  const std::string_view text = block.text;
  const auto open = text.rfind('[', close);
  if (open == text.npos) return false;  // in another run
  const auto words = text.substr(open + 1, close - open - 1);
  return words == "sic" || (words.size() <= 2 && all_digits(words));
}

/// Whether the bracket that closes at `close` holds words, and not a number, as of a note; and no
/// backslash says that it is meant to be printed.
bool holds_words(const TextBlock& block, std::size_t close, const Findings& findings) {
  const std::string_view text = block.text;
  const auto open = text.rfind('[', close);
  if (open == text.npos) return true;  // in another run
  const auto words = text.substr(open + 1, close - open - 1);
  const bool has_words =
      std::ranges::any_of(words, [](char c) { return is_letter(c) || is_wide(c); });
  return has_words && !is_escaped(block, open, 1, findings);
}

/// Whether a link may lead to "(#grants)": to a place that there is, or out of the report.
bool leads_somewhere(std::string_view target, const View& view) {
  if (!target.starts_with("(#")) return true;
  const auto anchor = target.substr(2, target.size() - 3);
  return !anchor.empty() &&
         std::ranges::find(view.document.elements, anchor, &model::Element::anchor) !=
             view.document.elements.end();
}

void about_slip(const Slip& slip, const TextBlock& block, std::size_t at, const View& view,
                Findings& findings) {
  const std::string_view text = block.text;
  const auto close = text.find(slip.end, at);
  const bool is_whole = close != text.npos;
  const auto end = is_whole ? close + 1 : at + slip.signs.size();
  const auto signs = text.substr(at, end - at);
  const bool is_mended = slip.is_space && is_whole && signs.find(' ', 2) == signs.npos &&
                         !may_be_remark(block, at) && leads_somewhere(signs.substr(2), view);
  findings.about(LintRule::MarkupPrinted, block, at, end, std::string(slip.message),
                 std::string(slip.help),
                 is_mended ? fmt::format("]{}", signs.substr(2)) : std::string());
}

/// Whether a sign that makes a slip of it, at `at`, has a backslash.
bool is_meant(const Slip& slip, const TextBlock& block, std::size_t at, const Findings& findings) {
  if (!slip.is_space) return is_escaped(block, at, 2, findings);
  return is_escaped(block, at, 1, findings) || is_escaped(block, at + 2, 1, findings);
}

void check_slips(const TextBlock& block, const View& view, Findings& findings) {
  const std::string_view text = block.text;
  if (text.find(']') == text.npos) return;  // as in nearly all texts
  for (const Slip& slip : kSlips) {
    auto next = text.find(slip.signs);
    for (std::size_t looks = 0; next != text.npos && looks < kMostSlips; ++looks) {
      const std::size_t at = std::exchange(next, text.find(slip.signs, next + 1));
      if (is_code(block, at) || is_meant(slip, block, at, findings)) continue;
      if (holds_words(block, at, findings)) about_slip(slip, block, at, view, findings);
    }
  }
}

/// Where signs begin that nothing says are meant to be printed; npos for none.
std::size_t find_signs(const TextBlock& block, std::string_view signs, const Findings& findings) {
  auto at = block.text.find(signs);
  for (std::size_t looks = 0; at != block.text.npos && looks < kMostSlips; ++looks) {
    if (!is_code(block, at) && !is_escaped(block, at, signs.size(), findings)) return at;
    at = block.text.find(signs, at + 1);
  }
  return block.text.npos;
}

/// "~~old~~", as some programs strike words out.
void check_struck_out(const TextBlock& block, Findings& findings) {
  const std::string_view text = block.text;
  const auto at = find_signs(block, "~~", findings);
  if (at == text.npos || !is_sign(text, at + 2)) return;
  const auto end = text.find("~~", at + 2);
  if (end == text.npos || text[end - 1] == ' ') return;
  findings.about(LintRule::MarkupPrinted, block, at, end + 2, "\"~~\" is printed as it stands",
                 "Nothing is struck out in a report: take the words out, with their signs");
}

/// "[^1]", as some programs write the sign of a note.
void check_note_sign(const TextBlock& block, Findings& findings) {
  const std::string_view text = block.text;
  const auto at = find_signs(block, "[^", findings);
  if (at == text.npos || !is_sign(text, at + 2)) return;
  const auto end = std::min(text.find_first_of("] ", at), text.size());
  if (end == text.size() || text[end] == ' ') return;
  findings.about(
      LintRule::MarkupPrinted, block, at, end + 1, "The sign of a note is printed as it stands",
      "A report has no notes below its pages: write the note into the text, in brackets");
}

/// A line of nothing but a no-break space, in a paragraph that was meant to end there.
void check_blank_line(const TextBlock& block, Findings& findings) {
  const auto at = block.text.find("\u00A0 ");
  if (at == block.text.npos || at == 0 || block.text[at - 1] != ' ') return;
  if (findings.stands_near(block, at, "&nbsp;")) return;
  findings.about(LintRule::MarkupPrinted, block, at, at + 2,
                 "A line that looks blank holds a no-break space: no paragraph ends there",
                 "Empty the line");
}

/// Rows between upright strokes, of which the lines have run together.
bool is_table(std::string_view text) {
  return text.size() > 1 && text.front() == '|' && text.back() == '|' &&
         (text.find("| |") != text.npos || text.find("|\n|") != text.npos);
}

/// "North\t£1", and neither a line of a list, "1.\tNorth", nor one that only begins with a tab.
bool is_row(std::string_view line, std::string_view text) {
  const auto first = std::min(line.find_first_not_of(" \t"), line.size());
  const auto tab = std::min(line.find('\t', first), line.size());
  if (line.find_first_not_of(" \t\r", tab) == line.npos) return false;
  const auto cell = line.substr(first, tab - first);
  const bool has_words =
      std::ranges::any_of(cell, [](char c) { return is_letter(c) || is_digit(c); });
  return has_words && !cell.ends_with('.') && !cell.ends_with(')') && text.find(cell) != text.npos;
}

/// A table that was copied from a document, with tabs between its cells.
void check_tabs(const TextBlock& block, Findings& findings) {
  if (!findings.stands_near(block, 0, "\t")) return;
  const auto lines = findings.typed_lines(block);
  const auto rows =
      std::ranges::count_if(lines, [&](auto line) { return is_row(line, block.text); });
  if (rows < 2) return;
  findings.about(LintRule::MarkupPrinted, block.id,
                 "These lines have tabs like the rows of a table, and are printed as one paragraph",
                 "Write a table: | Area | Cost |, below it |---|---|, then a line for each row");
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
  check_slips(block, view, findings);
  check_struck_out(block, findings);
  check_note_sign(block, findings);
  check_blank_line(block, findings);
  if (block.element->kind != ElementKind::Paragraph || block.in_table || is_code(block, 0)) return;
  if (is_table(block.text) && !is_escaped(block, 0, 1, findings)) {
    findings.about(LintRule::MarkupPrinted, block.id, "This table is printed as it stands",
                   "Below its first row, write one of hyphens with as many cells: |---|---|");
  }
  check_tabs(block, findings);
  const bool is_whole = is_heading(block.text) && leads_to_text(block, view);
  const std::string_view heading = is_whole ? block.text : heading_line(block, findings);
  if (heading.empty() || is_escaped(block, 0, 1, findings)) return;
  findings.about(LintRule::MarkupPrinted, block.id,
                 fmt::format("The heading {} is printed as it stands", in_marks(heading)),
                 "Leave a space behind the #");
}

}  // namespace sheaf::lint
