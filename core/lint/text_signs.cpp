#include "lint/text_signs.hpp"

#include <algorithm>
#include <array>

namespace sheaf::lint {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

char small(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_written_in_latin(std::string_view language) {
  constexpr std::array<std::string_view, 27> kOthers = {
      "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ko", "ku",
      "mk", "mr", "ne", "pa", "ps", "ru", "sr", "ta", "th", "ti", "uk", "ur", "zh"};
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::ranges::find(kOthers, primary) == kOthers.end();
}

bool is_shortened(std::string_view word) {
  constexpr std::array<std::string_view, 16> kShort = {"Mr",   "Mrs", "Ms", "Dr",    "Prof", "St",
                                                       "Cllr", "Rev", "No", "e.g",   "i.e",  "eg",
                                                       "ie",   "etc", "vs", "approx"};
  if (word.size() == 1 && is_letter(word[0])) return true;
  return std::ranges::find(kShort, word) != kShort.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits.substr(0, 9)) number = number * 10 + (c - '0');
  return number;
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small);
  return out;
}

bool same_letters(std::string_view text, std::string_view other) {
  return std::ranges::equal(text, other, {}, small);
}

bool starts_with_letters(std::string_view text, std::string_view other) {
  return text.size() >= other.size() && same_letters(text.substr(0, other.size()), other);
}

bool ends_with_letters(std::string_view text, std::string_view other) {
  return text.size() >= other.size() &&
         same_letters(text.substr(text.size() - other.size()), other);
}

bool holds_letters(std::string_view text, std::string_view other) {
  return !std::ranges::search(text, other, {}, small).empty();
}

int month_of(std::string_view name) {
  if (name.empty() || !is_capital(name[0])) return 0;
  const auto at = std::ranges::find(kMonths, name);
  return at == kMonths.end() ? 0 : static_cast<int>(at - kMonths.begin()) + 1;
}

std::string_view month_name(int month) { return kMonths.at(static_cast<std::size_t>(month - 1)); }

int short_month_of(std::string_view name) {
  if (name.empty() || !is_capital(name[0])) return 0;
  if (name == "Sept") return 9;
  if (name.size() != 3 || name == "May") return 0;
  const auto at = std::ranges::find(kMonths, name, [](auto month) { return month.substr(0, 3); });
  return at == kMonths.end() ? 0 : static_cast<int>(at - kMonths.begin()) + 1;
}

bool is_weekday(std::string_view name) {
  if (name.empty() || !is_capital(name[0])) return false;
  return std::ranges::find(kWeekdays, name) != kWeekdays.end();
}

std::size_t dash_at(std::string_view text) {
  if (text.starts_with('-')) return 1;
  return text.starts_with("\u2013") || text.starts_with("\u2014") ? 3 : 0;
}

}  // namespace sheaf::lint
