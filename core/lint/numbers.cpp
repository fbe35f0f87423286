#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

constexpr std::string_view kPound = "\u00A3";

std::string with_commas(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

bool is_amount(std::string_view text) {
  return !text.empty() && is_digit(text[0]) && text.find_first_not_of("0123456789,.") == text.npos;
}

/// What to write for "£10m", "£75.00"; empty when the sum is well.
std::string better_sum(std::string_view word) {
  if (!word.starts_with(kPound)) return {};
  const std::string_view sum = word.substr(kPound.size());
  const auto end = std::min(sum.find_first_not_of("0123456789,."), sum.size());
  const std::string_view amount = sum.substr(0, end), unit = sum.substr(end);
  if (!is_amount(amount)) return {};
  if (same_letters(unit, "m")) return fmt::format("£{} million", amount);
  if (same_letters(unit, "bn")) return fmt::format("£{} billion", amount);
  if (same_letters(unit, "k")) return fmt::format("£{},000", amount);
  if (unit.empty() && amount.ends_with(".00")) {
    const std::string_view pounds = amount.substr(0, amount.size() - 3);
    return fmt::format("£{}", all_digits(pounds) ? with_commas(pounds) : std::string(pounds));
  }
  return {};
}

/// Groups of digits side by side are a telephone number or a reference.
bool stands_alone(const TextBlock& block, std::size_t i) {
  const bool before = i > 0 && all_digits(block.word(i - 1));
  return !before && !all_digits(block.word(i + 1));
}

bool follows_one_of(const TextBlock& block, std::size_t i, auto&& words) {
  return std::ranges::any_of(words, [&](auto one) { return same_letters(block.word(i - 1), one); });
}

/// Of a paper or a book, and neither a count nor a telephone's: "invoice 0123456789".
bool is_reference(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 11> kPapers = {"reference", "ref",  "account", "invoice",
                                                        "order",     "case", "form",    "isbn",
                                                        "issn",      "uprn", "utr"};
  return follows_one_of(block, i, kPapers);
}

/// Of a thing, and no count: "PO Box 12345", "account 12345678", "text 60777".
bool is_name(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 5> kNumbered = {"number", "no", "box", "text", "code"};
  const bool is_texted = block.word(i - 1) == "to" && same_letters(block.word(i - 3), "text");
  return block.has(i - 1, kAllCapitals) || is_texted || is_reference(block, i) ||
         follows_one_of(block, i, kNumbered);
}

/// The numbers of houses: "10-12 High Street", "Units 1-3".
bool is_of_address(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 6> kPlaces = {"unit",  "units", "flat",
                                                       "flats", "room",  "rooms"};
  const bool is_before_name = block.has(i + 1, kCapitalised) && block.after(i) == " ";
  return is_before_name || follows_one_of(block, i, kPlaces);
}

/// "12,500" for "12500"; empty when there is nothing to say.
std::string better_number(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i);
  const bool is_long = all_digits(word) && word.size() >= 5 && word.size() <= 9 && word[0] != '0';
  const bool is_code = block.in_table && block.words.size() == 1;  // an amount has its commas
  const bool has_none = is_long && !is_code && !is_name(block, i) && stands_alone(block, i);
  return has_none ? with_commas(word) : std::string();
}

/// "10%" for "10 percent", "10 per cent".
std::string better_share(const TextBlock& block, std::size_t i) {
  if (!is_amount(block.word(i))) return {};
  const bool one_word = block.word(i + 1) == "percent";
  const bool two_words = block.word(i + 1) == "per" && block.word(i + 2) == "cent";
  return one_word || two_words ? fmt::format("{}%", block.word(i)) : std::string();
}

