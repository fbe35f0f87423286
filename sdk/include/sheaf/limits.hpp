#pragma once
// What a value may come to, beyond its type: limits and forms, for `field(…)` and `.each(…)`.

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <sheaf/pattern.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// An end of a range: a whole number, or, in quotes, a decimal or a date: 5, "0.5", "2020-02".
class Bound {
 public:
  constexpr Bound() = default;
  template <std::integral Number>
  constexpr Bound(Number number) : kind_(Kind::Whole), number_(number) {}
  constexpr Bound(const char* text) : kind_(Kind::Text), text_(text) {}

  constexpr explicit operator bool() const { return kind_ != Kind::None; }
  constexpr bool is_whole() const { return kind_ == Kind::Whole; }
  constexpr std::int64_t number() const { return number_; }
  constexpr std::string_view text() const { return text_; }

 private:
  enum class Kind { None, Whole, Text };
  Kind kind_ = Kind::None;
  std::int64_t number_ = 0;
  std::string_view text_{};
};

struct Limits {
  Bound least{}, most{};
  std::string_view form{}, form_in_words{};

  constexpr bool empty() const { return !least && !most && form.empty(); }

  constexpr Limits at_least(Bound bound) const { return {bound, most, form, form_in_words}; }
  constexpr Limits at_most(Bound bound) const { return {least, bound, form, form_in_words}; }
  constexpr Limits between(Bound from, Bound to) const { return {from, to, form, form_in_words}; }
  constexpr Limits not_empty() const { return at_least(1); }
  constexpr Limits matching(std::string_view pattern, std::string_view words) const {
    return {least, most, pattern, words};
  }
};

constexpr Limits at_least(Bound bound) { return Limits().at_least(bound); }
/// A text of at least one character, a list of at least one entry.
constexpr Limits not_empty() { return at_least(1); }
constexpr Limits at_most(Bound bound) { return Limits().at_most(bound); }
constexpr Limits between(Bound least, Bound most) { return Limits().between(least, most); }
constexpr Limits matching(std::string_view pattern, std::string_view words) {
  return Limits().matching(pattern, words);
}

/// What the limits of a type are about.
enum class Measure { Nothing, Whole, Decimal, Date, Characters, Entries };

constexpr bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}
/// "-12", "0.5"
constexpr bool is_decimal(std::string_view text) {
  if (text.substr(0, 1) == "-") text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  return is_digits(text.substr(0, dot)) &&
         (dot == std::string_view::npos || is_digits(text.substr(dot + 1)));
}
/// A date as far as it is known; what is not known is 0.
struct DateParts {
  int year = 0, month = 0, day = 0;
};
/// Of "2020", "2020-02" or "2020-02-29"; of anything else what comes of its digits.
constexpr DateParts date_parts(std::string_view iso) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits && i < iso.size(); ++i)
      value = value * 10 + iso[i] - '0';
    return value;
  };
  return {number(0, 4), number(5, 2), number(8, 2)};
}
constexpr int days_in(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}
/// "2020", "2020-02", "2020-02-29", but no day or month that the calendar does not have.
constexpr bool is_iso_date(std::string_view text) {
  const bool has_month = text.size() >= 7, has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && !has_day) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const DateParts date = date_parts(text);
  return date.year >= 1000 && (!has_month || (date.month >= 1 && date.month <= 12)) &&
         (!has_day || (date.day >= 1 && date.day <= days_in(date.year, date.month)));
}

/// A whole number as text.
class Digits {
 public:
  constexpr explicit Digits(std::int64_t number) {
    auto rest =
        number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    do {
      text_[--begin_] = static_cast<char>('0' + rest % 10);
    } while ((rest /= 10) != 0);
    if (number < 0) text_[--begin_] = '-';
  }
  constexpr std::string_view view() const {
    return std::string_view(text_.data(), text_.size()).substr(begin_);
  }

 private:
  std::array<char, 20> text_{};
  std::size_t begin_ = 20;
};

/// "-12"
constexpr bool is_whole(std::string_view text) {
  return is_decimal(text) && text.find('.') == std::string_view::npos;
}
/// Less than 0: a is less than b; 0: they are equal.
constexpr int compare_decimals(std::string_view a, std::string_view b) {
  const auto below_0 = [](std::string_view text) {
    return text.substr(0, 1) == "-" && text.find_first_of("123456789") != text.npos;
  };
  const bool negative = below_0(a);
  if (negative != below_0(b)) return negative ? -1 : 1;
  if (negative) return compare_decimals(b.substr(1), a.substr(1));
  const auto whole_part = [](std::string_view text) {
    text = text.substr(0, text.find('.'));
    return text.substr(std::min(text.find_first_not_of("-0"), text.size()));
  };
  const auto fraction = [](std::string_view text) {
    text = text.substr(std::min(text.find('.'), text.size()));
    return text.substr(0, text.find_last_not_of(".0") + 1);
  };
  const std::string_view whole_a = whole_part(a), whole_b = whole_part(b);
  if (whole_a.size() != whole_b.size()) return whole_a.size() < whole_b.size() ? -1 : 1;
  const int order = whole_a.compare(whole_b);
  return order != 0 ? order : fraction(a).compare(fraction(b));
}
/// Dates, as far as both are known: 2020-02-15 is neither before nor after 2020-02.
constexpr int compare_dates(std::string_view a, std::string_view b) {
  const std::size_t known = std::min(a.size(), b.size());
  return a.substr(0, known).compare(b.substr(0, known));
}
constexpr std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

/// Can a value of this measure have this bound?
constexpr bool suits(Measure measure, const Bound& bound) {
  if (!bound) return true;
  switch (measure) {
    case Measure::Nothing: return false;
    case Measure::Whole: return bound.is_whole();
    case Measure::Decimal: return bound.is_whole() || is_decimal(bound.text());
    case Measure::Date: return !bound.is_whole() && is_iso_date(bound.text());
    case Measure::Characters:
    case Measure::Entries: return bound.is_whole() && bound.number() >= 0;
  }
  return false;
}
/// Less than 0: a value, as it is typed, lies below the bound. Not of the number of entries.
constexpr int compare(Measure measure, std::string_view value, const Bound& bound) {
  if (measure == Measure::Date) return compare_dates(value, bound.text());
  if (measure != Measure::Characters) {
    return compare_decimals(value, bound.is_whole() ? Digits(bound.number()).view() : bound.text());
  }
  const auto size = static_cast<std::int64_t>(count_characters(value));
  return size < bound.number() ? -1 : size > bound.number();
}
/// Is the first limit not above the last?
constexpr bool in_order(Measure measure, const Limits& limits) {
  if (!limits.least || !limits.most) return true;
  const Digits digits(limits.least.number());
  return compare(measure == Measure::Date ? measure : Measure::Decimal,
                 limits.least.is_whole() ? digits.view() : limits.least.text(), limits.most) <= 0;
}
constexpr bool suits(Measure measure, const Limits& limits) {
  return suits(measure, limits.least) && suits(measure, limits.most) && in_order(measure, limits);
}
/// Is a value, as it is typed, within the limits? Not of the number of entries.
constexpr bool allows(const Limits& limits, Measure measure, std::string_view value) {
  return (!limits.least || compare(measure, value, limits.least) >= 0) &&
         (!limits.most || compare(measure, value, limits.most) <= 0) &&
         (limits.form.empty() || Pattern(limits.form).matches(value));
}
constexpr bool has_sound_form(const Limits& limits) {
  return limits.form.empty() ||
         (Pattern(limits.form).problem().empty() && !limits.form_in_words.empty());
}

}  // namespace sdk_1
}  // namespace sheaf
