#include "data/total_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "data/columns.hpp"
#include "data/decimal.hpp"
#include "model/conform.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

using model::Node;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the words are all the letters of the text.
bool begins_with_one(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    return text.size() >= word.size() && model::same_letters(text.substr(0, word.size()), word) &&
           std::ranges::none_of(text.substr(word.size()), is_letter);
  });
}

/// "Total", "TOTALS:", "Grand total 2020"; not "Summer fair" or "Total Care Ltd".
bool begins_like_total(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords{"totals", "total", "sum", "grand total",
                                                   "overall total"};
  return begins_with_one(text, kWords);
}

/// What a total may be called, and a rating: only the sum tells.
bool begins_overall(std::string_view text) {
  constexpr std::array<std::string_view, 1> kWords{"overall"};
  return begins_with_one(text, kWords);
}

bool begins_like_average(std::string_view text) {
  constexpr std::array<std::string_view, 3> kWords{"average", "averages", "mean"};
  return begins_with_one(text, kWords);
}

/// Which stands between rows as well.
bool begins_like_subtotal(std::string_view text) {
  constexpr std::array<std::string_view, 3> kWords{"sub-total", "subtotal", "sub total"};
  return begins_with_one(text, kWords);
}

/// "Source: finance system"
bool begins_like_remark(std::string_view text) {
  constexpr std::array<std::string_view, 4> kWords{"source:", "sources:", "note:", "notes:"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return text.size() >= word.size() && model::same_letters(text.substr(0, word.size()), word);
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

/// The sum of the numbers in a column but for one row; nothing where there is another cell, or no
/// number.
std::optional<Decimal> sum_without(std::size_t row, const Table& table, const Column& column) {
  std::optional<Decimal> sum;
  for (std::size_t i = 0; i < table.rows.items.size(); ++i) {
    const Node* cell = i == row ? nullptr : table.rows.items[i].find(column.name);
    if (!cell || cell->is_absent()) continue;
    const auto number = number_in(*cell);
    sum = number ? add(sum.value_or(Decimal{}), *number) : std::nullopt;
    if (!sum) return {};
  }
  return sum;
}

/// A number of a row, and what those of the others add up to.
struct Total {
  const Column* column;
  const Node* cell;
  Decimal sum;
  bool is_right;
};

std::optional<Total> total_in(const Column& column, std::size_t row, const Table& table) {
  const Node* cell = table.rows.items[row].find(column.name);
  const auto number = cell ? number_in(*cell) : std::nullopt;
  const auto sum = number ? sum_without(row, table, column) : std::nullopt;
  const auto order = sum ? compare(*sum, *number) : std::nullopt;
  if (!order || (sum->digits == 0 && number->digits == 0)) return {};
  return Total{&column, cell, *sum, *order == 0};
}

/// One that is right, if any is: other columns may hold what nobody adds up, such as years.
std::optional<Total> find_total(std::size_t row, const Table& table) {
  std::optional<Total> first;
  for (const Column& column : table.columns) {
    const auto total = total_in(column, row, table);
    if (total && total->is_right) return total;
    if (!first) first = total;
  }
  return first;
}

/// The text that a row begins with.
const Node* label_of(const Table& table, std::size_t row) {
  const Node* label = label_of(table, table.rows.items[row]);
  return label && label->is_text() ? label : nullptr;
}

/// The first row, or the last.
class Edge {
 public:
  Edge(const Table& table, std::size_t row, std::string_view said)
      : table_(table), row_(row), said_(said) {}

  bool report(Diagnostics& diagnostics) const {
    const Node* label = label_of(table_, row_);
    if (label && row_ > 0 && begins_like_remark(label->text))
      return report_remark(*label, diagnostics);
    if (!label) return false;
    const bool is_total = begins_like_total(label->text), is_overall = begins_overall(label->text);
    const bool is_average = begins_like_average(label->text);
    if (!is_total && !is_overall && !is_average) return false;
    const auto total = find_total(row_, table_);
    if (!total || (is_overall && !total->is_right)) return false;
    return is_average ? report_average(*label, diagnostics)
                      : report_total(*label, *total, diagnostics);
  }

 private:
  bool report_total(const Node& label, const Total& total, Diagnostics& diagnostics) const {
    diagnostics.warning(
        "total-row", label.source, words_for(total),
        fmt::format("{}ake the row out of the file, as it is counted and added up like the others; "
                    "a placeholder with `sum` prints the total",
                    total.is_right ? "T" : "See which is right, and t"));
    return true;
  }

  std::string words_for(const Total& total) const {
    const std::string number = model::shown(*total.cell);
    const std::string_view which = row_ == 0 ? "first" : "last";
    const std::string_view others = row_ == 0 ? "below" : "above";
    if (total.is_right) {
      return fmt::format("The {} row of `{}` is a total: its `{}`, {}, is the sum of those {}",
                         which, said_, total.column->name, number, others);
    }
    return fmt::format(
        "The {} row of `{}` looks like a total row, but its `{}`, {}, differs from the sum of "
        "those {}, {}",
        which, said_, total.column->name, number, others, text_of(total.sum));
  }

  bool report_average(const Node& label, Diagnostics& diagnostics) const {
    diagnostics.warning("total-row", label.source,
                        fmt::format("The {} row of `{}` looks like an average of the others: it "
                                    "begins {}",
                                    row_ == 0 ? "first" : "last", said_, model::shown(label)),
                        "Take the row out of the file, as it is counted and added up like the "
                        "others");
    return true;
  }

  bool report_remark(const Node& label, Diagnostics& diagnostics) const {
    diagnostics.warning(
        "total-row", label.source,
        fmt::format("The last row of `{}` is a remark, and no row: {}", said_, model::shown(label)),
        "Take the row out of the file, as it is counted like the others, and say "
        "it in a text of the report");
    return true;
  }

  const Table& table_;
  std::size_t row_;
  std::string_view said_;
};

void report_subtotal(const Table& table, std::string_view said, Diagnostics& diagnostics) {
  for (std::size_t row = 0; row < table.rows.items.size(); ++row) {
    const Node* label = label_of(table, row);
    if (!label || !begins_like_subtotal(label->text)) continue;
    diagnostics.warning(
        "total-row", label->source,
        fmt::format("A row of `{}` is a sum of others: it begins {}", said, model::shown(*label)),
        "Take rows with sums out of the file, as they are counted and added up "
        "like the others");
    return;
  }
}

}  // namespace

void report_total_row(const Table& table, std::string_view said, Diagnostics& diagnostics) {
  const std::size_t rows = table.rows.items.size();
  if (rows < 2) return;
  if (!Edge(table, rows - 1, said).report(diagnostics)) Edge(table, 0, said).report(diagnostics);
  report_subtotal(table, said, diagnostics);
}

}  // namespace sheaf::data
