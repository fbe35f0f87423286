#pragma once
// What the columns of a query are made of, as far as its text tells.

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf::data {

/// What stands between `select` and `from`, column by column, of each select that a query puts
/// together with `union` and the like. None for a query that has a select inside another, where a
/// name may be anything.
std::vector<std::vector<std::string>> selected_columns(std::string_view sql);

/// The names that a query gives, in small letters: `… as due`, `sum(cost) cost`, `with t(due) as`.
/// What they name may be anything.
std::set<std::string> names_given(std::string_view sql);

/// What leaves a kind as it is: min, max and coalesce, or also sum, total, avg, round, plus, minus
/// and abs.
enum class Keeping { Extremes, Sums };

/// Whether a column is made of columns of one kind, only by what keeps that kind. `is_kind` is
/// asked for each name in it.
bool keeps_kind(std::string_view column, Keeping keeping,
                const std::function<bool(std::string_view)>& is_kind);

}  // namespace sheaf::data
