#pragma once
// What SQLite takes in a query without a word, and nobody can have meant.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "data/sql_words.hpp"

namespace sheaf::data {

/// The type of the columns of a name that the query reads; nothing where there is none, or there
/// are several types.
using TypeOfName = std::function<std::optional<ColumnType>(std::string_view)>;

/// Whether the layout has a value `:name`.
using IsValue = std::function<bool(std::string_view)>;

/// The first comparison that never holds, or always: with a date or an amount in another form than
/// queries have, with null, with a `:name` in quotes; or that leaves out the month it ends with.
/// Nothing for other words, which may guard against what stands in the data now and then.
std::optional<SqlProblem> find_comparison_slip(std::string_view sql, const TypeOfName& type_of,
                                               const IsValue& is_value);

/// A column beside a sum or a count, without `group by`: SQLite takes it from any row. Beside min
/// or max it is of the row that they found, and queries with a select in another are not looked at.
/// To be warned of only: in a table of one row it is sound.
std::optional<SqlProblem> find_group_slip(std::string_view sql, const TypeOfName& type_of);

}  // namespace sheaf::data
