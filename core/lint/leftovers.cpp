#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/promise.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

/// How sure it is that a text was meant to be replaced.
enum class Leftover { No, Likely, Certain };

bool is_one_of(std::string_view word, auto&& words) {
  return std::ranges::any_of(words, [&](auto one) { return same_letters(word, one); });
}

bool stands_at(const TextBlock& block, std::size_t i, std::string_view words) {
  for (; !words.empty(); ++i) {
    const auto space = std::min(words.find(' '), words.size());
    if (!same_letters(block.word(i), words.substr(0, space))) return false;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return true;
}

/// Whether word `i` stands in a quotation, or quotation marks are open before it.
bool is_quoted(const TextBlock& block, std::size_t i) {
  if (block.element->role == model::Role::QuoteText) return true;
  const auto before = std::string_view(block.text).substr(0, block.words[i].begin);
  const auto is_open = [&](std::string_view open, std::string_view close) {
    const auto at = before.rfind(open);
    return at != before.npos && before.find(close, at) == before.npos;
  };
  return is_open("\u201C", "\u201D") || is_open("\u2018", "\u2019") ||
         std::ranges::count(before, '"') % 2 == 1;
}

/// "[insert date]", "[enter date]"; buttons and kinds are named in brackets, too: "[Enter
/// postcode]", "[Type A]".
Leftover asked_with(std::string_view word, std::string_view next) {
  const bool is_key = next == "key" || next == "button";
  const bool is_kind = same_letters(word, "type") && next.size() == 1;
  if (is_key || is_kind || next == "of") return Leftover::No;
  if (same_letters(word, "insert")) return Leftover::Certain;
  return is_small(word[0]) && word != "type" ? Leftover::Certain : Leftover::Likely;
}

/// What a template writes in square or pointed brackets: "[insert date]", "<your name>", "[Name]".
/// Quotations put words there, too ("[your] team", "[name withheld]"), and manuals keys: "[Enter]".
Leftover prompt(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 5> kAsking = {"insert", "enter", "add", "type", "delete"};
  constexpr std::array<std::string_view, 2> kBlanks = {"name", "date"};
  constexpr std::array<std::string_view, 8> kYours = {"name",  "title", "text",  "role",
                                                      "email", "logo",  "phone", "signature"};
  const std::string_view lead = block.before(i), word = block.word(i);
  if (!lead.ends_with('[') && !lead.ends_with('<')) return Leftover::No;
  const bool is_alone = block.after(i).starts_with(']') || block.after(i).starts_with('>');
  const std::string_view next = is_alone ? std::string_view() : block.word(i + 1);
  const bool asks = is_alone ? is_small(word[0]) : !next.empty() && is_letter(next[0]);
  if (is_one_of(word, kAsking)) return asks ? asked_with(word, next) : Leftover::No;
  if (is_one_of(word, kBlanks) && next == "of") return Leftover::Likely;  // or left out
  const bool is_blank = is_one_of(word, kBlanks) && is_alone;
  const bool is_yours = same_letters(word, "your") && is_one_of(next, kYours);
  if (is_blank && is_quoted(block, i)) return Leftover::Likely;  // of whom it speaks is left out
  return is_blank || is_yours ? Leftover::Certain : Leftover::No;
}

/// What Word and its kin put where something is to be entered, and printers where words will stand.
constexpr std::array<std::string_view, 3> kNotes = {"lorem ipsum", "click or tap here to enter",
                                                    "click or tap to enter"};
/// The same, where nothing else is said.
constexpr std::array<std::string_view, 3> kLoneNotes = {
    "click here to enter text", "click here to enter a date", "choose an item"};

bool is_note(const TextBlock& block, std::size_t i) {
  if (std::string_view("lLcC").find(block.word(i)[0]) == std::string_view::npos) return false;
  const auto stands_here = [&](auto note) { return stands_at(block, i, note); };
  const auto is_all = [&](auto note) {
    return block.words.size() == 1 + static_cast<std::size_t>(std::ranges::count(note, ' '));
  };
  return std::ranges::any_of(kNotes, stands_here) ||
         std::ranges::any_of(kLoneNotes,
                             [&](auto note) { return is_all(note) && stands_here(note); });
}

bool has_only(std::string_view text, std::string_view signs) {
  return !text.empty() && text.find_first_not_of(signs) == text.npos;
}

/// "dd", "MM", "yyyy", "xx": letters that stand for the digits of a date.
bool stands_for_digits(std::string_view part) {
  return part.size() > 1 && (has_only(part, "dD") || has_only(part, "mM") || has_only(part, "yY") ||
                             has_only(part, "xX"));
}

bool is_year(std::string_view part) {
  return part.size() == 4 && all_digits(part) && (part.starts_with("19") || part.starts_with("20"));
}

/// Before a day: "on", "until".
bool leads_to_day(std::string_view word) {
  constexpr std::array<std::string_view, 5> kBefore = {"on", "until", "since", "due", "dated"};
  return is_one_of(word, kBefore);
}

/// Days of birth are blacked out so: "born on xx/xx/1980".
bool is_of_birth(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 3> kBirth = {"born", "birth", "dob"};
  return is_one_of(block.word(i - 1), kBirth) || is_one_of(block.word(i - 2), kBirth);
}

/// Where a text says how something is written: "the date format is dd/mm/yyyy".
bool tells_of_form(const TextBlock& block, std::size_t i) {
  constexpr std::size_t kReach = 12;  // words
  constexpr std::array<std::string_view, 6> kForms = {"format",  "formats", "form",
                                                      "written", "write",   "pattern"};
  for (std::size_t at = i - std::min(i, kReach); at <= i + kReach; ++at) {
    if (is_one_of(block.word(at), kForms)) return true;
  }
  return false;
}

/// "dd/mm/yyyy", "xx/xx/2020"; no version, such as 1.10.xx, and no number of a file: 2020/XX/12.
Leftover date_form(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i);
  if (word.size() < 6 || word.size() > 10 || !has_only(word, "dDmMyYxX0123456789/.-"))
    return Leftover::No;
  const auto one = word.find_first_of("/.-"), two = word.find_last_of("/.-");
  if (one == word.npos || one == two || word[one] != word[two]) return Leftover::No;
  const std::string_view first = word.substr(0, one), second = word.substr(one + 1, two - one - 1),
                         third = word.substr(two + 1);
  const bool has_day = stands_for_digits(first), has_month = stands_for_digits(second);
  const bool fits = (has_day || all_digits(first)) && (has_month || all_digits(second));
  if (!fits || !(has_day || has_month)) return Leftover::No;
  const bool in_letters = has_day && has_month && stands_for_digits(third);
  const bool certain =
      is_year(third) ? !is_of_birth(block, i) : in_letters && leads_to_day(block.word(i - 1));
  if (certain) return Leftover::Certain;
  const bool likely = is_year(third) || (in_letters && !tells_of_form(block, i));
  return likely ? Leftover::Likely : Leftover::No;
}

