#pragma once
// The words and signs of a query.

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

/// The next from `at` on, past space and comments; nothing at the end.
std::optional<Token> next_token(std::string_view sql, std::size_t at);

std::vector<Token> tokens_of(std::string_view sql);

}  // namespace sheaf::data
