#include "document/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text_distance.hpp"
#include "data/columns.hpp"
#include "data/decimal.hpp"
#include "document/placeholder.hpp"
#include "model/conform.hpp"

namespace sheaf::document {
namespace {

using data::Column;
using data::ColumnType;
using data::Table;
using model::Node;
using model::Value;
using model::ValueKind;
using Figure = tl::expected<Value, FigureProblem>;

constexpr std::array<std::string_view, 5> kOperations{"count", "sum", "min", "max", "first"};

tl::unexpected<FigureProblem> problem(std::string message, std::string help, SourceId cell = {}) {
  return tl::unexpected<FigureProblem>({std::move(message), std::move(help), {}, cell});
}

/// The part before the first dot, which is taken off with it.
std::string_view take_part(std::string_view& path) {
  const auto dot = std::min(path.find('.'), path.size());
  const auto part = path.substr(0, dot);
  path.remove_prefix(std::min(dot + 1, path.size()));
  return part;
}

/// A name as placeholders write it, which hold no spaces.
std::string placeholder_name(std::string_view column) {
  std::string name(column);
  std::ranges::replace(name, ' ', '_');
  return name;
}

bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Decimal || type == ColumnType::Money;
}

bool has_order(ColumnType type) {
  return is_number(type) || type == ColumnType::Code || type == ColumnType::Date ||
         type == ColumnType::Month;
}

Value whole_value(std::size_t number, SourceId source) {
  Value value;
  value.kind = ValueKind::Whole;
  value.source = source;
  value.whole = static_cast<std::int64_t>(number);
  return value;
}

/// The values of a column that are not empty.
std::vector<Value> values_of(const Table& table, const Column& column) {
  std::vector<Value> values;
  for (const Node& row : table.rows.items) {
    const Node* cell = row.find(column.name);
    Value value = cell ? data::value_of(*cell, column.type) : Value();
    if (!value.is_absent()) values.push_back(std::move(value));
  }
  return values;
}

bool is_less(const Value& a, const Value& b) {
  if (a.kind == ValueKind::Date) return a.date < b.date;
  const auto first = data::to_decimal(canonical_text(a));
  const auto second = data::to_decimal(canonical_text(b));
  const auto order = first && second ? compare(*first, *second) : std::nullopt;
  return order && *order < 0;
}

Figure sum_of(const std::vector<Value>& values, const Column& column, SourceId source) {
  std::optional<data::Decimal> sum = data::Decimal{};
  for (const Value& value : values) {
    const auto number = data::to_decimal(canonical_text(value));
    sum = sum && number ? add(*sum, *number) : std::nullopt;
  }
  const Node text = model::text_node(sum ? text_of(*sum) : std::string(), source);
  Value value = data::value_of(text, column.type);
  if (!value.is_absent()) return value;
  return problem(fmt::format("The sum of `{}` is too large", column.name),
                 "Check the column for a number that is out of scale");
}

Figure least(std::vector<Value> values) {
  if (values.empty()) return Value();
  return *std::ranges::min_element(values, is_less);
}

Figure greatest(std::vector<Value> values) {
  if (values.empty()) return Value();
  return *std::ranges::max_element(values, is_less);
}

/// Why a column has no sum, least or greatest: of one cell that is unlike the others, if there is.
Figure no_such(const Table& table, const Column& column, std::string_view operation) {
  std::string message = fmt::format("The column `{}` holds {}, which has no {}", column.name,
                                    data::article_of(column.type), operation);
  const auto misfit =
      column.type == ColumnType::Text ? data::find_misfit(table, column) : std::nullopt;
  if (column.type == ColumnType::Code) {
    return problem(std::move(message),
                   fmt::format("If it counts things, write {{ file: …, columns: {{ {}: whole }} }} "
                               "for the data",
                               column.name));
  }
  if (!misfit) {
    return problem(std::move(message),
                   "See `sheaf data` for what columns hold; { file: …, columns: … } can say it");
  }
  return problem(fmt::format("{}, because of {}", message, model::shown(*misfit->cell)),
                 "Mend that cell; { file: …, columns: … } says what the column holds",
                 misfit->cell->source == table.rows.source ? SourceId{} : misfit->cell->source);
}

Figure figure_of(const Table& table, const Column& column, std::string_view operation) {
  const auto values = values_of(table, column);
  const bool sum = operation == "sum";
  const bool has_type = column.declared || column.inherited || !values.empty();
  if (sum && !has_type) return whole_value(0, table.rows.source);
  if (has_type && (sum ? !is_number(column.type) : operation != "first" && !has_order(column.type)))
    return no_such(table, column, operation);
  if (sum) return sum_of(values, column, table.rows.source);
  if (operation == "min") return least(values);
  if (operation == "max") return greatest(values);
  if (table.rows.items.empty()) return Value();
  const Node* cell = table.rows.items[0].find(column.name);
  return cell ? data::value_of(*cell, column.type) : Value();
}

Figure lone_value(const Table& table, std::string_view data) {
  if (table.columns.size() <= 1 && table.rows.items.empty()) return Value();
  if (table.columns.size() == 1 && table.rows.items.size() == 1) {
    return figure_of(table, table.columns[0], "first");
  }
  return problem(fmt::format("`data.{}` holds several values", data),
                 fmt::format("Name one of them, such as `data.{}.count`", data));
}

/// For a column that is named without what is wanted of it.
std::string help_for_column(const Column& column, const FigureName& name) {
  std::string_view operations = "count or first";
  if (has_order(column.type)) operations = "count, min, max or first";
  if (is_number(column.type)) operations = "sum, count, min, max or first";
  const auto first = operations.substr(0, operations.find_first_of(", "));
  return fmt::format("Say what is wanted of it, such as ((data.{}.{}.{})): {}", name.data, first,
                     name.operation, operations);
}

tl::unexpected<FigureProblem> unknown_operation(const Table& table, const FigureName& name) {
  const Column* meant =
      name.column.empty() ? find_column(table, {name.data, "first", name.operation}) : nullptr;
  if (meant)
    return problem(fmt::format("`data.{}.{}` is a whole column", name.data, name.operation),
                   help_for_column(*meant, name));
  const std::vector<std::string_view> known(kOperations.begin(), kOperations.end());
  auto made = problem(fmt::format("`data.{}` has no `{}`", name.data, name.operation),
                      model::offer(name.operation, known));
  const std::string column = name.column.empty() ? "" : fmt::format(".{}", name.column);
  if (const auto near = surely_meant(name.operation, known))
    made.value().meant = fmt::format("data.{}.{}{}", name.data, *near, column);
  return made;
}

/// Whether `((data.….sum.NAME))` can be written.
bool can_be_named(std::string_view name) {
  const std::string written = fmt::format("((data.any.sum.{}))", name);
  const auto placeholder = find_placeholder(written, 0);
  return placeholder && placeholder->is_valid() && placeholder->format.empty();
}

/// "Amount" for "Amount (£)", or a name that says less.
std::string_view name_that_can(std::string_view column) {
  while (!column.empty() && !can_be_named(placeholder_name(column))) column.remove_suffix(1);
  while (column.ends_with(' ')) column.remove_suffix(1);
  return column.empty() ? "Amount" : column;
}

/// What to do about a column whose name no placeholder can hold; empty without one.
std::string rename_column(const Table& table) {
  for (const Column& column : table.columns) {
    if (!can_be_named(placeholder_name(column.name)))
      return fmt::format(
          "No placeholder can hold the name `{}`: rename that column in the data, for "
          "example to `{}`",
          column.name, name_that_can(column.name));
  }
  return {};
}

tl::unexpected<FigureProblem> unknown_column(const Table& table, const FigureName& name) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    std::string known = placeholder_name(column.name);
    if (can_be_named(known)) names.push_back(std::move(known));
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto path_to = [&](std::string_view column) {
    return fmt::format("data.{}.{}.{}", name.data, name.operation, column);
  };
  const auto near = nearest(name.column, known);
  std::string help =
      near ? fmt::format("Did you mean `{}`?", path_to(*near)) : rename_column(table);
  if (help.empty()) help = model::offer(name.column, known);
  auto made = problem(fmt::format("The data `{}` has no column `{}`", name.data, name.column),
                      std::move(help));
  if (const auto meant = surely_named(name.column, known)) made.value().meant = path_to(*meant);
  return made;
}

}  // namespace

std::optional<FigureName> parse_figure(std::string_view path) {
  if (take_part(path) != "data" || path.empty()) return {};
  FigureName name;
  name.data = take_part(path);
  name.operation = take_part(path);
  name.column = path;
  return name;
}

const Column* find_column(const Table& table, const FigureName& name) {
  const auto column = std::ranges::find(
      table.columns, name.column, [](const Column& one) { return placeholder_name(one.name); });
  return column == table.columns.end() ? nullptr : &*column;
}

tl::expected<Value, FigureProblem> figure(const Table& table, const FigureName& name) {
  if (name.operation.empty()) return lone_value(table, name.data);
  if (std::ranges::find(kOperations, name.operation) == kOperations.end()) {
    return unknown_operation(table, name);
  }
  if (name.operation == "count" && name.column.empty()) {
    return whole_value(table.rows.items.size(), table.rows.source);
  }
  if (table.columns.empty()) return Value();  // no rows, and nothing that says what they would hold
  const Column* column = find_column(table, name);
  if (!column) return unknown_column(table, name);
  if (name.operation == "count") {
    return whole_value(values_of(table, *column).size(), table.rows.source);
  }
  return figure_of(table, *column, name.operation);
}

}  // namespace sheaf::document
