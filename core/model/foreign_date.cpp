#include "model/foreign_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "model/literal.hpp"

namespace sheaf::model {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size() && value >= 0;
  return whole && text.size() <= 4 ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// A day that exists.
std::optional<PartialDate> day(int year, int month, int day_of_month) {
  const PartialDate date{year, month, day_of_month};
  return month > 0 && day_of_month > 0 ? parse_partial_date(to_iso(date)) : std::nullopt;
}

/// 02/2020
std::optional<ForeignDate> month_in_digits(std::string_view first, std::string_view second) {
  const auto month = number(first), year = number(second);
  const bool is_month = month && *month >= 1 && *month <= 12 && first.size() <= 2;
  if (!is_month || !year || second.size() != 4) return {};
  return ForeignDate{{*year, *month, 0}};
}

/// 25/11/2020, 2020/11/25; with points or hyphens, too.
std::optional<ForeignDate> in_digits(std::string_view text) {
  const auto parts = split(text, "/.-");
  if (parts.size() == 2) return month_in_digits(parts[0], parts[1]);
  if (parts.size() != 3) return {};
  const auto a = number(parts[0]), b = number(parts[1]), c = number(parts[2]);
  if (!a || !b || !c) return {};
  if (parts[0].size() == 4) {
    const auto date = day(*a, *b, *c);
    return date ? std::optional(ForeignDate{*date}) : std::nullopt;
  }
  if (parts[2].size() != 4 && parts[2].size() != 2) return {};
  const int year = parts[2].size() == 2 ? 2000 + *c : *c;
  const auto british = day(year, *b, *a), american = day(year, *a, *b);
  if (!british && !american) return {};
  if (!british || british == american) return ForeignDate{*american};
  return ForeignDate{*british, american};
}

/// "November", "Nov", in any letters.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto at = std::ranges::find_if(kMonths, [&](std::string_view name) {
    return word.size() <= name.size() && same_letters(word, name.substr(0, word.size()));
  });
  return at == kMonths.end() ? 0 : 1 + static_cast<int>(at - kMonths.begin());
}

std::string_view without_ordinal(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
  }
  return word;
}

/// 25 November 2020, 25th Nov 2020, 25-Nov-20, November 2020.
std::optional<ForeignDate> in_words(std::string_view text) {
  const auto words = split(text, " -");
  if (words.size() < 2 || words.size() > 3) return {};
  const auto typed = number(words.back());
  const int month = month_of(words[words.size() - 2]);
  const bool is_short = words.back().size() == 2 && words.size() == 3;
  if (!typed || (words.back().size() != 4 && !is_short) || month == 0) return {};
  const auto year = is_short ? 2000 + *typed : *typed;
  if (words.size() == 2) return ForeignDate{{year, month, 0}};
  const auto of_month = number(without_ordinal(words[0]));
  const auto date = of_month ? day(year, month, *of_month) : std::nullopt;
  return date ? std::optional(ForeignDate{*date}) : std::nullopt;
}

/// What Word makes of a hyphen, and others that look like one.
constexpr std::array<std::string_view, 6> kDashes{"\u2010", "\u2011", "\u2012",
                                                  "\u2013", "\u2014", "\u2212"};

/// `Wednesday 16 December 2020` without its first word, if that day is one.
std::string without_weekday(const std::string& text) {
  constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};
  const auto space = std::min(text.find(' '), text.size());
  const std::string_view word = std::string_view(text).substr(0, space);
  const std::string_view name = word.substr(0, word.find(','));
  const auto day = std::ranges::find_if(kDays, [&](auto one) { return same_letters(one, name); });
  if (day == kDays.end() || space == text.size()) return text;
  std::string rest = text.substr(space + 1);
  const auto date = in_words(rest);
  if (!date || !date->date.is_day()) return text;
  const std::chrono::weekday of_date{std::chrono::sys_days{std::chrono::year(date->date.year) /
                                                           date->date.month / date->date.day}};
  return of_date.c_encoding() == static_cast<unsigned>(day - kDays.begin()) ? rest : text;
}

}  // namespace

std::optional<std::string> why_impossible(std::string_view text) {
  const auto of_strokes = split(text, "/");
  if (of_strokes.size() == 3 && of_strokes[2].size() == 4 && !in_digits(text))
    return why_impossible(fmt::format("{}-{}-{}", of_strokes[2], of_strokes[1], of_strokes[0]));
  if (const auto words = split(text, " "); words.size() == 3 && month_of(words[1]) > 0) {
    return why_impossible(
        fmt::format("{}-{:02}-{}", words[2], month_of(words[1]), without_ordinal(words[0])));
  }
  const auto parts = split(text, "-");
  const bool formed =
      (parts.size() == 2 || parts.size() == 3) && parts[0].size() == 4 &&
      std::ranges::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
        return part.size() == 1 || part.size() == 2;
      });
  if (!formed || parse_partial_date(text)) return {};
  const auto year = number(parts[0]), month = number(parts[1]);
  if (!year || !month || (parts.size() == 3 && !number(parts[2]))) return {};
  if (*year < 1000) return fmt::format("a year has four digits");
  if (*month < 1 || *month > 12) return fmt::format("there is no month {:02}", *month);
  const auto last = std::chrono::year_month_day_last{
      std::chrono::year(*year),
      std::chrono::month_day_last{std::chrono::month(static_cast<unsigned>(*month))}};
  const bool has_day = parts.size() == 3;
  if (!has_day || (number(parts[2]) > 0 && number(parts[2]) <= static_cast<unsigned>(last.day())))
    return {};  // only a zero is missing
  return fmt::format("{} {} has {} days", kMonths[static_cast<std::size_t>(*month - 1)], *year,
                     static_cast<unsigned>(last.day()));
}

std::string with_plain_signs(std::string_view text) {
  std::string plain(text);
  for (const std::string_view dash : kDashes) {
    for (auto at = plain.find(dash); at != plain.npos; at = plain.find(dash, at))
      plain.replace(at, dash.size(), "-");
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool is_run = plain.size() == 8 && std::ranges::all_of(plain, is_digit);
  if (!is_run) return without_weekday(plain);
  const std::string date = std::string(plain).insert(6, "-").insert(4, "-");
  const bool is_date = plain.starts_with("20") && parse_partial_date(date);
  return is_date ? date : plain;
}

std::optional<ForeignDate> parse_foreign_date(std::string_view text) {
  const auto digits = in_digits(text);
  return digits ? digits : in_words(text);
}

std::optional<std::string> surely_meant_date(std::string_view text) {
  const auto meant = parse_foreign_date(text);
  const bool has_century = meant && text.find(std::to_string(meant->date.year)) != text.npos;
  return has_century && !meant->other ? std::optional(to_iso(meant->date)) : std::nullopt;
}

bool is_financial_year(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  for (const std::size_t at : {0, 1, 2, 3, 5, 6}) {
    if (text[at] < '0' || text[at] > '9') return false;
  }
  const int begins = 10 * (text[2] - '0') + text[3] - '0',
            ends = 10 * (text[5] - '0') + text[6] - '0';
  return ends == (begins + 1) % 100;
}

}  // namespace sheaf::model
