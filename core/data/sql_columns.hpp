#pragma once
// What the columns of a query are made of, as far as its text tells.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf::data {

/// What stands between `select` and `from`, column by column, of each select that a query puts
/// together with `union` and the like. None for a query that has a select inside another, where a
/// name may be anything.
std::vector<std::vector<std::string>> selected_columns(std::string_view sql);

/// Whether a column is made of columns of one kind, only by what keeps that kind: sum, total, min,
/// max, avg, round, plus, minus, abs and coalesce. `is_kind` is asked for each name in it.
bool keeps_kind(std::string_view column, const std::function<bool(std::string_view)>& is_kind);

}  // namespace sheaf::data
