#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"
#include "model/partial_date.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;
using model::StructureId;

/// Three numbers with the same sign between: 25/11/2020, 2020-11-25.
struct NumericDate {
  std::string_view first, second, third;
  char sign;
};

std::optional<NumericDate> numeric_date(std::string_view word) {
  const auto one = word.find_first_of("/.-");
  if (one == word.npos) return std::nullopt;
  const auto two = word.find(word[one], one + 1);
  if (two == word.npos) return std::nullopt;
  const NumericDate date{word.substr(0, one), word.substr(one + 1, two - one - 1),
                         word.substr(two + 1), word[one]};
  const bool digits = all_digits(date.first) && all_digits(date.second) && all_digits(date.third);
  return digits && date.second.size() <= 2 ? std::optional(date) : std::nullopt;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && all_digits(word) && (word.starts_with("19") || word.starts_with("20"));
}

bool is_day(std::string_view word) {
  return !word.empty() && word.size() <= 2 && all_digits(word) && number_of(word) >= 1 &&
         number_of(word) <= 31;
}

bool is_month(std::string_view word) { return is_day(word) && number_of(word) <= 12; }

std::string written(std::string_view day, std::string_view month, std::string_view year) {
  if (!is_day(day) || !is_month(month)) return {};
  const auto iso = fmt::format("{}-{:02}-{:02}", year, number_of(month), number_of(day));
  if (!model::parse_partial_date(iso)) return {};  // 31 April
  return fmt::format("{} {} {}", number_of(day), month_name(number_of(month)), year);
}

/// Which of a date's first two numbers is the month.
enum class Order { DayFirst, MonthFirst };

/// The date in words; empty when it cannot be told. Nothing: the word is no date. The order is for
/// dates that can be read both ways.
std::optional<std::string> date_in(std::string_view word, Order order) {
  const auto date = numeric_date(word);
  if (!date) return std::nullopt;
  if (is_year(date->first) && date->third.size() <= 2 && date->sign != '.') {
    return written(date->third, date->second, date->first);
  }
  if (!is_day(date->first)) return std::nullopt;
  const bool is_short = date->third.size() == 2 && all_digits(date->third) && date->sign == '/';
  if (!is_short && !is_year(date->third)) return std::nullopt;
  const std::string year = fmt::format("{}{}", is_short ? "20" : "", date->third);
  if (!is_month(date->second)) order = Order::MonthFirst;  // 12/31/2020
  if (!is_month(date->first)) order = Order::DayFirst;
  return order == Order::MonthFirst ? written(date->second, date->first, year)
                                    : written(date->first, date->second, year);
}

/// "25" of "25th", or empty.
std::string_view ordinal_day(std::string_view word) {
  if (word.size() < 3) return {};
  const std::string_view ending = word.substr(word.size() - 2);
  const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  const std::string_view day = word.substr(0, word.size() - 2);
  return is_ordinal && is_day(day) ? day : std::string_view();
}

bool is_any_month(std::string_view word) { return month_of(word) || short_month_of(word); }

/// The day of an ordinal beside a month: "25th November", "25th of November", "November 25th".
std::string_view ordinal_date(const TextBlock& block, std::size_t i) {
  const std::string_view day = ordinal_day(block.word(i));
  if (day.empty()) return {};
  const bool before = i > 0 && is_any_month(block.word(i - 1));
  const std::size_t next = block.word(i + 1) == "of" ? i + 2 : i + 1;
  return before || is_any_month(block.word(next)) ? day : std::string_view();
}

/// "November 25, 2020".
bool is_american(const TextBlock& block, std::size_t i) {
  return is_any_month(block.word(i)) && is_day(block.word(i + 1)) && is_year(block.word(i + 2)) &&
         (i == 0 || !is_day(block.word(i - 1)));
}

/// "25 Nov"; short names are for tables.
bool is_short_month(const TextBlock& block, std::size_t i) {
  return !block.in_table && short_month_of(block.word(i)) > 0 && i > 0 && is_day(block.word(i - 1));
}

/// "25 November, 2020".
bool has_comma(const TextBlock& block, std::size_t i) {
  return month_of(block.word(i)) > 0 && i > 0 && is_day(block.word(i - 1)) &&
         is_year(block.word(i + 1)) && block.after(i).starts_with(',');
}

std::string month_of_either(std::string_view name) {
  const int month = month_of(name) ? month_of(name) : short_month_of(name);
  return std::string(month_name(month));
}

/// By the format of a placeholder: ((meeting.date as short)).
bool was_asked_for(const TextBlock& block, std::size_t begin, std::size_t end,
                   const Findings& findings) {
  const auto date = std::string_view(block.text).substr(begin, end - begin);
  const auto is_near = [&](auto words) { return findings.stands_near(block, begin, words); };
  return (is_near(" as short))") || is_near(" as iso))")) && !is_near(date);
}

