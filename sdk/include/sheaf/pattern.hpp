#pragma once
// Forms of text, such as [A-Z]{2}[0-9]+: the small part of ECMA-262's regular expressions that no
// text can slow down, read alike by the compiler, by Sheaf and by editors.
//
//   A         that character; a sign with a meaning (^$\.*+?()[]{}|/) has a \ before it
//   .         any character but a line end
//   [A-Z0-9]  one of these; [^A-Z]: none of these; \d: a digit, also inside brackets
//   ? * +     how often the one before comes: at most once, any number of times, at least once
//   {2} {2,} {2,4}
//
// The whole text has to match. There are no groups and no alternatives; some words are a choice.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sheaf {
inline namespace sdk_1 {

/// Letters, digits, _ and -: what people type before the colon. Any letter beyond ASCII will do.
constexpr bool is_key(std::string_view key) {
  for (const char c : key) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (!is_letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') return false;
  }
  return !key.empty() && key[0] != '-';
}

/// A pattern that was read; borrows its text. Matching takes time in proportion to the text.
class Pattern {
 public:
  constexpr explicit Pattern(std::string_view pattern) { read(pattern); }

  /// What is wrong with the pattern, as the end of a sentence; empty: nothing.
  constexpr std::string_view problem() const { return problem_; }
  /// Whether all of `text`, which is UTF-8, has this form.
  constexpr bool matches(std::string_view text) const {
    Places here = reached_by(text);
    skip_optional(here);
    return problem_.empty() && here[size_];
  }

  /// Whether some text that begins with `start`, which is UTF-8, has this form.
  constexpr bool may_begin(std::string_view start) const {
    bool is_anywhere = false;
    for (const bool here : reached_by(start)) is_anywhere = is_anywhere || here;
    return problem_.empty() && is_anywhere;
  }

  /// Whether some text of these ASCII characters alone has this form.
  constexpr bool matches_some_of(std::string_view characters) const {
    Places here{};
    here[0] = true;
    for (std::size_t round = 0; round < size_; ++round) {  // each goes on by a step, or is the last
      skip_optional(here);
      for (const char c : characters) {
        const Places next = after(here, static_cast<unsigned char>(c));
        for (std::size_t i = 0; i <= size_; ++i) here[i] = here[i] || next[i];
      }
    }
    skip_optional(here);
    return problem_.empty() && here[size_];
  }

 private:
  static constexpr std::size_t kMost = 256;  // characters that a pattern may ask for
  using Places = std::array<bool, kMost + 1>;
  struct Step {
    std::string_view atom;  // "A", "\\.", "[A-Z]"
    bool optional = false, repeats = false;
  };

  /// The first character of a text, which is taken from it.
  static constexpr char32_t take(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text[0]);
    std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size > text.size()) size = text.size();
    char32_t point = size == 1 ? first : first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
      point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    text.remove_prefix(size);
    return point;
  }
  static constexpr bool is_sign(char c) {
    return std::string_view("^$\\.*+?()[]{}|/").find(c) != std::string_view::npos;
  }
  static constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
  static constexpr bool ends_line(char32_t c) {
    return c == U'\n' || c == U'\r' || c == U'\u2028' || c == U'\u2029';
  }

  // Matching.

  constexpr Places reached_by(std::string_view text) const {
    Places here{};
    here[0] = true;
    while (!text.empty()) {
      skip_optional(here);
      here = after(here, take(text));
    }
    return here;
  }
  constexpr void skip_optional(Places& here) const {
    for (std::size_t i = 0; i < size_; ++i) {
      if (here[i] && steps_[i].optional) here[i + 1] = true;
    }
  }
  constexpr Places after(const Places& here, char32_t c) const {
    Places next{};
    for (std::size_t i = 0; i < size_; ++i) {
      if (!here[i] || !takes(steps_[i].atom, c)) continue;
      next[i + 1] = true;
      if (steps_[i].repeats) next[i] = true;
    }
    return next;
  }
  static constexpr bool takes(std::string_view atom, char32_t c) {
    if (atom == ".") return !ends_line(c);
    if (atom == "\\d") return is_digit(c);
    if (atom[0] == '[') return is_in_class(atom.substr(1, atom.size() - 2), c);
    if (atom[0] == '\\') atom.remove_prefix(1);
    return take(atom) == c;
  }
  static constexpr bool is_in_class(std::string_view members, char32_t c) {
    const bool negated = members[0] == '^';
    if (negated) members.remove_prefix(1);
    bool found = false;
    while (!members.empty()) {
      if (members.substr(0, 2) == "\\d") {
        found = found || is_digit(c);
        members.remove_prefix(2);
        continue;
      }
      const char32_t first = take_member(members), last = take_range_end(members, first);
      found = found || (first <= c && c <= last);
    }
    return found != negated;
  }
  static constexpr char32_t take_member(std::string_view& members) {
    if (members[0] == '\\') members.remove_prefix(1);
    return take(members);
  }
  static constexpr char32_t take_range_end(std::string_view& members, char32_t first) {
    if (members.size() < 2 || members[0] != '-') return first;
    members.remove_prefix(1);
    return take_member(members);
  }

  // Reading.

  constexpr void read(std::string_view rest) {
    while (!rest.empty() && problem_.empty()) {
      const std::string_view atom = take_atom(rest);
      if (problem_.empty()) repeat(atom, rest);
    }
  }
  constexpr std::string_view take_atom(std::string_view& rest) {
    const std::string_view all = rest;
    if (rest[0] == '[') {
      take_class(rest);
    } else if (rest[0] == '\\') {
      const bool known = rest.size() > 1 && (rest[1] == 'd' || is_sign(rest[1]));
      if (!known) problem_ = "has a \\ before what needs none";
      rest.remove_prefix(known ? 2 : rest.size());
    } else {
      if (is_sign(rest[0]) && rest[0] != '.') problem_ = reserved(rest[0]);
      take(rest);
    }
    return all.substr(0, all.size() - rest.size());
  }
  static constexpr std::string_view reserved(char sign) {
    if (sign == '(' || sign == '|') return "has a group or an alternative; use a choice";
    if (sign == '^' || sign == '$') return "has ^ or $, but it is about the whole text anyway";
    if (sign == '/') return "has a / without \\ before it";
    return "has a sign of its own without \\ before it";
  }
  /// "[A-Z]", of which the first character is known.
  constexpr void take_class(std::string_view& rest) {
    rest.remove_prefix(rest.substr(0, 2) == "[^" ? 2 : 1);
    bool is_empty = true;
    while (!rest.empty() && rest[0] != ']' && problem_.empty()) {
      take_class_member(rest);
      is_empty = false;
    }
    if (rest.empty() || is_empty) problem_ = "has a [ without its ], or with nothing in it";
    if (problem_.empty()) rest.remove_prefix(1);
  }
  constexpr void take_class_member(std::string_view& rest) {
    if (rest.substr(0, 2) == "\\d") return rest.remove_prefix(2);
    const char32_t first = checked_member(rest);
    const bool is_range = rest.size() > 1 && rest[0] == '-' && rest[1] != ']';
    if (!is_range) return;
    rest.remove_prefix(1);
    if (checked_member(rest) < first) problem_ = "has a range that ends before it begins";
  }
  constexpr char32_t checked_member(std::string_view& rest) {
    if (rest[0] == '[') problem_ = "has a [ inside of [ ]";
    if (rest[0] != '\\') return take(rest);
    rest.remove_prefix(1);
    if (!rest.empty() && (is_sign(rest[0]) || rest[0] == '-')) return take(rest);
    problem_ = "has a \\ before what needs none";
    return 0;
  }

  /// How often `atom` comes, by what stands behind it.
  constexpr void repeat(std::string_view atom, std::string_view& rest) {
    const char sign = rest.empty() ? '\0' : rest[0];
    if (sign == '{') return count(atom, rest);
    if (sign != '?' && sign != '*' && sign != '+') return add({atom, false, false});
    rest.remove_prefix(1);
    if (sign == '+') add({atom, false, false});
    add({atom, true, sign != '?'});
  }
  constexpr void count(std::string_view atom, std::string_view& rest) {
    rest.remove_prefix(1);
    const std::size_t least = take_number(rest);
    std::size_t most = least;
    const bool ranges = !rest.empty() && rest[0] == ',';
    if (ranges) rest.remove_prefix(1);
    const bool open_ended = ranges && !rest.empty() && rest[0] == '}';
    if (ranges && !open_ended) most = take_number(rest);
    if (rest.empty() || rest[0] != '}' || most < least) problem_ = "has a { } that is no count";
    if (!problem_.empty()) return;
    rest.remove_prefix(1);
    for (std::size_t i = 0; i < most; ++i) add({atom, i >= least, false});
    if (open_ended) add({atom, true, true});
  }
  constexpr std::size_t take_number(std::string_view& rest) {
    std::size_t number = 0, digits = 0;
    for (; !rest.empty() && is_digit(static_cast<unsigned char>(rest[0])); ++digits) {
      number = number > kMost ? number : number * 10 + static_cast<std::size_t>(rest[0] - '0');
      rest.remove_prefix(1);
    }
    if (digits == 0) problem_ = "has a { } that is no count";
    return number;
  }
  constexpr void add(Step step) {
    if (size_ < kMost) {
      steps_[size_++] = step;
    } else {
      problem_ = "asks for more than 256 characters";
    }
  }

  std::array<Step, kMost> steps_{};
  std::size_t size_ = 0;
  std::string_view problem_{};
};

}  // namespace sdk_1
}  // namespace sheaf