/// "5 to 10" for "5-10". Years and days before a month are another rule's.
std::string better_range(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i);
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::size_t dash = dash_at(word.substr(digits));
  if (block.in_table || digits == 0 || dash == 0) return {};
  const std::string_view from = word.substr(0, digits), to = word.substr(digits + dash);
  const std::string_view last = to.ends_with('%') ? to.substr(0, to.size() - 1) : to;
  if (!all_digits(last) || from.size() > 3 || last.size() > 3) return {};
  const bool is_date = month_of(block.word(i + 1)) || short_month_of(block.word(i + 1));
  if (is_date || is_of_address(block, i) || number_of(from) >= number_of(last)) return {};
  return fmt::format("{} to {}", from, to);
}

std::string better(const TextBlock& block, std::size_t i) {
  if (std::string sum = better_sum(block.word(i)); !sum.empty()) return sum;
  if (std::string share = better_share(block, i); !share.empty()) return share;
  if (std::string range = better_range(block, i); !range.empty()) return range;
  return better_number(block, i);
}

/// The digits of a British number in one word; empty when it is none.
std::string_view unspaced_phone(std::string_view word) {
  const bool fits = all_digits(word) && word.size() >= 10 && word.size() <= 11 && word[0] == '0';
  return fits ? word : std::string_view();
}

/// "0115)8764298", or "0115" in brackets before digits.
bool has_bracketed_code(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i);
  if (!word.starts_with('0') || !block.before(i).ends_with('(')) return false;
  const auto end = std::min(word.find_first_not_of("0123456789"), word.size());
  if (end < 3 || end > 5) return false;
  const std::string_view rest = word.substr(end);
  if (rest.empty()) return block.after(i).starts_with(')') && all_digits(block.word(i + 1));
  return rest.starts_with(')') && all_digits(rest.substr(1));
}

/// A paragraph of a section that is a number and nothing else.
bool is_lone_phone(const TextBlock& block, const model::Document& document) {
  if (block.in_table || block.words.empty() || !block.word(0).starts_with('0')) return false;
  if (document[block.element->parent].kind != model::ElementKind::Section) return false;
  std::size_t digits = 0;
  for (const Word& word : block.words) {
    if (!all_digits(block.of(word)) || (word.flags & kNotProse)) return false;
    digits += block.of(word).size();
  }
  return digits == 10 || digits == 11;
}

bool is_email(std::string_view word) {
  const auto at = word.find('@');
  return at != word.npos && at > 0 && word.find('.', at) != word.npos;
}

}  // namespace

void check_number_format(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.has(i, kNotProse) || !block.has(i, kDigits)) continue;
    const std::string instead = better(block, i);
    if (instead.empty()) continue;
    findings.about(LintRule::NumberFormat, block, block.words[i],
                   fmt::format("{} is not in house style", in_marks(block.word(i))),
                   fmt::format("Write {}", instead));
  }
}

void check_phone_format(const TextBlock& block, const View& view, Findings& findings) {
  if (is_lone_phone(block, view.document)) {
    findings.about(LintRule::PhoneFormat, block.id,
                   fmt::format("The telephone number {} has no label", in_marks(block.text)));
    return;
  }
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (!block.has(i, kDigits) || block.has(i, kNotProse)) continue;
    const bool unspaced = !unspaced_phone(block.word(i)).empty() && !is_reference(block, i);
    if (!unspaced && !has_bracketed_code(block, i)) continue;
    findings.about(
        LintRule::PhoneFormat, block, block.words[i],
        unspaced ? fmt::format("The telephone number {} has no spaces", in_marks(block.word(i)))
                 : "This telephone number has its area code in brackets");
  }
}

void check_email_format(const TextBlock& block, const View&, Findings& findings) {
  for (const Word& word : block.words) {
    const std::string_view text = block.of(word);
    if (!(word.flags & kAddress) || (word.flags & kCode) || !is_email(text)) continue;
    const bool has_capitals = std::ranges::any_of(text, is_capital);
    if (!has_capitals && (word.flags & kInLink)) continue;
    findings.about(LintRule::EmailFormat, block, word,
                   fmt::format("The email address {} {}", in_marks(text),
                               has_capitals ? "has capital letters" : "is not a link"));
  }
}

}  // namespace sheaf::lint
