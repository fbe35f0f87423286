#include "data/sql_slips.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <vector>

#include "data/columns.hpp"
#include "data/sql_columns.hpp"
#include "data/sql_tokens.hpp"

namespace sheaf::data {
namespace {

using Kind = Token::Kind;
using Tokens = std::vector<Token>;

constexpr std::array<std::string_view, 12> kAggregates{"sum",
                                                       "total",
                                                       "avg",
                                                       "count",
                                                       "min",
                                                       "max",
                                                       "group_concat",
                                                       "string_agg",
                                                       "json_group_array",
                                                       "json_group_object",
                                                       "jsonb_group_array",
                                                       "jsonb_group_object"};

using IsColumn = std::function<bool(std::string_view)>;

/// What a column of a select is made of.
struct Made {
  bool adds_up = false, finds_extreme = false;
  std::string bare = {};  // the first column outside of these
};

/// One past the bracket that closes the one at `open`.
std::size_t end_of_bracket(const Tokens& tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    if (tokens[at].is_sign("(")) ++depth;
    if (tokens[at].is_sign(")") && --depth == 0) return at + 1;
  }
  return tokens.size();
}

/// One past the aggregate whose bracket is at `open`, and what it is filtered by.
std::size_t end_of_aggregate(const Tokens& tokens, std::size_t open) {
  const std::size_t end = end_of_bracket(tokens, open);
  const bool is_filtered =
      end + 1 < tokens.size() && tokens[end].is_word("filter") && tokens[end + 1].is_sign("(");
  return is_filtered ? end_of_bracket(tokens, end + 1) : end;
}

/// Not the new name that a column is given: `cost as paid`, `sum(cost) paid`.
bool can_be_column(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 12> kBefore{"distinct", "case", "when", "then",
                                                     "else",     "and",  "or",   "not",
                                                     "between",  "like", "in",   "is"};
  if (!tokens[at].is_name()) return false;
  if (at == 0) return true;
  const Token& before = tokens[at - 1];
  if (before.kind == Kind::Sign) return before.text != ")" && before.text != ":";
  return is_one_of(before, kBefore);
}

Made made_of(std::string_view column, const IsColumn& is_column) {
  const Tokens tokens = tokens_of(column);
  Made made;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_call = at + 1 < tokens.size() && tokens[at + 1].is_sign("(");
    if (is_call && is_one_of(tokens[at], kAggregates)) {
      const bool extreme = tokens[at].text == "min" || tokens[at].text == "max";
      (extreme ? made.finds_extreme : made.adds_up) = true;
      at = end_of_aggregate(tokens, at + 1) - 1;
    } else if (!is_call && can_be_column(tokens, at) && made.bare.empty() &&
               is_column(tokens[at].text)) {
      made.bare = tokens[at].text;
    }
  }
  const bool is_all = !tokens.empty() && tokens.back().is_sign("*") &&
                      (tokens.size() == 1 || tokens[tokens.size() - 2].is_sign("."));
  if (is_all) made.bare = "*";
  return made;
}

/// Nothing where it is sound.
std::optional<SqlProblem> find_group_slip_in(const std::vector<std::string>& select,
                                             const IsColumn& is_column) {
  Made all;
  for (const std::string& column : select) {
    const Made made = made_of(column, is_column);
    all.adds_up = all.adds_up || made.adds_up;
    all.finds_extreme = all.finds_extreme || made.finds_extreme;
    if (all.bare.empty()) all.bare = made.bare;
  }
  if (!all.adds_up || all.finds_extreme || all.bare.empty()) return {};
  return SqlProblem{"sql-group-by",
                    fmt::format("This query puts `{}`, of any one row, beside a sum or a count of "
                                "all rows",
                                all.bare),
                    all.bare == "*" ? std::string("Name the columns, and end it with `group by`")
                                    : fmt::format("End it with `group by {0}` for one row of each "
                                                  "`{0}`, or leave `{0}` out",
                                                  all.bare)};
}

/// `'North'`, `12`, `:area`
bool is_constant(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return false;
  return tokens[at].kind == Kind::Text || tokens[at].kind == Kind::Number ||
         tokens[at].is_sign(":");
}

/// In small letters, the columns of which `where` lets one value pass: `where area = 'North'`.
std::set<std::string> held_columns(const Tokens& tokens) {
  std::set<std::string> held;
  bool is_condition = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    is_condition = is_condition || tokens[at].is_word("where");
    if (tokens[at].is_word("or")) return {};
    if (at > 0 && tokens[at - 1].is_word("not")) continue;
    if (is_condition && tokens[at].is_name() && at + 1 < tokens.size() &&
        tokens[at + 1].is_sign("=") && is_constant(tokens, at + 2))
      held.insert(in_small_letters(tokens[at].text));
  }
  return held;
}

}  // namespace

std::optional<SqlProblem> find_group_slip(std::string_view sql, const TypeOfName& type_of) {
  const Tokens tokens = tokens_of(sql);
  for (const Token& token : tokens) {
    if (token.is_word("group") || token.is_word("over")) return {};
  }
  const auto held = held_columns(tokens);
  const auto is_column = [&](std::string_view name) {
    return type_of(name) && !held.contains(in_small_letters(name));
  };
  for (const auto& select : selected_columns(sql)) {
    if (auto found = find_group_slip_in(select, is_column)) return found;
  }
  return {};
}

}  // namespace sheaf::data
