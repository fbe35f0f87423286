#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

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

/// What begins a line: "(a)", "b.", "(ii)", "1.2"; the last part of it counts.
struct Mark {
  std::string_view before, count, after;
};

constexpr std::string_view kDigits = "0123456789";

/// Whether a mark is one by what follows it, with no space needed behind "1.": "1.one".
bool leads_to_item(const Mark& mark, std::string_view rest) {
  const bool is_number = is_digit(mark.count[0]);
  if (mark.before == "(" || !is_number) return mark.after.size() == 1 && rest.starts_with(' ');
  if (mark.before.empty()) return mark.after == "." && !rest.empty() && is_letter(rest[0]);
  return mark.after.empty() && rest.size() > 1 && rest[0] == ' ' && is_capital(rest[1]);
}

std::optional<Mark> mark_of(std::string_view line) {
  constexpr std::size_t kLongest = 4;  // "viii"
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  std::size_t begin = line.starts_with('(') ? 1 : 0;
  auto end = std::min(line.find_first_not_of(kDigits, begin), line.size());
  while (end > begin && end + 1 < line.size() && line[end] == '.' && is_digit(line[end + 1])) {
    begin = end + 1;
    end = std::min(line.find_first_not_of(kDigits, begin), line.size());
  }
  while (begin < line.size() && !is_digit(line[begin]) && end < line.size() && is_small(line[end]))
    ++end;
  if (end == begin || end - begin > kLongest) return {};
  const bool is_closed = end < line.size() && (line[end] == ')' || line[end] == '.');
  const Mark mark{line.substr(0, begin), line.substr(begin, end - begin),
                  line.substr(end, is_closed ? 1 : 0)};
  if (mark.before == "(" && mark.after != ")") return {};
  return leads_to_item(mark, line.substr(end + mark.after.size())) ? std::optional(mark)
                                                                   : std::nullopt;
}

/// Whether marks count on: 1 and 2, a and b, i and ii.
bool comes_next(std::string_view one, std::string_view next) {
  constexpr std::array<std::string_view, 10> kRoman{"i",  "ii",  "iii",  "iv", "v",
                                                    "vi", "vii", "viii", "ix", "x"};
  if (is_digit(one[0]) && is_digit(next[0]))
    return std::stoi(std::string(one)) + 1 == std::stoi(std::string(next));
  if (one.size() == 1 && next.size() == 1 && one[0] + 1 == next[0]) return true;
  const auto* const number = std::ranges::find(kRoman, one);
  return number != kRoman.end() && number + 1 != kRoman.end() && *(number + 1) == next;
}

/// Looks at one place after another for marks that count on.
class Counting {
 public:
  bool goes_on(std::string_view rest) {
    const auto mark = mark_of(rest);
    if (!mark) return false;
    const auto last = std::exchange(last_, mark);
    return last && last->before == mark->before && last->after == mark->after &&
           comes_next(last->count, mark->count);
  }

 private:
  std::optional<Mark> last_;
};

/// Whether lines of one paragraph, as they were typed, are marked and count on.
bool has_counted_lines(const TextBlock& block, const Findings& findings) {
  const std::string_view text = block.text;
  Counting words, lines;
  bool may_count = false;  // as texts that do are few
  for (std::size_t at = 0; at < text.size() && !may_count; at = text.find(' ', at) + 1) {
    may_count = words.goes_on(text.substr(at));
    if (text.find(' ', at) == text.npos) break;
  }
  if (!may_count) return false;
  const auto typed = findings.typed_lines(block);
  return std::ranges::any_of(typed, [&](auto line) { return lines.goes_on(line); });
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
    if (is_text && !block.in_table && lines < 2 &&
        (items_run_together(block) > 1 || has_counted_lines(block, findings))) {
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
