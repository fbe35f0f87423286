#include "config/schema_patterns.hpp"

#include <fmt/format.h>

namespace sheaf::config {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A word as a pattern: ASCII letters in either case, what means something in a pattern escaped.
std::string in_any_case(std::string_view word) {
  constexpr std::string_view kMeaningful = R"(\^$.|?*+()[]{}/)";
  std::string pattern;
  for (const char c : word) {
    if (is_letter(c)) {
      pattern += fmt::format("[{}{}]", static_cast<char>(c & ~0x20), static_cast<char>(c | 0x20));
    } else {
      if (kMeaningful.find(c) != std::string_view::npos) pattern += '\\';
      pattern += c;
    }
  }
  return pattern;
}

}  // namespace

std::string in_any_case(const std::vector<std::string>& words) {
  std::string pattern;
  for (const std::string& word : words) {
    pattern += (pattern.empty() ? "" : "|") + in_any_case(std::string_view(word));
  }
  return "^(" + pattern + ")$";
}

std::string link_pattern() {
  constexpr std::string_view kRest = R"([^\x00-\x20\x7F<>"])";
  return fmt::format(
      R"(^((#|{}|{}|{}|{}){}+|[^@/:\x00-\x20\x7F<>"]+@[^/:\x00-\x20\x7F<>"]*\.[^/:\x00-\x20\x7F<>"]*)$)",
      in_any_case(std::string_view("https://")), in_any_case(std::string_view("http://")),
      in_any_case(std::string_view("mailto:")), in_any_case(std::string_view("www.")), kRest);
}

}  // namespace sheaf::config
