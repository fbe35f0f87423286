#include "data/sql_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sheaf::data {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Token {
  enum class Kind { Word, Name, Number, Sign, Text };
  Kind kind;
  std::string text;  // a word in small letters, a name without its quotes
  std::size_t begin, end;
};

/// The end of what begins with a quote at `at`.
std::size_t end_of_quoted(std::string_view sql, std::size_t at) {
  const char close = sql[at] == '[' ? ']' : sql[at];
  const auto end = sql.find(close, at + 1);
  return end == sql.npos ? sql.size() : end + 1;
}

/// The end of space and comments.
std::size_t end_of_space(std::string_view sql, std::size_t at) {
  while (at < sql.size()) {
    const std::string_view rest = sql.substr(at);
    if (rest.starts_with("--")) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (rest.starts_with("/*")) {
      at = std::min(sql.find("*/", at + 2), sql.size() - 2) + 2;
    } else if (std::string_view(" \t\r\n").find(sql[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::optional<Token> next_token(std::string_view sql, std::size_t at) {
  at = end_of_space(sql, at);
  if (at >= sql.size()) return {};
  const char c = sql[at];
  if (c == '\'') return Token{Token::Kind::Text, {}, at, end_of_quoted(sql, at)};
  if (c == '"' || c == '`' || c == '[') {
    const std::size_t end = end_of_quoted(sql, at);
    return Token{Token::Kind::Name, std::string(sql.substr(at + 1, end - at - 2)), at, end};
  }
  if (!is_word(c)) return Token{Token::Kind::Sign, std::string(1, c), at, at + 1};
  std::size_t end = at;
  while (end < sql.size() && is_word(sql[end])) ++end;
  std::string word(sql.substr(at, end - at));
  std::ranges::transform(word, word.begin(), small);
  return Token{is_digit(c) ? Token::Kind::Number : Token::Kind::Word, std::move(word), at, end};
}

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
    if (token.text == "(" && token.kind == Token::Kind::Sign) ++depth_;
    if (token.text == ")" && token.kind == Token::Kind::Sign) --depth_;
    const bool is_keyword = token.kind == Token::Kind::Word;
    if (is_keyword && token.text == "select" && depth_ > 0) return false;
    if (depth_ > 0) return true;
    if (is_keyword && token.text == "select") {
      selects_.emplace_back();
      begin_ = token.end;
    } else if (is_keyword && begin_ && (token.text == "distinct" || token.text == "all")) {
      begin_ = token.end;
    } else if (begin_ && token.text == "," && token.kind == Token::Kind::Sign) {
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

}  // namespace

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