void about_date(const TextBlock& block, std::size_t first, std::size_t last,
                const std::string& instead, Findings& findings) {
  const std::uint32_t begin = block.words[first].begin, end = block.words[last].end;
  if (was_asked_for(block, begin, end, findings)) return;
  findings.about(
      LintRule::DateFormat, block, begin, end,
      fmt::format("The date {} is not in house style",
                  in_marks(std::string_view(block.text).substr(begin, end - begin))),
      instead.empty() ? "Look the date up in a calendar" : fmt::format("Write {}", instead));
}

/// The text of a cell of one paragraph.
std::string text_of(const model::Document& document, StructureId cell) {
  std::string text;
  for (const StructureId paragraph : document[cell].children) {
    for (const model::Run& run : document[paragraph].runs) text += run.text;
  }
  return text;
}

bool is_iso(std::string_view word) {
  const auto date = numeric_date(word);
  return date && date->sign == '-' && is_year(date->first) && date->third.size() == 2;
}

/// The texts of a cell's column that are not empty, of the first rows; none outside a table.
std::vector<std::string> column_of(const TextBlock& block, const model::Document& document) {
  constexpr std::size_t kMostLookedAt = 100;
  const StructureId cell = block.element->parent;
  const StructureId row = document[cell].parent;
  if (row == StructureId::None || document[row].kind != model::ElementKind::Row) return {};
  const auto column =
      std::ranges::find(document[row].children, cell) - document[row].children.begin();
  const auto& rows = document[document[row].parent].children;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::min(rows.size(), kMostLookedAt); ++i) {
    const auto& cells = document[rows[i]].children;
    std::string text = text_of(document, cells[static_cast<std::size_t>(column)]);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

/// Whether a column would hold dates, which are typed so and printed in house style, but for a few
/// other cells: `mixed-column` names one of those, and no other has anything wrong with it.
bool is_mixed(const std::vector<std::string>& column) {
  constexpr std::size_t kFewestAlike = 3;
  const auto dates = static_cast<std::size_t>(std::ranges::count_if(column, is_iso));
  return dates >= kFewestAlike && 3 * dates >= 2 * column.size() && dates < column.size();
}

/// Whether some dates of a column are in order with the month first (12/31/2020), and none with the
/// day first (25/11/2020).
bool is_month_first(const std::vector<std::string>& column) {
  bool has_month_first = false;
  for (const std::string& text : column) {
    const auto date = numeric_date(text);
    if (!date || date->sign != '/' || !is_day(date->first) || !is_day(date->second)) continue;
    if (!is_month(date->first)) return false;
    has_month_first = has_month_first || !is_month(date->second);
  }
  return has_month_first;
}

/// A date that can be read both ways.
bool is_doubtful(std::string_view text) {
  const auto date = numeric_date(text);
  return date && date->sign == '/' && is_month(date->first) && is_month(date->second) &&
         number_of(date->first) != number_of(date->second);
}

/// Whether a finding about a column of data says what there is to say about its dates:
/// `mixed-column`, or `month-first`.
bool is_told_of_column(const std::vector<std::string>& column) {
  return is_mixed(column) || (is_month_first(column) && std::ranges::any_of(column, is_doubtful));
}

void check_date(const TextBlock& block, std::size_t i, const View& view, Findings& findings) {
  const std::string_view word = block.word(i);
  const auto column = block.in_table && word.size() == block.text.size()
                          ? column_of(block, view.document)
                          : std::vector<std::string>();
  const auto order = is_month_first(column) ? Order::MonthFirst : Order::DayFirst;
  const std::string date = date_in(word, order).value_or("");
  const bool is_data = !column.empty() && findings.is_data_cell(block);
  if (is_data && is_told_of_column(column)) return;
  const bool may_declare = is_data && !date.empty() && order == Order::DayFirst;
  about_date(block, i, i,
             may_declare ? fmt::format("{}, or declare its column under `columns:` as `date`, if "
                                       "all its cells are dates",
                                       date)
                         : date,
             findings);
}

/// Of a program or a paper: "version 1.2.2019", "minute 3/10/11".
bool is_numbered(const TextBlock& block, std::size_t i) {
  constexpr std::array<std::string_view, 9> kNumbered = {
      "version", "release", "firmware", "minute", "minutes", "case", "ref", "reference", "no"};
  return std::ranges::any_of(kNumbered,
                             [&](auto one) { return same_letters(block.word(i - 1), one); });
}

void check_word(const TextBlock& block, std::size_t i, const View& view, Findings& findings) {
  const std::string_view word = block.word(i);
  if (date_in(word, Order::DayFirst)) {
    if (!is_numbered(block, i)) check_date(block, i, view, findings);
    return;
  }
  if (!ordinal_date(block, i).empty()) {
    return about_date(block, i, i, fmt::format("the day as {}", ordinal_day(word)), findings);
  }
  if (is_american(block, i)) {
    return about_date(
        block, i, i + 2,
        fmt::format("{} {} {}", block.word(i + 1), month_of_either(word), block.word(i + 2)),
        findings);
  }
  if (is_short_month(block, i)) {
    return about_date(block, i - 1, i,
                      fmt::format("{} {}", block.word(i - 1), month_of_either(word)), findings);
  }
  if (has_comma(block, i)) about_date(block, i - 1, i + 1, "it without the comma", findings);
}

/// The two sides of a dash inside a word; empty sides for none.
std::pair<std::string_view, std::string_view> sides_of(std::string_view word) {
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (const auto dash = dash_at(word.substr(at))) {
      return {word.substr(0, at), word.substr(at + dash)};
    }
  }
  return {};
}

