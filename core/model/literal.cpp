#include "model/literal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sheaf::model {
namespace {

constexpr std::size_t kMostDigits = 30;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

std::string take_digits(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  std::string digits(text.substr(0, count));
  text.remove_prefix(count);
  return digits;
}

struct Number {
  bool negative = false;
  std::string whole, fraction;

  std::string text() const {
    const bool zero = whole == "0" && fraction.find_first_not_of('0') == std::string::npos;
    return fmt::format("{}{}{}{}", negative && !zero ? "-" : "", whole, fraction.empty() ? "" : ".",
                       fraction);
  }
};

bool take_sign(std::string_view& text) { return take(text, "-") || take(text, "\u2212"); }

/// Digits, in groups of three when there are commas.
bool take_whole(std::string_view& text, std::string& whole) {
  whole = take_digits(text);
  const bool grouped = whole.size() <= 3 && !whole.empty();
  while (text.starts_with(',')) {
    text.remove_prefix(1);
    const std::string group = take_digits(text);
    if (!grouped || group.size() != 3) return false;
    whole += group;
  }
  return true;
}

std::optional<Number> take_number(std::string_view text, bool negative) {
  Number number{negative, {}, {}};
  if (!take_whole(text, number.whole)) return {};
  if (take(text, ".")) {
    number.fraction = take_digits(text);
    if (number.fraction.empty()) return {};
  }
  const std::size_t digits = number.whole.size() + number.fraction.size();
  if (!text.empty() || digits == 0 || digits > kMostDigits) return {};
  number.whole.erase(0, std::min(number.whole.find_first_not_of('0'), number.whole.size()));
  if (number.whole.empty()) number.whole = "0";
  return number;
}

bool is_address_character(char c) {
  return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '<' && c != '>' && c != '"';
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x80) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  return at != 0 && at != std::string_view::npos && text.find('.', at) != std::string_view::npos &&
         text.find_first_of("/:") == std::string_view::npos;
}

bool has_scheme(std::string_view text, std::string_view scheme) {
  return text.size() > scheme.size() && same_letters(text.substr(0, scheme.size()), scheme);
}

/// Of canonical decimals without sign: by the length of the whole part, then digit by digit, zeros
/// at the end aside.
std::strong_ordering compare_sizes(std::string_view a, std::string_view b) {
  const std::size_t whole_a = std::min(a.find('.'), a.size());
  const std::size_t whole_b = std::min(b.find('.'), b.size());
  if (whole_a != whole_b) return whole_a <=> whole_b;
  const auto tidy = [](std::string_view text) {
    if (text.find('.') == std::string_view::npos) return text;
    text = text.substr(0, text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  };
  return tidy(a) <=> tidy(b);
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::strong_ordering compare_decimals(std::string_view a, std::string_view b) {
  const bool negative = a.starts_with('-');
  if (negative != b.starts_with('-'))
    return negative ? std::strong_ordering::less : std::strong_ordering::greater;
  return negative ? compare_sizes(b.substr(1), a.substr(1)) : compare_sizes(a, b);
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
  const bool negative = take_sign(text);
  const auto number = take_number(text, negative);
  if (!number || !number->fraction.empty()) return {};
  const std::string digits = number->text();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<std::string> parse_decimal(std::string_view text) {
  const bool negative = take_sign(text);
  const auto number = take_number(text, negative);
  return number ? std::optional(number->text()) : std::nullopt;
}

std::optional<std::string> parse_money(std::string_view text) {
  bool negative = take_sign(text);
  if (take(text, "£") && !negative) negative = take_sign(text);
  auto number = take_number(text, negative);
  if (!number || (!number->fraction.empty() && number->fraction.size() != 2)) return {};
  if (number->fraction == "00") number->fraction.clear();
  return number->text();
}

std::optional<bool> parse_yes_no(std::string_view text) {
  if (same_letters(text, "yes") || same_letters(text, "true")) return true;
  if (same_letters(text, "no") || same_letters(text, "false")) return false;
  return {};
}

std::optional<std::string> parse_link_target(std::string_view text) {
  if (text.size() < 2 || !std::ranges::all_of(text, is_address_character)) return {};
  const bool complete = text.starts_with('#') || has_scheme(text, "https://") ||
                        has_scheme(text, "http://") || has_scheme(text, "mailto:");
  if (complete) return percent_encoded(text);
  if (has_scheme(text, "www.")) return "https://" + percent_encoded(text);
  if (is_mail_address(text)) return "mailto:" + percent_encoded(text);
  return {};
}

}  // namespace sheaf::model
