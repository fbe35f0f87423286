#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

/// What everybody knows.
constexpr std::array kKnown = std::to_array<std::string_view>(
    {"AM",  "BBC",  "BSL", "CBE", "CD",   "COVID", "CSV",  "DVD", "EC",  "EU",  "FAQ",
     "GB",  "GCSE", "GP",  "HIV", "HTML", "ID",    "ISBN", "IT",  "MB",  "MBE", "MP",
     "NB",  "NHS",  "NI",  "OBE", "OK",   "PC",    "PDF",  "PIN", "PM",  "PO",  "PS",
     "TBA", "TBC",  "TBD", "TV",  "UK",   "UN",    "URL",  "US",  "USA", "VAT"});

/// Words that people set in capitals so that nobody misses them.
constexpr std::array kStressed = std::to_array<std::string_view>(
    {"ALL",  "ALWAYS", "AND",  "ANY",   "BOTH", "CANNOT", "DO",   "EACH", "EVERY",
     "FREE", "HELP",   "MUST", "NEVER", "NEW",  "NO",     "NONE", "NOT",  "NOW",
     "ONE",  "ONLY",   "OR",   "STOP",  "TWO",  "WILL",   "YES"});

bool is_roman_numeral(std::string_view word) { return word.find_first_not_of("IVX") == word.npos; }

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
  return is_roman_numeral(acronym) || std::ranges::find(kKnown, acronym) != kKnown.end() ||
         std::ranges::find(kStressed, acronym) != kStressed.end() || policy.words.contains(acronym);
}

}  // namespace

void check_acronym_first(const View& view, Findings& findings) {
  std::set<std::string_view> seen;
  for (const TextBlock& block : view.blocks) {
    for (std::size_t i = 0; i < block.words.size(); ++i) {
      const std::string_view acronym = acronym_in(block, i);
      if (acronym.empty() || is_known(acronym, view.policy)) continue;
      if (findings.is_unmeant(block, block.words[i])) continue;
      if (!seen.insert(acronym).second || is_explained_here(block, i)) continue;
      findings.about(LintRule::AcronymFirst, block, block.words[i],
                     fmt::format("{} is not explained where it is first used", in_marks(acronym)));
    }
  }
}

}  // namespace sheaf::lint