/// "TBC Consulting", "XX Corps"; not "XX November".
bool begins_name(const TextBlock& block, std::size_t i) {
  const std::string_view next = block.word(i + 1);
  return block.after(i) == " " && block.has(i + 1, kCapitalised) && month_of(next) == 0 &&
         short_month_of(next) == 0;
}

bool tells_of_chromosomes(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 3> kWords = {"chromosome", "karyotype", "genotype"};
  return std::ranges::any_of(
      kWords, [&](auto word) { return starts_with_letters(block.word(i + 1), word); });
}

/// Twenty among the Romans, a rating, or a person whose name is left out.
bool is_name(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 9> kNumbered = {
      "part", "chapter", "schedule", "article", "size", "category", "class", "grade", "rated"};
  const bool is_behind = i > 0 && block.after(i - 1) == " ";
  const bool is_of_name =
      is_behind && (block.has(i - 1, kCapitalised) || is_one_of(block.word(i - 1), kNumbered));
  return is_of_name || begins_name(block, i) || tells_of_chromosomes(block, i);
}

/// "XX", "\u00A3xx,xxx", "xx%".
Leftover blank_amount(const TextBlock& block, std::size_t i) {
  constexpr std::string_view kPound = "\u00A3";
  std::string_view word = block.word(i);
  if (!is_wide(word[0]) && !has_only(word.substr(0, 1), "xX")) return Leftover::No;
  const bool is_chromosomes =
      word == "XX" && (same_letters(block.word(i - 1), "an") || tells_of_chromosomes(block, i));
  if (is_chromosomes) return Leftover::No;
  if (word.size() > 1 && has_only(word, "X"))
    return is_name(block, i) ? Leftover::Likely : Leftover::Certain;
  const bool is_sum = word.starts_with(kPound), is_share = word.ends_with('%');
  if (is_sum) word.remove_prefix(kPound.size());
  if (is_share) word.remove_suffix(1);
  const bool is_blank = (is_sum || is_share) && has_only(word, "xX,.") && !word.starts_with(',') &&
                        !word.starts_with('.');
  if (!is_blank) return Leftover::No;
  return word.size() > 1 ? Leftover::Certain : Leftover::Likely;  // X% of Y
}

/// "TBC is short for to be confirmed", "TBC: to be confirmed": what a key says of it.
bool is_explained(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 4> kMeans = {"means", "stands for", "is short for",
                                                      "to be"};
  return std::ranges::any_of(kMeans, [&](auto words) { return stands_at(block, i + 1, words); });
}

/// A word in quotation marks of its own is talked of: the rows marked "TBC".
bool is_mentioned(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 3> kOpen = {"\u201C", "\u2018", "\""};
  constexpr std::array<std::string_view, 3> kClose = {"\u201D", "\u2019", "\""};
  const std::string_view lead = block.before(i), end = block.after(i);
  for (std::size_t n = 0; n < kOpen.size(); ++n) {
    if (lead.ends_with(kOpen.at(n)) && end.starts_with(kClose.at(n))) return true;
  }
  return false;
}

Leftover leftover_at(const TextBlock& block, std::size_t i, model::Status status) {
  if (block.has(i, kCode) || is_mentioned(block, i)) return Leftover::No;
  if (is_note(block, i)) return Leftover::Certain;
  if (const Leftover asked = prompt(block, i); asked != Leftover::No) return asked;
  const Leftover date = date_form(block, i);
  if (date != Leftover::No || status != model::Status::Final) return date;
  if (!is_promise(block.word(i))) return blank_amount(block, i);
  if (is_explained(block, i)) return Leftover::No;
  return begins_name(block, i) ? Leftover::Likely : Leftover::Certain;
}

void check_leftovers(const TextBlock& block, const View& view, Leftover sought, LintRule rule,
                     std::string_view message, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (leftover_at(block, i, view.document.status) != sought) continue;
    findings.about(rule, block, block.words[i],
                   fmt::format("{} {}", in_marks(block.word(i)), message));
  }
}

}  // namespace

void check_placeholder(const TextBlock& block, const View& view, Findings& findings) {
  check_leftovers(block, view, Leftover::Certain, LintRule::Placeholder, "was meant to be replaced",
                  findings);
}

void check_placeholder_likely(const TextBlock& block, const View& view, Findings& findings) {
  check_leftovers(block, view, Leftover::Likely, LintRule::PlaceholderLikely,
                  "may have been meant to be replaced", findings);
}

}  // namespace sheaf::lint
