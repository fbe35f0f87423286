#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/promise.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

/// What a template writes in square or pointed brackets: "[insert date]", "<your name>".
constexpr std::array<std::string_view, 8> kPrompts = {"insert", "enter",  "add",  "your",
                                                      "type",   "delete", "name", "date"};

bool opens_prompt(const TextBlock& block, std::size_t i) {
  const std::string_view lead = block.before(i);
  if (!lead.ends_with('[') && !lead.ends_with('<')) return false;
  return std::ranges::any_of(kPrompts, [&](auto one) { return same_letters(block.word(i), one); });
}

/// What Word and its kin put where something is to be entered, and printers where words will stand.
constexpr std::array<std::string_view, 5> kNotes = {
    "lorem ipsum", "click or tap here to enter", "click or tap to enter",
    "click here to enter text", "click here to enter a date"};

bool stands_at(const TextBlock& block, std::size_t i, std::string_view words) {
  for (; !words.empty(); ++i) {
    const auto space = std::min(words.find(' '), words.size());
    if (!same_letters(block.word(i), words.substr(0, space))) return false;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return true;
}

bool is_note(const TextBlock& block, std::size_t i) {
  if (std::string_view("lLcC").find(block.word(i)[0]) == std::string_view::npos) return false;
  const bool is_choice = block.words.size() == 3 && stands_at(block, i, "choose an item");
  return is_choice ||
         std::ranges::any_of(kNotes, [&](auto note) { return stands_at(block, i, note); });
}

bool has_only(std::string_view text, std::string_view signs) {
  return !text.empty() && text.find_first_not_of(signs) == text.npos;
}

/// "dd/mm/yyyy", "xx/xx/2020": three parts, one of them letters that stand for digits.
bool is_date_form(std::string_view word) {
  if (word.size() < 6 || word.size() > 10 || !has_only(word, "dDmMyYxX0123456789/.-")) return false;
  int parts = 0, letters = 0;
  while (!word.empty()) {
    const auto end = std::min(word.find_first_of("/.-"), word.size());
    const std::string_view part = word.substr(0, end);
    const bool stands_for_digits =
        part.size() > 1 && (has_only(part, "dD") || has_only(part, "mM") || has_only(part, "yY") ||
                            has_only(part, "xX"));
    if (!stands_for_digits && !all_digits(part)) return false;
    letters += stands_for_digits;
    ++parts;
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return parts == 3 && letters > 0;
}

/// "XX", "\u00A3xx,xxx", "xx%".
bool is_blank_amount(std::string_view word) {
  constexpr std::string_view kPound = "\u00A3";
  if (!is_wide(word[0]) && !has_only(word.substr(0, 1), "xX")) return false;
  const bool is_sum = word.starts_with(kPound), is_share = word.ends_with('%');
  if (is_sum) word.remove_prefix(kPound.size());
  if (is_share) word.remove_suffix(1);
  if (!is_sum && !is_share) return word.size() > 1 && has_only(word, "X");
  return has_only(word, "xX,.") && has_only(word.substr(0, 1), "xX");
}

bool is_left_over(const TextBlock& block, std::size_t i, model::Status status) {
  const std::string_view word = block.word(i);
  if (opens_prompt(block, i) || is_note(block, i) || is_date_form(word)) return true;
  return status == model::Status::Final && (is_promise(word) || is_blank_amount(word));
}

/// Modulus 11 over ten digits, as the NHS number has it.
bool checks_out(std::string_view digits) {
  if (digits.size() != 10 || !all_digits(digits)) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check < 10 && check == digits[9] - '0';
}

/// How many words from `i` on are an NHS number: 943 476 5919, or in one.
std::size_t nhs_number(const TextBlock& block, std::size_t i) {
  if (checks_out(block.word(i)) && !block.word(i).starts_with('0')) return 1;
  const std::string_view first = block.word(i), second = block.word(i + 1),
                         third = block.word(i + 2);
  const bool grouped = first.size() == 3 && second.size() == 3 && third.size() == 4;
  if (!grouped || first.starts_with('0')) return 0;
  return checks_out(fmt::format("{}{}{}", first, second, third)) ? 3 : 0;
}

/// QQ123456C: two letters, six digits, A to D.
bool is_insurance_number(std::string_view text) {
  return text.size() == 9 && is_capital(text[0]) && is_capital(text[1]) &&
         all_digits(text.substr(2, 6)) && text[8] >= 'A' && text[8] <= 'D';
}

/// The same in one word, or as QQ 12 34 56 C.
std::size_t insurance_number(const TextBlock& block, std::size_t i) {
  if (is_insurance_number(block.word(i))) return 1;
  if (block.word(i).size() != 2 || i + 5 > block.words.size()) return 0;
  std::string joined;
  for (std::size_t n = 0; n < 5; ++n) joined += block.word(i + n);
  return is_insurance_number(joined) ? 5 : 0;
}

}  // namespace

void check_placeholder(const TextBlock& block, const View& view, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.has(i, kCode) || !is_left_over(block, i, view.document.status)) continue;
    findings.about(LintRule::Placeholder, block, block.words[i],
                   fmt::format("{} was meant to be replaced", in_marks(block.word(i))));
  }
}

void check_personal_data(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.has(i, kAddress)) continue;
    const std::size_t nhs = block.has(i, kDigits) ? nhs_number(block, i) : 0;
    const std::size_t count = nhs ? nhs : insurance_number(block, i);
    if (count == 0) continue;
    findings.about(LintRule::PersonalData, block, block.words[i].begin,
                   block.words[i + count - 1].end,
                   fmt::format("This looks like {} number of a person",
                               nhs ? "the NHS" : "the National Insurance"));
    i += count - 1;
  }
}

}  // namespace sheaf::lint
