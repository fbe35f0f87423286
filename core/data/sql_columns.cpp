#include "data/sql_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "data/sql_tokens.hpp"

namespace sheaf::data {
namespace {

/// Takes the columns of one select after another.
class Columns {
 public:
  explicit Columns(std::string_view sql) : sql_(sql) {}

  std::vector<std::vector<std::string>> read() {
    for (auto token = next_token(sql_, 0); token; token = next_token(sql_, token->end)) {
      if (!take(*token)) return {};
    }
    end_column(sql_.size());
    return std::move(selects_);
  }

 private:
  /// False: a select inside another.
  bool take(const Token& token) {
    if (token.is_sign("(")) ++depth_;
    if (token.is_sign(")")) --depth_;
    const bool is_keyword = token.kind == Token::Kind::Word;
    if (is_keyword && token.text == "select" && depth_ > 0) return false;
    if (depth_ > 0) return true;
    if (is_keyword && token.text == "select") {
      selects_.emplace_back();
      begin_ = token.end;
    } else if (is_keyword && begin_ && (token.text == "distinct" || token.text == "all")) {
      begin_ = token.end;
    } else if (begin_ && token.is_sign(",")) {
      end_column(token.begin);
      begin_ = token.end;
    } else if (is_keyword && (token.text == "from" || token.text == "union")) {
      end_column(token.begin);
    }
    return true;
  }

  void end_column(std::size_t end) {
    if (begin_) selects_.back().emplace_back(sql_.substr(*begin_, end - *begin_));
    begin_.reset();
  }

  std::string_view sql_;
  std::vector<std::vector<std::string>> selects_;
  std::optional<std::size_t> begin_;  // of the column at hand
  int depth_ = 0;                     // brackets
};

bool keeps(std::string_view function, Keeping keeping) {
  constexpr std::array<std::string_view, 4> kExtremes{"min", "max", "coalesce", "ifnull"};
  constexpr std::array<std::string_view, 7> kSums{"sum",  "total", "avg", "round",
                                                  "plus", "minus", "abs"};
  return std::ranges::find(kExtremes, function) != kExtremes.end() ||
         (keeping == Keeping::Sums && std::ranges::find(kSums, function) != kSums.end());
}

/// The names in the bracket that ends at `at`: `t(due, cost)`.
void add_names_of_list(const std::vector<Token>& tokens, std::size_t at,
                       std::set<std::string>& names) {
  while (at > 1 && tokens[at - 1].is_name() &&
         (tokens[at - 2].is_sign(",") || tokens[at - 2].is_sign("("))) {
    names.insert(in_small_letters(tokens[at - 1].text));
    at -= 2;
  }
}

}  // namespace

std::set<std::string> names_given(std::string_view sql) {
  constexpr std::array<std::string_view, 2> kHints{"materialized", "not"};
  const std::vector<Token> tokens = tokens_of(sql);
  std::set<std::string> names;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    const Token& before = tokens[at - 1];
    const bool is_given = before.is_word("as") || before.is_word("end") || before.is_sign(")") ||
                          before.kind == Token::Kind::Text;
    if (is_given && tokens[at].is_name()) names.insert(in_small_letters(tokens[at].text));
    const bool is_list = before.is_sign(")") && tokens[at].is_word("as") &&
                         at + 1 < tokens.size() &&
                         (tokens[at + 1].is_sign("(") || is_one_of(tokens[at + 1], kHints));
    if (is_list) add_names_of_list(tokens, at - 1, names);
  }
  return names;
}

std::vector<std::vector<std::string>> selected_columns(std::string_view sql) {
  return Columns(sql).read();
}

bool keeps_kind(std::string_view column, Keeping keeping,
                const std::function<bool(std::string_view)>& is_kind) {
  bool has_kind = false;
  for (auto token = next_token(column, 0); token; token = next_token(column, token->end)) {
    const auto next = next_token(column, token->end);
    const bool is_name = token->kind == Token::Kind::Name || token->kind == Token::Kind::Word;
    if (token->kind == Token::Kind::Word && token->text == "as") break;
    if (token->kind == Token::Kind::Number || token->text == "null") continue;
    if (is_name && next && next->text == "(" && keeps(token->text, keeping)) continue;
    if (is_name && next && next->text == ".") continue;  // the data that the name is of
    if (is_name && !is_kind(token->text)) return false;
    if (!is_name && std::string_view("(),.").find(token->text) == std::string_view::npos)
      return false;
    if (token->kind == Token::Kind::Text) return false;
    has_kind = has_kind || is_name;
  }
  return has_kind;
}

}  // namespace sheaf::data
