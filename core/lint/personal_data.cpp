#include <fmt/format.h>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

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
