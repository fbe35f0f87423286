#include "data/sql_slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "data/columns.hpp"
#include "data/decimal.hpp"
#include "data/sql_columns.hpp"
#include "data/sql_tokens.hpp"
#include "model/foreign_date.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

using Kind = Token::Kind;
using Tokens = std::vector<Token>;

template <std::size_t size>
bool is_one_of(const Token& token, const std::array<std::string_view, size>& words) {
  return token.kind == Kind::Word && std::ranges::find(words, token.text) != words.end();
}

/// How a constant is held against what stands before it.
enum class Comparison { None, Equal, Order, Like };

/// A comparison that ends before the constant `at`, and where its left side ends.
struct Compared {
  Comparison how = Comparison::None;
  std::size_t left = 0;  // one past the left side
};

bool is_comparing_sign(const Token& token) {
  return token.kind == Kind::Sign && std::string_view("=<>!").find(token.text) != std::string::npos;
}

Compared by_signs(const Tokens& tokens, std::size_t at) {
  std::size_t left = at;
  bool is_order = false, is_equal = false;
  for (; left > 0 && is_comparing_sign(tokens[left - 1]); --left) {
    is_order = is_order || tokens[left - 1].text == "<" || tokens[left - 1].text == ">";
    is_equal = is_equal || tokens[left - 1].text == "=" || tokens[left - 1].text == "!";
  }
  if (left == at) return {};
  const bool differs = at - left == 2 && tokens[left].text == "<" && tokens[left + 1].text == ">";
  return {is_order && !differs ? Comparison::Order : Comparison::Equal, left};
}

/// `x in ('a', 'b')`
Compared by_list(const Tokens& tokens, std::size_t at) {
  constexpr int kMostItems = 100;  // that are looked past, of each
  for (int items = 0; items < kMostItems && at > 1 && tokens[at - 1].is_sign(",") &&
                      tokens[at - 2].kind == Kind::Text;
       ++items)
    at -= 2;
  if (at < 2 || !tokens[at - 1].is_sign("(") || !tokens[at - 2].is_word("in")) return {};
  return {Comparison::Equal, at - 2};
}

/// `x between 'a' and 'b'`
Compared by_range(const Tokens& tokens, std::size_t at) {
  if (at > 2 && tokens[at - 1].is_word("and") && tokens[at - 2].kind == Kind::Text) at -= 2;
  if (at < 1 || !tokens[at - 1].is_word("between")) return {};
  return {Comparison::Order, at - 1};
}

Compared by_pattern(const Tokens& tokens, std::size_t at) {
  if (at < 1 || !tokens[at - 1].is_word("like")) return {};
  return {Comparison::Like, at - 1};
}

Compared compared_with(const Tokens& tokens, std::size_t at) {
  for (const auto& by : {by_signs, by_list, by_range, by_pattern}) {
    Compared found = by(tokens, at);
    if (found.how == Comparison::None) continue;
    if (found.left > 0 && tokens[found.left - 1].is_word("not")) --found.left;
    return found;
  }
  return {};
}

/// The name of the column that ends before `end`, also inside min() and max(); else nothing.
const Token* column_before(const Tokens& tokens, std::size_t end) {
  constexpr std::array<std::string_view, 2> kExtremes{"min", "max"};
  if (end > 0 && tokens[end - 1].is_name()) {
    const bool is_operand =
        end > 1 && tokens[end - 2].kind == Kind::Sign &&
        std::string_view("+-*/|%:").find(tokens[end - 2].text) != std::string_view::npos;
    return is_operand ? nullptr : &tokens[end - 1];
  }
  const bool is_call = end > 3 && tokens[end - 1].is_sign(")") && tokens[end - 2].is_name() &&
                       tokens[end - 3].is_sign("(") && is_one_of(tokens[end - 4], kExtremes);
  return is_call ? &tokens[end - 2] : nullptr;
}

SqlProblem slip(const Token& token, std::string message, std::string help) {
  return {"sql-comparison", std::move(message), std::move(help), static_cast<int>(token.begin)};
}

bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Code || type == ColumnType::Decimal ||
         type == ColumnType::Money;
}

bool is_date(ColumnType type) { return type == ColumnType::Date || type == ColumnType::Month; }

/// Whether a text can be held against the dates of a column as it is.
bool suits_dates(const std::string& text, Comparison how, ColumnType type) {
  if (text.empty()) return true;
  if (how == Comparison::Like) return text.find('/') == text.npos;
  const auto date = model::parse_partial_date(text);
  if (!date) return false;
  return how == Comparison::Order ||
         (type == ColumnType::Date ? date->is_day() : date->month != 0 && !date->is_day());
}

