#include <fmt/format.h>

#include <algorithm>

#include "lint/checks.hpp"

namespace sheaf::lint {
namespace {

using model::Element;
using model::ElementKind;
using model::LintRule;
using model::StructureId;

constexpr std::size_t kMostColumns = 7;

/// The rows of its body.
std::vector<StructureId> rows_of(const Element& table, const model::Document& document) {
  std::vector<StructureId> rows;
  for (const StructureId part : table.children) {
    if (document[part].kind != ElementKind::TableBody) continue;
    rows.insert(rows.end(), document[part].children.begin(), document[part].children.end());
  }
  return rows;
}

/// The last run of the first cell's text.
std::string_view end_of_label(StructureId row, const model::Document& document) {
  const Element* at = &document[row];
  while (!at->children.empty() && !holds_text(at->kind)) at = &document[at->children.front()];
  return at->runs.empty() ? std::string_view() : at->runs.back().text;
}

/// The texts of a row that are not empty.
std::vector<const TextBlock*> texts_of(StructureId row, const View& view) {
  std::vector<const TextBlock*> texts;
  for (const TextBlock& block : view.blocks) {
    if (!block.in_table) continue;
    StructureId up = block.id;
    while (up != StructureId::None && up != row) up = view.document[up].parent;
    if (up == row) texts.push_back(&block);
  }
  return texts;
}

/// A list that happens to have one entry this month is a table all the same. Cells of a file have
/// places in it; those of a query, or that a plugin has reckoned, have one place together.
bool is_of_data(StructureId row, const View& view, const Findings& findings) {
  const auto texts = texts_of(row, view);
  const auto place_of = [&](const TextBlock* text) { return findings.place(*text, 0, 0); };
  const auto is_beside_first = [&](const TextBlock* text) {
    return place_of(text) == place_of(texts[0]);
  };
  return std::ranges::any_of(texts, [&](auto* text) { return findings.is_data_cell(*text); }) ||
         (texts.size() > 1 && std::ranges::all_of(texts, is_beside_first));
}

}  // namespace

void check_table_one_row(const View& view, Findings& findings) {
  for_each(view, ElementKind::Table, [&](const Element& table, StructureId id) {
    const std::vector<StructureId> rows = rows_of(table, view.document);
    if (rows.size() != 1 || is_of_data(rows[0], view, findings)) return;
    findings.about(LintRule::TableOneRow, id, "This table has one row");
  });
}

void check_table_layout(const View& view, Findings& findings) {
  for_each(view, ElementKind::Table, [&](const Element& table, StructureId id) {
    const std::vector<StructureId> rows = rows_of(table, view.document);
    const auto is_labelled = [&](StructureId row) {
      return end_of_label(row, view.document).ends_with(':');
    };
    if (table.columns.size() != 2 || rows.empty() || !std::ranges::all_of(rows, is_labelled))
      return;
    findings.about(LintRule::TableLayout, id, "This table has labels and values, so it is facts");
  });
}

void check_table_caption(const View& view, Findings& findings) {
  for_each(view, ElementKind::Table, [&](const Element& table, StructureId id) {
    const auto is_caption = [&](StructureId child) {
      return view.document[child].kind == ElementKind::Caption;
    };
    if (std::ranges::any_of(table.children, is_caption)) return;
    findings.about(LintRule::TableCaption, id, "This table has no caption");
  });
}

void check_table_one_column(const View& view, Findings& findings) {
  for_each(view, ElementKind::Table, [&](const Element& table, StructureId id) {
    if (table.columns.size() != 1) return;
    findings.about(LintRule::TableOneColumn, id, "This table has one column, so it is a list");
  });
}

void check_table_wide(const View& view, Findings& findings) {
  for_each(view, ElementKind::Table, [&](const Element& table, StructureId id) {
    if (table.columns.size() <= kMostColumns) return;
    findings.about(LintRule::TableWide, id,
                   fmt::format("This table has {} columns, more than people can follow",
                               table.columns.size()));
  });
}

}  // namespace sheaf::lint
