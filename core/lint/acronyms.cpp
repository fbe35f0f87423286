#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

/// What everybody knows, and Roman numerals.
constexpr std::array<std::string_view, 40> kKnown = {
    "AM",   "BBC", "BSL", "CD",   "COVID", "CSV", "DVD", "EC",  "EU",   "FAQ",
    "GCSE", "GP",  "HIV", "HTML", "ID",    "II",  "III", "IT",  "IV",   "IX",
    "MP",   "NHS", "NI",  "NO",   "OK",    "PC",  "PDF", "PIN", "PM",   "PO",
    "TV",   "UK",  "UN",  "US",   "USA",   "VAT", "VI",  "VII", "VIII", "XI"};

constexpr std::size_t kLongestAcronym = 6;

/// The abbreviation in a word, its plural s cut off; empty when it is none.
std::string_view acronym_in(const TextBlock& block, std::size_t i) {
  std::string_view word = block.word(i);
  if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
  const bool capitals =
      word.size() >= 2 && word.size() <= kLongestAcronym && std::ranges::all_of(word, is_capital);
  if (!capitals || block.has(i, kNotProse)) return {};
  const bool among_capitals =
      (i > 0 && block.has(i - 1, kAllCapitals)) || block.has(i + 1, kAllCapitals);
  return among_capitals ? std::string_view() : word;
}

bool is_explained_here(const TextBlock& block, std::size_t i) {
  if (block.has(i, kExplained)) return true;
  const bool in_brackets = block.before(i).ends_with('(') && block.after(i).starts_with(')');
  return in_brackets || block.after(i).ends_with('(');
}

bool is_known(std::string_view acronym, const Policy& policy) {
  return std::ranges::find(kKnown, acronym) != kKnown.end() || policy.words.contains(acronym);
}

}  // namespace

void check_acronym_first(const View& view, Findings& findings) {
  std::set<std::string_view> seen;
  for (const TextBlock& block : view.blocks) {
    for (std::size_t i = 0; i < block.words.size(); ++i) {
      const std::string_view acronym = acronym_in(block, i);
      if (acronym.empty() || is_known(acronym, view.policy)) continue;
      if (!seen.insert(acronym).second || is_explained_here(block, i)) continue;
      findings.about(LintRule::AcronymFirst, block, block.words[i],
                     fmt::format("{} is not explained where it is first used", in_marks(acronym)));
    }
  }
}

}  // namespace sheaf::lint