std::string help_for_date(const Token& constant, const Token& column, ColumnType type) {
  const auto date = model::parse_foreign_date(constant.text);
  if (date && type == ColumnType::Date && date->date.is_day())
    return fmt::format("Write '{}', the year first", to_iso(date->date));
  if (type == ColumnType::Month) return "Write a month as '2020-11'";
  return fmt::format("Write a day as '2020-11-25', or {} like '2020-11-%' for a month",
                     column.text);
}

/// Of a text in quotes.
std::optional<SqlProblem> find_text_slip(const Tokens& tokens, std::size_t at,
                                         const TypeOfName& type_of) {
  const Token& constant = tokens[at];
  const auto [how, left] = compared_with(tokens, at);
  const Token* column = how == Comparison::None ? nullptr : column_before(tokens, left);
  const auto type = column ? type_of(column->text) : std::nullopt;
  if (!type) return {};
  if (is_date(*type) && !suits_dates(constant.text, how, *type)) {
    return slip(constant,
                fmt::format("`{}` holds {}s, and '{}' is none in the form of queries", column->text,
                            name_of(*type), constant.text),
                help_for_date(constant, *column, *type));
  }
  const bool is_text = !constant.text.empty() && !to_decimal(constant.text);
  if (!is_number(*type) || how == Comparison::Like || !is_text) return {};
  return slip(constant,
              fmt::format("`{}` holds numbers, and '{}' is text", column->text, constant.text),
              "Write the number alone, without quotes, pound sign and commas, such as 1250");
}

/// ':values_start'
bool is_quoted_value(const std::string& text) {
  return text.size() > 1 && text[0] == ':' && std::ranges::all_of(text.substr(1), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

/// 2020-10-05 or 05/10/2020 without quotes is arithmetic.
std::optional<std::string> bare_date(const Tokens& tokens, std::size_t at) {
  if (at + 4 >= tokens.size()) return {};
  std::string text = tokens[at].text;
  for (std::size_t i = at; i < at + 4; ++i) {
    const bool is_sign = (i - at) % 2 == 0;  // the next
    const Token& next = tokens[i + 1];
    if (next.begin != tokens[i].end ||
        (is_sign ? !next.is_sign(tokens[at + 1].text) : next.kind != Kind::Number))
      return {};
    text += next.text;
  }
  const bool is_date = tokens[at].kind == Kind::Number &&
                       std::string_view("-/").find(tokens[at + 1].text) != std::string_view::npos;
  const auto date = is_date ? model::parse_foreign_date(text) : std::nullopt;
  return date && date->date.is_day() ? std::optional(to_iso(date->date)) : std::nullopt;
}

constexpr std::array<std::string_view, 7> kAggregates{"sum", "total", "avg",         "count",
                                                      "min", "max",   "group_concat"};

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

Made made_of(std::string_view column, const TypeOfName& type_of) {
  const Tokens tokens = tokens_of(column);
  Made made;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_call = at + 1 < tokens.size() && tokens[at + 1].is_sign("(");
    if (is_call && is_one_of(tokens[at], kAggregates)) {
      const bool extreme = tokens[at].text == "min" || tokens[at].text == "max";
      (extreme ? made.finds_extreme : made.adds_up) = true;
      at = end_of_bracket(tokens, at + 1) - 1;
    } else if (!is_call && can_be_column(tokens, at) && made.bare.empty() &&
               type_of(tokens[at].text)) {
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
                                             const TypeOfName& type_of) {
  Made all;
  for (const std::string& column : select) {
    const Made made = made_of(column, type_of);
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

}  // namespace

std::optional<SqlProblem> find_comparison_slip(std::string_view sql, const TypeOfName& type_of) {
  const Tokens tokens = tokens_of(sql);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.is_word("null") && by_signs(tokens, at).how != Comparison::None)
      return slip(token, "Nothing is equal to null, or unequal, so this never holds",
                  "Write `is null` or `is not null`");
    if (const auto date = bare_date(tokens, at))
      return slip(token, "A date without quotes is reckoned: it is taken for numbers",
                  fmt::format("Put the date in quotes: '{}'", *date));
    if (token.kind != Kind::Text) continue;
    if (is_quoted_value(token.text))
      return slip(token, fmt::format("'{}' is text, and no value of the layout", token.text),
                  fmt::format("Take the quotes away: {}", token.text));
    if (auto found = find_text_slip(tokens, at, type_of)) return found;
  }
  return {};
}

std::optional<SqlProblem> find_group_slip(std::string_view sql, const TypeOfName& type_of) {
  for (const Token& token : tokens_of(sql)) {
    if (token.is_word("group") || token.is_word("over")) return {};
  }
  for (const auto& select : selected_columns(sql)) {
    if (auto found = find_group_slip_in(select, type_of)) return found;
  }
  return {};
}

}  // namespace sheaf::data
