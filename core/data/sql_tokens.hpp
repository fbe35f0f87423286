#pragma once
// The words and signs of a query.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf::data {

struct Token {
  enum class Kind { Word, Name, Number, Sign, Text };
  Kind kind;
  std::string text;  // a word in small letters, a name or a text without its quotes
  std::size_t begin, end;

  bool is_sign(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
  bool is_word(std::string_view word) const { return kind == Kind::Word && text == word; }
  bool is_name() const { return kind == Kind::Name || kind == Kind::Word; }
};

template <std::size_t size>
bool is_one_of(const Token& token, const std::array<std::string_view, size>& words) {
  return token.kind == Token::Kind::Word && std::ranges::find(words, token.text) != words.end();
}

/// ASCII; others as they are.
std::string in_small_letters(std::string_view text);

/// The next from `at` on, past space and comments; nothing at the end.
std::optional<Token> next_token(std::string_view sql, std::size_t at);

std::vector<Token> tokens_of(std::string_view sql);

}  // namespace sheaf::data