bool is_named_day_or_month(std::string_view word) { return is_any_month(word) || is_weekday(word); }

/// "10-21 November", "2011-2012", "Monday-Friday".
bool is_range_word(const TextBlock& block, std::size_t i) {
  const auto [from, to] = sides_of(block.word(i));
  if (is_year(from) && is_year(to)) return true;
  if (is_named_day_or_month(from) && is_named_day_or_month(to)) return true;
  return is_day(from) && is_day(to) && is_any_month(block.word(i + 1));
}

/// "10 November – 21 December", "2011 – 2012", "Monday - Friday".
bool is_spaced_range(const TextBlock& block, std::size_t i) {
  std::string_view gap = block.after(i);
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  const std::size_t dash = dash_at(gap);
  if (dash == 0 || gap.find_first_not_of(' ', dash) != gap.npos) return false;
  const std::string_view from = block.word(i), to = block.word(i + 1);
  if (is_year(from) || is_any_month(from)) return is_day(to) || is_year(to) || is_any_month(to);
  return is_weekday(from) && is_weekday(to);
}

bool is_minutes(std::string_view text) {
  return text.size() == 2 && all_digits(text) && number_of(text) < 60;
}

bool is_half(std::string_view word) {
  return word == "am" || word == "pm" || word == "a.m" || word == "p.m" || word == "AM" ||
         word == "PM";
}

/// "13" and "30" of "13:30" or "13.30pm", with what follows.
struct Clock {
  std::string_view hours, minutes, rest;
  char sign;
};

std::optional<Clock> clock_in(std::string_view word) {
  const auto sign = word.find_first_of(":.");
  if (sign == word.npos || sign > 2 || sign + 3 > word.size()) return std::nullopt;
  const Clock clock{word.substr(0, sign), word.substr(sign + 1, 2), word.substr(sign + 3),
                    word[sign]};
  const bool fits = all_digits(clock.hours) && number_of(clock.hours) < 24 &&
                    is_minutes(clock.minutes) && (clock.rest.empty() || is_half(clock.rest));
  return fits ? std::optional(clock) : std::nullopt;
}

/// "13:30", "1.30pm", "1.30 pm", "1 pm", "10:00am".
bool is_odd_time(const TextBlock& block, std::size_t i) {
  const std::string_view word = block.word(i);
  const bool before_half = is_half(block.word(i + 1)) && block.after(i) == " ";
  if (is_day(word)) return before_half;
  const auto clock = clock_in(word);
  if (!clock) return false;
  const bool in_halves = before_half || !clock->rest.empty();
  if (clock->sign == '.') return in_halves;
  if (in_halves) return before_half || clock->minutes == "00";
  return number_of(clock->hours) > 12 || clock->hours.starts_with('0');
}

}  // namespace

void check_date_format(const TextBlock& block, const View& view, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    const bool may_be_date = block.has(i, kDigits | kCapitalised);  // a day, a month or all of it
    if (may_be_date && !block.has(i, kNotProse)) check_word(block, i, view, findings);
  }
}

void check_date_range(const TextBlock& block, const View&, Findings& findings) {
  if (block.in_table) return;
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    const bool spaced = is_spaced_range(block, i);
    if (block.has(i, kNotProse) || (!spaced && !is_range_word(block, i))) continue;
    const std::uint32_t begin = block.words[i].begin, end = block.words[spaced ? i + 1 : i].end;
    findings.about(LintRule::DateRange, block, begin, end,
                   fmt::format("{} is a range with a dash",
                               in_marks(std::string_view(block.text).substr(begin, end - begin))));
  }
}

void check_time_format(const TextBlock& block, const View&, Findings& findings) {
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.has(i, kNotProse) || !is_odd_time(block, i)) continue;
    findings.about(LintRule::TimeFormat, block, block.words[i],
                   fmt::format("The time {} is not in house style", in_marks(block.word(i))));
  }
}

}  // namespace sheaf::lint
