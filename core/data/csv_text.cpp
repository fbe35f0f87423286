#include "data/csv_text.hpp"

#include <fmt/format.h>

#include <array>

#include "model/literal.hpp"
#include "model/partial_date.hpp"

namespace sheaf::data {

std::string_view without_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string heading_of(std::string_view text) {
  constexpr std::array<std::string_view, 2> kNoBreakSpaces{"\u00A0", "\u202F"};
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    text = without_blanks(text);
    for (const std::string_view sign : kNoBreakSpaces) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
  }
  return std::string(text);
}

std::string without_padding(std::string text) {
  const std::string_view bare = without_blanks(text);
  if (bare.size() == text.size() || bare.empty()) return text;
  const bool is_value =
      model::parse_money(bare) || model::parse_decimal(bare) || model::parse_partial_date(bare);
  return is_value ? std::string(bare) : text;
}

std::string_view name_of_separator(char separator) {
  return separator == '\t' ? "a tab" : separator == ';' ? "a semicolon" : "a comma";
}

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace sheaf::data
