#include "data/sql_tokens.hpp"

namespace sheaf::data {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

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

}  // namespace

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small);
  return out;
}

std::optional<Token> next_token(std::string_view sql, std::size_t at) {
  at = end_of_space(sql, at);
  if (at >= sql.size()) return {};
  const char c = sql[at];
  if (c == '\'') {
    const std::size_t end = end_of_quoted(sql, at);
    return Token{Token::Kind::Text, std::string(sql.substr(at + 1, end - at - 2)), at, end};
  }
  if (c == '"' || c == '`' || c == '[') {
    const std::size_t end = end_of_quoted(sql, at);
    return Token{Token::Kind::Name, std::string(sql.substr(at + 1, end - at - 2)), at, end};
  }
  if (!is_word(c)) return Token{Token::Kind::Sign, std::string(1, c), at, at + 1};
  std::size_t end = at;
  while (end < sql.size() && is_word(sql[end])) ++end;
  return Token{is_digit(c) ? Token::Kind::Number : Token::Kind::Word,
               in_small_letters(sql.substr(at, end - at)), at, end};
}

std::vector<Token> tokens_of(std::string_view sql) {
  std::vector<Token> tokens;
  for (auto token = next_token(sql, 0); token; token = next_token(sql, token->end))
    tokens.push_back(*token);
  return tokens;
}

}  // namespace sheaf::data
