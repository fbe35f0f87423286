#include "data/cell_cure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "data/columns.hpp"
#include "model/conform.hpp"
#include "model/foreign_date.hpp"
#include "model/literal.hpp"
#include "model/partial_date.hpp"

namespace sheaf::data {
namespace {

using model::Node;

enum class Order { None, DayFirst, MonthFirst, Either };

/// Of a date in digits and strokes: which of day and month must come first.
Order order_of(const Node& cell) {
  if (!cell.is_text() || std::ranges::count(cell.text, '/') != 2 || cell.text.find('/') > 2)
    return Order::None;
  const auto date = model::parse_foreign_date(cell.text);
  if (!date) return Order::None;
  if (date->other) return Order::Either;
  const bool same = date->date.day == date->date.month;  // 12/12/2020 shows nothing
  if (same) return Order::None;
  const std::string first = cell.text.substr(0, cell.text.find('/'));
  return std::stoi(first) == date->date.day ? Order::DayFirst : Order::MonthFirst;
}

constexpr std::array<std::string_view, 2> kNoBreakSpaces{"\u00A0", "\u202F"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text without its no-break spaces; `between` digits in the place of each.
std::string without_no_break_spaces(std::string text, std::string_view between = {}) {
  for (const std::string_view sign : kNoBreakSpaces) {
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at)) {
      const auto behind = at + sign.size();
      const bool splits_digits =
          at > 0 && behind < text.size() && is_digit(text[at - 1]) && is_digit(text[behind]);
      text.replace(at, sign.size(), splits_digits ? between : "");
    }
  }
  return text;
}

bool is_of(const std::string& text, ColumnType type) {
  return !value_of(model::text_node(text, {}), type).is_absent();
}

/// For a cell that would hold what is meant but for its no-break spaces: between digits they may
/// stand as commas do, before each three.
CellCure cure_of_spaces(const Node& cell, const std::string& clean, ColumnType meant) {
  if (!is_of(without_no_break_spaces(cell.text, ","), meant)) {
    return {"Look which number is meant (the no-break space in it is not before three digits)"};
  }
  return {fmt::format("Write {}, without the no-break space in the cell", clean),
          {model::replacement_of(cell, clean)}};
}

/// A month that comes first, in a file where that is not always to be seen.
CellCure cure_of_month_first(const Node& cell, const DoubtfulDate& doubtful) {
  const std::string date = to_iso(model::parse_foreign_date(cell.text)->date);
  const std::string other = month_first(doubtful.text);
  if (doubtful.is_one_cell) {
    return {
        fmt::format("Write {} if this cell alone has the month first; if the whole column has, "
                    "write all its dates so, {} for {}",
                    date, other, doubtful.text)};
  }
  return {fmt::format("The month comes first in this column: write {}, and {} for {} and so on",
                      date, other, doubtful.text)};
}

/// 01/10/2020 00:00, as a spreadsheet saves a day.
std::string_view without_midnight(std::string_view text) {
  for (const std::string_view time : {" 00:00:00", " 00:00", "T00:00:00"}) {
    if (text.ends_with(time)) return text.substr(0, text.size() - time.size());
  }
  return text;
}

/// How a spreadsheet shows zero in its format for accounts: "£-".
bool is_accounting_zero(std::string_view text) {
  constexpr std::string_view kPound = "£";
  if (!text.starts_with(kPound)) return false;
  const auto rest = text.substr(kPound.size());
  const auto dash = rest.find_first_not_of(' ');
  return dash != rest.npos && rest.substr(dash) == "-";
}

bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Decimal || type == ColumnType::Money;
}

CellCure cure_of_date(const Node& cell);

CellCure cure_of_midnight(const Node& cell, std::string_view day) {
  Node alone = cell;
  alone.text = day;
  const bool is_iso = model::parse_partial_date(day).has_value();
  return {fmt::format("{}, without the time",
                      is_iso ? fmt::format("Write {}", day) : cure_of_date(alone).help)};
}

CellCure cure_of_date(const Node& cell) {
  const auto day = without_midnight(cell.text);
  if (day != cell.text && model::parse_foreign_date(day)) return cure_of_midnight(cell, day);
  if (const auto why = model::why_impossible(cell.text))
    return {fmt::format("Look the date up in a calendar, as {}", *why)};
  const auto date = model::parse_foreign_date(cell.text);
  if (!date || !date->date.is_day()) return {std::string(help_for(ColumnType::Date))};
  const std::string iso = to_iso(date->date);
  if (date->other)
    return {fmt::format("Write {}, or {} if the month comes first", iso, to_iso(*date->other))};
  CellCure cure{fmt::format("Write {}", iso)};
  if (auto sure = model::surely_meant_date(cell.text))
    cure.fixes = {model::replacement_of(cell, *std::move(sure))};
  return cure;
}

}  // namespace

std::optional<DoubtfulDate> find_doubtful_date(std::span<const Node* const> cells) {
  const Node* doubtful = nullptr;
  const Node* month_first = nullptr;
  bool is_one_cell = true;
  for (const Node* cell : cells) {
    switch (order_of(*cell)) {
      case Order::None: break;
      case Order::DayFirst: return {};
      case Order::MonthFirst:
        if (month_first) is_one_cell = false;
        if (!month_first) month_first = cell;
        break;
      case Order::Either:
        if (!doubtful) doubtful = cell;
        break;
    }
  }
  if (!doubtful || !month_first) return {};
  return DoubtfulDate{doubtful->text, month_first->text, is_one_cell};
}

std::string month_first(const std::string& doubtful) {
  const auto date = model::parse_foreign_date(doubtful);
  return date ? to_iso(date->other.value_or(date->date)) : std::string();
}

CellCure cure_of(const Node& cell, ColumnType meant, const std::optional<DoubtfulDate>& doubtful) {
  if (!cell.is_text()) return {std::string(help_for(meant))};
  const std::string clean = without_no_break_spaces(cell.text);
  if (clean != cell.text && is_of(clean, meant)) return cure_of_spaces(cell, clean, meant);
  if (is_number(meant) && is_accounting_zero(cell.text))
    return {"Write 0: this is how a spreadsheet shows zero in its format for accounts"};
  if (meant != ColumnType::Date) return {std::string(help_for(meant))};
  if (doubtful && order_of(cell) == Order::MonthFirst) return cure_of_month_first(cell, *doubtful);
  return cure_of_date(cell);
}

bool says_nothing(const Node& cell) {
  constexpr std::array<std::string_view, 8> kWords{"-",    "\u2013", "n/a", "na",
                                                   "none", "nil",    "tbc", "?"};
  return cell.is_text() && std::ranges::any_of(kWords, [&](std::string_view word) {
           return model::same_letters(cell.text, word);
         });
}

}  // namespace sheaf::data
