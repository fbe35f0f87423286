#include "data/total_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "data/columns.hpp"
#include "data/decimal.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

using model::Node;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "Total", "TOTALS:", "Grand total 2020"; not "Summer fair" or "Total Care Ltd".
bool begins_like_total(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords{"totals", "total", "sum", "grand total",
                                                   "overall total"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return text.size() >= word.size() && model::same_letters(text.substr(0, word.size()), word) &&
           std::ranges::none_of(text.substr(word.size()), is_letter);
  });
}

/// The first cell of a row that is not empty.
const Node* label_of(const Table& table, const Node& row) {
  for (const Column& column : table.columns) {
    const Node* cell = row.find(column.name);
    if (cell && !cell->is_absent()) return cell;
  }
  return nullptr;
}

std::optional<Decimal> number_in(const Node& cell) {
  for (const ColumnType type : {ColumnType::Money, ColumnType::Decimal}) {
    const model::Value value = value_of(cell, type);
    if (!value.is_absent()) return to_decimal(canonical_text(value));
  }
  return {};
}

/// The sum of the numbers in a column but for its last row; nothing where there is another cell, or
/// no number.
std::optional<Decimal> sum_above(const Table& table, const Column& column) {
  std::optional<Decimal> sum;
  for (std::size_t i = 0; i + 1 < table.rows.items.size(); ++i) {
    const Node* cell = table.rows.items[i].find(column.name);
    if (!cell || cell->is_absent()) continue;
    const auto number = number_in(*cell);
    sum = number ? add(sum.value_or(Decimal{}), *number) : std::nullopt;
    if (!sum) return {};
  }
  return sum;
}

/// A number of the last row, and what those above it add up to.
struct Total {
  const Column* column;
  const Node* cell;
  Decimal sum;
  bool is_right;
};

std::optional<Total> total_in(const Column& column, const Table& table) {
  const Node* cell = table.rows.items.back().find(column.name);
  const auto number = cell ? number_in(*cell) : std::nullopt;
  const auto sum = number ? sum_above(table, column) : std::nullopt;
  const auto order = sum ? compare(*sum, *number) : std::nullopt;
  if (!order || (sum->digits == 0 && number->digits == 0)) return {};
  return Total{&column, cell, *sum, *order == 0};
}

/// One that is right, if any is: other columns may hold what nobody adds up, such as years.
std::optional<Total> find_total(const Table& table) {
  std::optional<Total> first;
  for (const Column& column : table.columns) {
    const auto total = total_in(column, table);
    if (total && total->is_right) return total;
    if (!first) first = total;
  }
  return first;
}

std::string words_for(const Total& total, std::string_view said) {
  const std::string number = model::shown(*total.cell);
  if (total.is_right) {
    return fmt::format("The last row of `{}` is a total: its `{}`, {}, is the sum of those above",
                       said, total.column->name, number);
  }
  return fmt::format(
      "The last row of `{}` looks like a total row, but its `{}`, {}, differs from the sum of "
      "those above, {}",
      said, total.column->name, number, text_of(total.sum));
}

}  // namespace

void report_total_row(const Table& table, std::string_view said, Diagnostics& diagnostics) {
  if (table.rows.items.size() < 2) return;
  const Node& last = table.rows.items.back();
  const Node* label = label_of(table, last);
  if (!label || !label->is_text() || !begins_like_total(label->text)) return;
  const auto total = find_total(table);
  if (!total) return;
  diagnostics.warning(
      "total-row", label->source, words_for(*total, said),
      fmt::format("{}ake the row out of the file, as it is counted and added up like the others; a "
                  "placeholder with `sum` prints the total",
                  total->is_right ? "T" : "See which is right, and t"));
}

}  // namespace sheaf::data
