#pragma once
// What a value may come to, beyond its type: limits and forms, for `field(…)` and `.each(…)`.

#include <concepts>
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

  constexpr Limits at_least(Bound bound) const { return {bound, most, form, form_in_words}; }
  constexpr Limits at_most(Bound bound) const { return {least, bound, form, form_in_words}; }
  constexpr Limits between(Bound from, Bound to) const { return {from, to, form, form_in_words}; }
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
/// "2020", "2020-02", "2020-02-29"
constexpr bool is_iso_date(std::string_view text) {
  return Pattern(R"([1-9]\d{3})").matches(text) || Pattern(R"([1-9]\d{3}-[01]\d)").matches(text) ||
         Pattern(R"([1-9]\d{3}-[01]\d-[0-3]\d)").matches(text);
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
constexpr bool suits(Measure measure, const Limits& limits) {
  const bool both_whole = limits.least.is_whole() && limits.most.is_whole();
  return suits(measure, limits.least) && suits(measure, limits.most) &&
         (!both_whole || limits.least.number() <= limits.most.number()) &&
         (limits.form.empty() || measure == Measure::Characters);
}
constexpr bool has_sound_form(const Limits& limits) {
  return limits.form.empty() ||
         (Pattern(limits.form).problem().empty() && !limits.form_in_words.empty());
}

}  // namespace sdk_1
}  // namespace sheaf
