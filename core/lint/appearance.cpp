#include <fmt/format.h>

#include <algorithm>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::ElementKind;
using model::LintRule;

constexpr std::size_t kMostCapitalWords = 3, kMostSpacedLetters = 3, kMostItalicWords = 3;
constexpr std::size_t kMostCapitals = 19;  // letters of such words together
constexpr std::size_t kMostRepeats = 4, kMostHardSpaces = 2;
constexpr std::string_view kFillers = ".-_=*~+#";

/// Calls `visit(first, last)` for the longest rows of words that `fits`, each with a gap that
/// `joins` behind it but for the last.
template <class Fits, class Joins, class Visit>
void for_each_row(const TextBlock& block, Fits fits, Joins joins, Visit visit) {
  for (std::size_t first = 0; first < block.words.size(); ++first) {
    std::size_t end = first;
    while (end < block.words.size() && fits(end) && (end == first || joins(block.after(end - 1)))) {
      ++end;
    }
    if (end == first) continue;
    visit(first, end - 1);
    first = end - 1;
  }
}

void about_row(LintRule rule, const TextBlock& block, std::size_t first, std::size_t last,
               std::string_view fault, Findings& findings) {
  const std::uint32_t begin = block.words[first].begin, end = block.words[last].end;
  const auto words = std::string_view(block.text).substr(begin, end - begin);
  findings.about(rule, block, begin, end, fmt::format("{} {}", in_marks(words), fault));
}

std::size_t letters_of(const TextBlock& block, std::size_t first, std::size_t last) {
  std::size_t letters = 0;
  for (std::size_t i = first; i <= last; ++i) {
    letters += static_cast<std::size_t>(std::ranges::count_if(block.word(i), is_capital));
  }
  return letters;
}

/// "A B C D": one letter after the other.
bool is_alphabet(const TextBlock& block, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (block.word(i + 1)[0] != block.word(i)[0] + 1) return false;
  }
  return true;
}

/// Stars that rate something: ***** is the best.
bool is_rating(std::string_view repeats) { return repeats == "*****"; }

/// The end of the row of one sign that begins at `at`.
std::size_t end_of_repeats(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end;
}

/// A letter or digit of any script; signs beyond ASCII are those of U+2000 to U+2BFF.
bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_letter(text[at]) || is_digit(text[at])) return true;
    if (!is_wide(text[at])) continue;
    const bool is_sign = text[at] == '\xE2' || text[at] == '\xC2';
    if (!is_sign) return true;
    at += text[at] == '\xE2' ? 2 : 1;
  }
  return false;
}

}  // namespace

void check_caps_long(const TextBlock& block, const View& view, Findings& findings) {
  const auto is_capitals = [&](std::size_t i) {
    return block.has(i, kAllCapitals) && !block.has(i, kNotProse | kDigits) &&
           !view.policy.words.contains(block.word(i));
  };
  const auto is_no_list = [](std::string_view gap) { return gap.find_first_of(",;") == gap.npos; };
  for_each_row(block, is_capitals, is_no_list, [&](std::size_t first, std::size_t last) {
    if (last - first + 1 <= kMostCapitalWords && letters_of(block, first, last) <= kMostCapitals)
      return;
    about_row(LintRule::CapsLong, block, first, last, "is all in capital letters", findings);
  });
}

void check_caps_spaced(const TextBlock& block, const View&, Findings& findings) {
  const auto is_lone = [&](std::size_t i) {
    return block.word(i).size() == 1 && is_capital(block.word(i)[0]) &&
           block.after(i).find('.') == std::string_view::npos;
  };
  const auto is_space = [](std::string_view gap) { return gap == " "; };
  for_each_row(block, is_lone, is_space, [&](std::size_t first, std::size_t last) {
    if (last - first + 1 <= kMostSpacedLetters || is_alphabet(block, first, last)) return;
    about_row(LintRule::CapsSpaced, block, first, last, "is a word with its letters set apart",
              findings);
  });
}

void check_spaces_layout(const TextBlock& block, const View&, Findings& findings) {
  const std::string_view text = block.text;
  constexpr std::string_view kHardSpaces = "\u00A0\u00A0\u00A0";
  static_assert(kHardSpaces.size() == 2 * (kMostHardSpaces + 1));
  if (const auto at = text.find(kHardSpaces); at != text.npos) {
    findings.about(LintRule::SpacesLayout, block, at, at + kHardSpaces.size(),
                   "Spaces in a row are used to place this text");
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_repeats(text, at);
    const bool is_filler = kFillers.find(text[at]) != kFillers.npos;
    if (end - at > kMostRepeats && is_filler && !is_rating(text.substr(at, end - at))) {
      findings.about(LintRule::SpacesLayout, block, at, end,
                     fmt::format("{} is used to place this text or to be written on",
                                 in_marks(text.substr(at, end - at))));
      return;
    }
    at = end;
  }
}

void check_empty_text(const TextBlock& block, const View&, Findings& findings) {
  if (block.element->kind != ElementKind::Paragraph || block.in_table) return;
  if (says_something(block.text)) return;
  findings.about(LintRule::EmptyText, block.id,
                 fmt::format("This paragraph holds no words, only {}", in_marks(block.text)));
}

void check_italics(const TextBlock& block, const View&, Findings& findings) {
  const auto is_emphasised = [&](std::size_t i) { return block.has(i, kEmphasised); };
  const auto is_any = [](std::string_view) { return true; };
  for_each_row(block, is_emphasised, is_any, [&](std::size_t first, std::size_t last) {
    if (last - first + 1 <= kMostItalicWords) return;
    about_row(LintRule::Italics, block, first, last, "is emphasised at length", findings);
  });
}

}  // namespace sheaf::lint
