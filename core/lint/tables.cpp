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

}  // namespace

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
