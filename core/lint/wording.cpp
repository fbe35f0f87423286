#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::ranges::any_of(words, [&](auto one) { return same_letters(word, one); });
}

/// What to write for a Latin abbreviation, or empty.
std::string_view plain_for(std::string_view word) {
  if (same_letters(word, "e.g") || word == "eg") return "for example";
  if (same_letters(word, "i.e") || word == "ie") return "that is";
  if (same_letters(word, "etc")) return "what else there is, or \"such as\" before the list";
  return {};
}

/// How many words `term` takes from word `i` on; 0 when it does not stand there.
std::size_t length_of(const Term& term, const TextBlock& block, std::size_t i) {
  for (std::size_t n = 0; n < term.words.size(); ++n) {
    if (i + n >= block.words.size() || block.has(i + n, kNotProse)) return 0;
    if (!same_letters(block.word(i + n), term.words[n])) return 0;
    if (n > 0 && block.after(i + n - 1).find_first_not_of(" \n") != std::string_view::npos)
      return 0;
  }
  return term.words.size();
}

/// The longest term that stands at word `i`, with its length in words.
std::pair<const Term*, std::size_t> term_at(const TextBlock& block, std::size_t i,
                                            const Policy& policy) {
  const auto same_start = policy.terms.find(in_small_letters(block.word(i)));
  std::pair<const Term*, std::size_t> longest{nullptr, 0};
  if (same_start == policy.terms.end()) return longest;
  for (const Term& term : same_start->second) {
    const std::size_t length = length_of(term, block, i);
    if (length > longest.second) longest = {&term, length};
  }
  return longest;
}

constexpr std::array<std::string_view, 9> kColours = {"red",    "green", "amber",  "blue", "yellow",
                                                      "orange", "grey",  "purple", "pink"};
constexpr std::array<std::string_view, 9> kShowing = {
    "shown", "marked", "highlighted", "coloured", "printed", "given", "listed", "set", "displayed"};
constexpr std::array<std::string_view, 20> kThings = {
    "table", "figure", "chart", "graph",   "diagram", "map",    "picture",
    "image", "photo",  "list",  "section", "box",     "column", "columns",
    "row",   "rows",   "panel", "line",    "text",    "bars"};

/// Of a page only: a red list may be one of countries, a green box one of bottles.
constexpr std::array<std::string_view, 12> kPrinted = {"table",   "figure", "chart",   "graph",
                                                       "diagram", "column", "columns", "row",
                                                       "rows",    "panel",  "text",    "bars"};

/// "shown in red", "the red rows", "the box on the right".
std::size_t sensory_words(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i), next = block.word(i + 1), third = block.word(i + 2);
  if (next == "in") return is_one_of(kShowing, word) && is_one_of(kColours, third) ? 3 : 0;
  if (next == "on") {
    const std::string_view side = block.word(i + 3);
    const bool is_side = third == "the" && (side == "left" || side == "right");
    return is_side && is_one_of(kThings, word) ? 4 : 0;
  }
  return same_letters(word, "the") && is_one_of(kColours, next) && is_one_of(kPrinted, third) ? 3
                                                                                              : 0;
}

/// "see below", "table 1 above", "the table below", "overleaf".
std::size_t directional_words(const TextBlock& block, std::size_t i) {
  const auto points = [](std::string_view word) { return word == "above" || word == "below"; };
  const std::string_view word = block.word(i), next = block.word(i + 1);
  if (same_letters(word, "overleaf")) return 1;
  const bool leads = is_one_of(kThings, word) || same_letters(word, "see") ||
                     same_letters(word, "as") || is_one_of(kShowing, word);
  if (!leads) return 0;
  constexpr std::array<std::string_view, 7> kOfWhat = {"the", "a",    "an",  "our",
                                                       "its", "this", "that"};
  const bool is_of_thing = is_one_of(kOfWhat, block.word(i + 2)) && block.after(i + 1) == " ";
  if (points(next)) return is_of_thing ? 0 : 2;  // the box above the door
  return block.has(i + 1, kDigits) && points(block.word(i + 2)) ? 3 : 0;
}

void about_words(LintRule rule, const TextBlock& block, std::size_t first, std::size_t count,
                 std::string_view fault, Findings& findings) {
  const std::uint32_t begin = block.words[first].begin, end = block.words[first + count - 1].end;
  findings.about(
      rule, block, begin, end,
      fmt::format("{} {}", in_marks(std::string_view(block.text).substr(begin, end - begin)),
                  fault));
}

bool is_name_part(const TextBlock& block, std::size_t i) {
  return i > 0 && block.has(i - 1, kCapitalised) && block.has(i + 1, kCapitalised);
}

}  // namespace

void check_latin_abbreviation(const TextBlock& block, const View&, Findings& findings) {
  for (const Word& word : block.words) {
    const std::string_view instead = word.flags & kNotProse ? "" : plain_for(block.of(word));
    if (instead.empty()) continue;
    findings.about(LintRule::LatinAbbreviation, block, word,
                   fmt::format("{} is a Latin abbreviation", in_marks(block.of(word))),
                   fmt::format("Write {}", instead));
  }
}

void check_ampersand(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.word(i) != "&" || block.has(i, kNotProse) || is_name_part(block, i)) continue;
    findings.about(LintRule::Ampersand, block, block.words[i], "\"&\" stands for \"and\"");
  }
}

void check_contraction(const TextBlock& block, const View&, Findings& findings) {
  for (const Word& word : block.words) {
    const std::string_view text = block.of(word);
    const bool is_contraction = text.ends_with("n't") || text.ends_with("n\u2019t");
    if (!is_contraction || (word.flags & kNotProse)) continue;
    findings.about(LintRule::Contraction, block, word,
                   fmt::format("{} is a contraction", in_marks(text)));
  }
}

void check_bracketed_plural(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    const std::string_view word = block.word(i);
    const bool is_plural =
        word.ends_with("(s") && word.size() > 3 && block.after(i).starts_with(')');
    if (!is_plural || block.has(i, kNotProse)) continue;
    findings.about(
        LintRule::BracketedPlural, block, block.words[i],
        fmt::format("{} has its plural in brackets", in_marks(fmt::format("{})", word))));
  }
}

void check_term_style(const TextBlock& block, const View& view, Findings& findings) {
  if (view.policy.terms.empty()) return;
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    const auto [term, count] = term_at(block, i, view.policy);
    if (!term) continue;
    const std::uint32_t begin = block.words[i].begin, end = block.words[i + count - 1].end;
    const auto words = std::string_view(block.text).substr(begin, end - begin);
    if (words == term->instead) continue;
    if (!term->written.empty() && words != term->written) continue;
    findings.about(LintRule::TermStyle, block, begin, end,
                   fmt::format("{} is not house style", in_marks(words)),
                   term->instead.empty() ? "Leave it out, or say what is meant"
                                         : fmt::format("Write {}", term->instead));
    i += count - 1;
  }
}

void check_sensory(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (const std::size_t count = sensory_words(block, i)) {
      about_words(LintRule::Sensory, block, i, count, "points to something by how it looks",
                  findings);
    }
  }
}

void check_directional(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (const std::size_t count = directional_words(block, i)) {
      about_words(LintRule::Directional, block, i, count, "points to a place on the page",
                  findings);
    }
  }
}

}  // namespace sheaf::lint
