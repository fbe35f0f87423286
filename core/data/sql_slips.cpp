#include "data/sql_slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <vector>

#include "data/columns.hpp"
#include "data/sql_columns.hpp"
#include "data/sql_tokens.hpp"
#include "model/foreign_date.hpp"
#include "model/literal.hpp"

namespace sheaf::data {
namespace {

using Kind = Token::Kind;
using Tokens = std::vector<Token>;

/// What is known of the names in a query.
struct Known {
  std::set<std::string> given;  // that the query gives, in small letters
  const TypeOfName& type_of;
  const IsValue& is_value;

  std::optional<ColumnType> type(const Token& column) const {
    return given.contains(in_small_letters(column.text)) ? std::nullopt : type_of(column.text);
  }
};

/// How a constant is held against what stands before it.
enum class Comparison { None, Equal, Order, Like };

/// A comparison that ends before a constant, and where its left side ends.
struct Before {
  Comparison how = Comparison::None;
  std::size_t left = 0;   // one past the left side
  bool is_upper = false;  // the constant is the last that passes
};

bool is_sign_of(const Tokens& tokens, std::size_t at, std::string_view signs) {
  return at < tokens.size() && tokens[at].kind == Kind::Sign &&
         signs.find(tokens[at].text) != std::string_view::npos;
}

constexpr std::string_view kComparing = "=<>!";
constexpr std::string_view kOperators = "+-*/|%.";

Comparison of_signs(std::string_view signs) {
  constexpr std::array<std::string_view, 4> kOrders{"<", "<=", ">", ">="};
  if (signs.empty()) return Comparison::None;
  const bool is_order = std::ranges::find(kOrders, signs) != kOrders.end();
  return is_order ? Comparison::Order : Comparison::Equal;
}

Before by_signs(const Tokens& tokens, std::size_t at) {
  std::string signs;
  for (; at > 0 && is_sign_of(tokens, at - 1, kComparing); --at)
    signs.insert(0, tokens[at - 1].text);
  return {of_signs(signs), at, signs == "<="};
}

bool is_constant(const Token& token) {
  return token.kind == Kind::Text || token.kind == Kind::Number;
}

/// `x in ('a', 'b')`
Before by_list(const Tokens& tokens, std::size_t at) {
  constexpr int kMostItems = 100;  // of a list, that stand before the constant
  for (int items = 0;
       items < kMostItems && at > 1 && tokens[at - 1].is_sign(",") && is_constant(tokens[at - 2]);
       ++items)
    at -= 2;
  if (at < 2 || !tokens[at - 1].is_sign("(") || !tokens[at - 2].is_word("in")) return {};
  return {Comparison::Equal, at - 2};
}

/// `x between 'a' and 'b'`, `x between :a and 'b'`
Before by_range(const Tokens& tokens, std::size_t at) {
  const bool is_upper = at > 2 && tokens[at - 1].is_word("and");
  if (is_upper) at -= tokens[at - 3].is_sign(":") ? 3 : 2;
  if (at < 1 || !tokens[at - 1].is_word("between")) return {};
  return {Comparison::Order, at - 1, is_upper};
}

Before by_pattern(const Tokens& tokens, std::size_t at) {
  if (at < 1 || !tokens[at - 1].is_word("like")) return {};
  return {Comparison::Like, at - 1};
}

Before compared_before(const Tokens& tokens, std::size_t at) {
  for (const auto& by : {by_signs, by_list, by_range, by_pattern}) {
    Before found = by(tokens, at);
    if (found.how == Comparison::None) continue;
    if (found.left > 0 && tokens[found.left - 1].is_word("not")) --found.left;
    return found;
  }
  return {};
}

/// The name of the column that ends before `end`, also inside min() and max(); nothing where it is
/// but a part of what is compared.
const Token* column_before(const Tokens& tokens, std::size_t end) {
  constexpr std::array<std::string_view, 2> kExtremes{"min", "max"};
  if (end == 0) return nullptr;
  const bool is_call = end > 3 && tokens[end - 1].is_sign(")") && tokens[end - 2].is_name() &&
                       tokens[end - 3].is_sign("(") && is_one_of(tokens[end - 4], kExtremes);
  const Token& column = tokens[is_call ? end - 2 : end - 1];
  std::size_t begin = is_call ? end - 4 : end - 1;
  while (begin > 1 && tokens[begin - 1].is_sign(".") && tokens[begin - 2].is_name()) begin -= 2;
  const bool is_operand =
      begin > 0 && (is_sign_of(tokens, begin - 1, kOperators) || tokens[begin - 1].is_sign(":"));
  return column.is_name() && !is_operand ? &column : nullptr;
}

/// The name of the column that begins at `at`, and is all that is compared.
const Token* column_after(const Tokens& tokens, std::size_t at) {
  while (at + 2 < tokens.size() && tokens[at].is_name() && tokens[at + 1].is_sign(".")) at += 2;
  if (at >= tokens.size() || !tokens[at].is_name()) return nullptr;
  const bool goes_on = is_sign_of(tokens, at + 1, kOperators) || is_sign_of(tokens, at + 1, "(");
  return goes_on ? nullptr : &tokens[at];
}

/// What a constant is compared with.
struct Compared {
  Comparison how = Comparison::None;
  const Token* column = nullptr;  // null: something else
  bool is_upper = false;          // the constant is the last that passes
};

/// `'2020-11-01' < x`
Compared compared_after(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 9> kBefore{"where", "and",  "or", "not",   "when",
                                                    "then",  "else", "on", "having"};
  const bool begins = at > 0 && (tokens[at - 1].is_sign("(") || is_one_of(tokens[at - 1], kBefore));
  if (!begins) return {};
  std::string signs;
  for (++at; is_sign_of(tokens, at, kComparing); ++at) signs += tokens[at].text;
  return {of_signs(signs), column_after(tokens, at), signs == ">="};
}

Compared compared_with(const Tokens& tokens, std::size_t at) {
  if (is_sign_of(tokens, at + 1, kOperators)) return {};  // a part of what is compared
  const Before before = compared_before(tokens, at);
  if (before.how == Comparison::None) return compared_after(tokens, at);
  return {before.how, column_before(tokens, before.left), before.is_upper};
}

SqlProblem slip(const Token& token, std::string message, std::string help) {
  return {"sql-comparison", std::move(message), std::move(help), static_cast<int>(token.begin)};
}

bool is_number(ColumnType type) {
  return type == ColumnType::Whole || type == ColumnType::Code || type == ColumnType::Decimal ||
         type == ColumnType::Money;
}

bool is_date(ColumnType type) { return type == ColumnType::Date || type == ColumnType::Month; }

/// Whether a date is as fine as those of a column.
bool is_as_fine(const model::PartialDate& date, ColumnType type) {
  return type == ColumnType::Date ? date.is_day() : date.month != 0;
}

/// 2020-10-5, 2020-9
bool lacks_zero(const std::string& text) {
  const auto hyphens = std::ranges::count(text, '-');
  return text.find_first_not_of("0123456789-") == text.npos && text.find('-') == 4 &&
         ((hyphens == 1 && text.size() == 6) ||
          (hyphens == 2 && (text.size() == 8 || text.size() == 9)));
}

/// 2020-11-30, also with a time; and 2020-11-31, which orders as it is meant to.
bool begins_with_day(std::string_view text) {
  if (text.size() < 10 || text[7] != '-' || !model::parse_partial_date(text.substr(0, 7)))
    return false;
  const std::string_view day = text.substr(8, 2);
  const bool is_day = day[1] >= '0' && day[1] <= '9' && day >= "01" && day <= "31";
  return is_day && (text.size() == 10 || text[10] == ' ' || text[10] == 'T');
}

/// A date, but in another form than queries have.
bool is_foreign_date(const std::string& text) {
  const std::string plain = model::with_plain_signs(text);
  if (plain != text && model::parse_partial_date(plain)) return true;
  return model::parse_foreign_date(plain) || lacks_zero(plain) ||
         (plain.find_first_of("/ ") != plain.npos && model::why_impossible(plain));
}

/// Whether a text can be held against the dates of a column as it is. Words can: they find what is
/// no date, where there is any.
bool suits_dates(const std::string& text, Comparison how, ColumnType type) {
  if (how == Comparison::Like)
    return text.find('/') == text.npos || text.find_first_of("0123456789") == text.npos;
  if (const auto date = model::parse_partial_date(text)) {
    const bool is_too_fine = type == ColumnType::Month && date->is_day();
    return how == Comparison::Order || (is_as_fine(*date, type) && !is_too_fine);
  }
  if (begins_with_day(text)) return how == Comparison::Order;
  return !is_foreign_date(text);
}

std::string help_for_date(const Token& constant, const Token& column, ColumnType type) {
  const auto date = model::parse_foreign_date(model::with_plain_signs(constant.text));
  if (date && type == ColumnType::Date && date->date.is_day())
    return fmt::format(
        "Write '{}'{}", to_iso(date->date),
        constant.text.starts_with(std::to_string(date->date.year)) ? "" : ", the year first");
  if (type == ColumnType::Month) return "Write a month as '2020-11'";
  return fmt::format("Write a day as '2020-11-25', or {} like '2020-11-%' for a month",
                     column.text);
}

/// As it was typed.
std::string shown(const Token& constant) {
  return constant.kind == Kind::Text ? fmt::format("'{}'", constant.text) : constant.text;
}

/// The last day of a month or a year, or its last month.
std::string last_of(const model::PartialDate& date, ColumnType type) {
  const int month = date.month ? date.month : 12;
  if (type == ColumnType::Month) return model::to_iso({date.year, month, 0});
  const std::chrono::year_month_day_last last{
      std::chrono::year(date.year),
      std::chrono::month_day_last{std::chrono::month(static_cast<unsigned>(month))}};
  return model::to_iso({date.year, month, static_cast<int>(static_cast<unsigned>(last.day()))});
}

/// Of a constant that is compared with a column of dates.
std::optional<SqlProblem> find_date_slip(const Token& constant, const Compared& compared,
                                         ColumnType type) {
  const std::string& column = compared.column->text;
  const auto date = model::parse_partial_date(constant.text);
  if (compared.is_upper && date && !is_as_fine(*date, type)) {
    return slip(constant,
                fmt::format("`{}` up to {} leaves out every {} of {}", column, shown(constant),
                            type == ColumnType::Month ? "month" : "day", constant.text),
                fmt::format("Write '{}', the last", last_of(*date, type)));
  }
  if (suits_dates(constant.text, compared.how, type)) return {};
  return slip(constant,
              fmt::format("`{}` holds {}s, and {} is none in the form of queries", column,
                          name_of(type), shown(constant)),
              help_for_date(constant, *compared.column, type));
}

/// £100, 1,250
bool is_written_amount(std::string text) {
  constexpr std::string_view kPound = "£";
  const auto pound = text.find(kPound);
  if (pound == text.npos && text.find(',') == text.npos) return false;
  if (pound != text.npos) text.erase(pound, kPound.size());
  return model::parse_decimal(text).has_value();
}

/// Of a text in quotes, or a number.
std::optional<SqlProblem> find_constant_slip(const Token& constant, const Compared& compared,
                                             const Known& known) {
  const auto type = compared.column ? known.type(*compared.column) : std::nullopt;
  if (!type) return {};
  if (is_date(*type)) return find_date_slip(constant, compared, *type);
  const bool is_slip = is_number(*type) && compared.how != Comparison::Like &&
                       constant.kind == Kind::Text && is_written_amount(constant.text);
  if (!is_slip) return {};
  return slip(
      constant,
      fmt::format("`{}` holds numbers, and '{}' is text", compared.column->text, constant.text),
      "Write the number alone, without quotes, pound sign and commas, such as 1250");
}

/// ':values_start'
bool is_quoted_value(const Token& constant, const Compared& compared, const Known& known) {
  const std::string_view text = constant.text;
  return constant.kind == Kind::Text && compared.how != Comparison::None && text.size() > 1 &&
         text[0] == ':' && text[1] >= 'a' && text[1] <= 'z' && known.is_value(text.substr(1));
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

std::optional<SqlProblem> find_slip(const Tokens& tokens, std::size_t at, const Known& known) {
  const Token& token = tokens[at];
  if (token.is_word("null") && by_signs(tokens, at).how != Comparison::None)
    return slip(token, "Nothing is equal to null, or unequal, so this never holds",
                "Write `is null` or `is not null`");
  if (const auto date = bare_date(tokens, at))
    return slip(token, "A date without quotes is reckoned: it is taken for numbers",
                fmt::format("Put the date in quotes: '{}'", *date));
  if (!is_constant(token)) return {};
  const Compared compared = compared_with(tokens, at);
  if (is_quoted_value(token, compared, known))
    return slip(token, fmt::format("'{}' is text, and no value of the layout", token.text),
                fmt::format("Take the quotes away: {}", token.text));
  return find_constant_slip(token, compared, known);
}

}  // namespace

std::optional<SqlProblem> find_comparison_slip(std::string_view sql, const TypeOfName& type_of,
                                               const IsValue& is_value) {
  const Tokens tokens = tokens_of(sql);
  const Known known{names_given(sql), type_of, is_value};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (auto found = find_slip(tokens, at, known)) return found;
  }
  return {};
}

}  // namespace sheaf::data
