// data-table: rows of any columns as a table with a caption.

#include <algorithm>
#include <string>
#include <utility>

#include <sheaf/plugin.hpp>

namespace {

using sheaf::Align;
using sheaf::DataTable;
using sheaf::field;
using sheaf::optional_field;

struct Column {
  sheaf::Text column;
  std::optional<sheaf::Text> label;
  std::optional<Align> align;
};

constexpr auto describe(sheaf::Type<Column>) {
  return sheaf::record(
             field("column", &Column::column, "The column's name in the rows", "cost").not_empty(),
             field("label", &Column::label,
                   "The heading that is printed; the column's name, made readable, when not given",
                   "Paid")
                 .not_empty(),
             field("align", &Column::align,
                   "How the cells stand; numbers and money at the end, all else at the start, when "
                   "not given",
                   "end"))
      .shorthand("column");
}

struct Parameters {
  std::optional<sheaf::Markdown> introduction;
  sheaf::Text caption;
  DataTable rows;
  std::vector<Column> columns;
  bool row_headers = true;
  sheaf::Text empty;
  std::optional<sheaf::Markdown> after;
};

constexpr auto describe(sheaf::Type<Parameters>) {
  return sheaf::record(
      field("introduction", &Parameters::introduction, "What stands before the table",
            "We paid these grants."),
      field("caption", &Parameters::caption, "What the table shows, in a few words",
            "Grants paid by service")
          .not_empty(),
      field("rows", &Parameters::rows, "The rows: `{ data: NAME }`, or typed here",
            R"([{ "service": "Youth clubs", "cost": 1250.5 }])"),
      optional_field("columns", &Parameters::columns,
                     "The columns to print, in this order; all when not given",
                     R"(["service", { "column": "cost", "label": "Paid" }])"),
      optional_field("row_headers", &Parameters::row_headers,
                     "Whether the first column names each row", "false"),
      field("empty", &Parameters::empty, "The sentence that is printed without any rows",
            "No grants were paid this month.")
          .otherwise("There is nothing to report."),
      field("after", &Parameters::after, "What stands after the table",
            "Grants are paid in arrears."));
}

/// "families_helped" is printed as "Families helped".
std::string readable(std::string_view name) {
  std::string label(name);
  std::ranges::replace(label, '_', ' ');
  std::ranges::replace(label, '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] -= 'a' - 'A';
  return label;
}

/// A column of the rows as it is printed.
struct Shown {
  std::size_t index;
  sheaf::Column head;
};

Shown shown(const DataTable& rows, std::size_t index) {
  const auto& [name, type] = rows.columns[index];
  return {index, {readable(name.view()), is_number(type) ? Align::End : Align::Start}};
}

std::string names_of(const DataTable& rows) {
  std::string names;
  for (const auto& column : rows.columns) {
    names += names.empty() ? "" : ", ";
    names += column.name.view();
  }
  return names;
}

bool is_same(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, small, small);
}

/// Whether two letters beside each other, from `at` on, have changed places.
bool is_swapped(std::string_view a, std::string_view b, std::size_t at) {
  if (a.size() != b.size() || at + 1 >= a.size()) return false;
  std::string other(b);
  std::swap(other[at], other[at + 1]);
  return is_same(a, other);
}

/// Whether capitals, or one letter that is wrong, too many, missing or misplaced, tell the names
/// apart.
bool is_near(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() < b.size() ? b : a, other = a.size() < b.size() ? a : b;
  if (is_same(longer, other)) return true;
  if (longer.size() < 4 || longer.size() - other.size() > 1) return false;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    const std::size_t same = at + (longer.size() == other.size() ? 1 : 0);
    const bool is_same_before = is_same(longer.substr(0, at), other.substr(0, at));
    if (is_same_before && is_same(longer.substr(at + 1), other.substr(same))) return true;
    if (is_swapped(longer, other, at)) return true;
  }
  return false;
}

/// "did you mean `Paid`?", of the only column that is named so but for a slip, or nothing.
std::string near_name(const DataTable& rows, std::string_view typed) {
  std::string near;
  for (const auto& column : rows.columns) {
    const std::string_view name = column.name.view();
    if (!is_near(name, typed)) continue;
    if (!near.empty()) return {};
    near = "did you mean `" + std::string(name) + "`?";
  }
  return near;
}

/// Nothing: there is no such column, which was said.
std::optional<Shown> chosen(const DataTable& rows, const Column& wish, sheaf::Section& out) {
  const auto found = std::ranges::find(rows.columns, wish.column, &sheaf::DataColumn::name);
  if (found == rows.columns.end()) {
    const std::string near = near_name(rows, wish.column.view());
    out.error(wish.column, "The rows have no column `" + std::string(wish.column.view()) + "`; " +
                               (near.empty() ? "their columns are " + names_of(rows) : near));
    return {};
  }
  Shown made = shown(rows, static_cast<std::size_t>(found - rows.columns.begin()));
  if (wish.label) made.head.heading = *wish.label;
  if (wish.align) made.head.align = *wish.align;
  return made;
}

/// Nothing when one is missing: a table without it would lead to further findings.
std::vector<Shown> columns_of(const Parameters& given, sheaf::Section& out) {
  std::vector<Shown> columns;
  for (const Column& wish : given.columns) {
    if (auto one = chosen(given.rows, wish, out)) columns.push_back(std::move(*one));
  }
  if (columns.size() < given.columns.size()) return {};
  if (!given.columns.empty()) return columns;
  for (std::size_t i = 0; i < given.rows.columns.size(); ++i) {
    columns.push_back(shown(given.rows, i));
  }
  return columns;
}

void write_table(const Parameters& given, const std::vector<Shown>& columns, sheaf::Section& out) {
  std::vector<sheaf::Column> heads;
  for (const Shown& column : columns) heads.push_back(column.head);
  auto table = out.table(given.caption, heads, {.row_headers = given.row_headers});
  for (const auto& row : given.rows.rows) {
    std::vector<sheaf::Cell> cells;
    for (const Shown& column : columns) cells.emplace_back(row[column.index]);
    table.row(cells);
  }
}

void render(const Parameters& given, sheaf::Section& out) {
  out.place(given.introduction);
  // JSON without rows has no columns.
  const bool has_any = !given.rows.columns.empty() || !given.rows.rows.empty();
  const auto columns = has_any ? columns_of(given, out) : std::vector<Shown>();
  if (given.rows.rows.empty()) {
    out.paragraph(given.empty);
  } else if (given.columns.empty() || !columns.empty()) {
    write_table(given, columns, out);
  }
  out.place(given.after);
}

}  // namespace

SHEAF_SECTION(Parameters, render,
              {.id = "data-table",
               .version = "1.0.0",
               .title = "Table of data",
               .description = "Rows of a file or a query, or typed in place, as a table",
               .blocks = {"paragraph/1", "table/1"}})
