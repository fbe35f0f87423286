#include "model/file_name.hpp"

#include <algorithm>
#include <array>

#include "model/literal.hpp"

namespace sheaf::model {
namespace {

constexpr std::size_t kLongestName = 200;  // bytes
constexpr std::array<std::string_view, 3> kPlainEndings{"md", "markdown", "txt"};
constexpr std::array<std::string_view, 4> kWrittenEndings{"docx", "doc", "odt", "rtf"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == text.npos ? std::string_view()
                            : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view without_brackets(std::string_view text) {
  const bool braces = text.starts_with('{') && text.ends_with('}');
  const bool round = text.starts_with('(') && text.ends_with(')');
  return braces || round ? trimmed(text.substr(1, text.size() - 2)) : text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_of_a_name(char c) {
  const bool is_beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
  return is_letter(c) || (c >= '0' && c <= '9') || is_beyond_ascii ||
         std::string_view("_-./").find(c) != std::string_view::npos;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& endings, std::string_view ending) {
  return std::ranges::any_of(endings, [&](auto one) { return same_letters(one, ending); });
}

}  // namespace

std::optional<FileName> find_file_name(std::string_view text) {
  constexpr std::string_view kFile = "file:";
  if (text.size() > kLongestName) return {};
  FileName made{without_brackets(trimmed(text))};
  made.is_said = made.name.starts_with(kFile);
  if (made.is_said) made.name = trimmed(made.name.substr(kFile.size()));
  const auto dot = made.name.rfind('.');
  if (dot == made.name.npos || dot == 0 || !std::ranges::all_of(made.name, is_of_a_name)) return {};
  const auto ending = made.name.substr(dot + 1);
  if (ending.empty() || !std::ranges::all_of(ending, is_letter)) return {};
  if (made.name.starts_with("www.")) return {};
  if (made.name[dot - 1] == '.' || made.name[dot - 1] == '/') return {};
  made.is_plain = is_one_of(kPlainEndings, ending);
  made.is_of_text = made.is_plain || is_one_of(kWrittenEndings, ending);
  return made;
}

}  // namespace sheaf::model
