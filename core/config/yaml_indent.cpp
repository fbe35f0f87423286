// What the lines around a wrong indent tell of what was meant.

#include <algorithm>
#include <optional>

#include "config/yaml_finding.hpp"

namespace sheaf::config {
namespace {

/// A line of a list entry: where its name begins, behind a dash or not.
struct EntryLine {
  std::size_t column;
  bool has_dash;
  std::string_view name;  // up to its colon; empty for none
};

EntryLine read_line(std::string_view line) {
  auto column = std::min(line.find_first_not_of(' '), line.size());
  const bool has_dash = line.substr(column).starts_with("- ");
  if (has_dash) column = std::min(line.find_first_not_of(' ', column + 1), line.size());
  const auto rest = line.substr(column);
  const auto colon = rest.find(':');
  return {column, has_dash, rest.substr(0, colon == rest.npos ? 0 : colon)};
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

/// The beginning of the line that holds `at`.
std::size_t line_begin(std::string_view text, std::size_t at) {
  const auto newline = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return newline == text.npos ? 0 : newline + 1;
}

/// Whether the line that holds `at` is one of a section that says nothing of `with:` so far.
bool is_section_without_with(std::string_view text, std::size_t at) {
  std::size_t begin = line_begin(text, at);
  const std::size_t column = read_line(line_at(text, begin)).column;
  for (bool is_section = false;; begin = line_begin(text, begin - 1)) {
    const EntryLine line = read_line(line_at(text, begin));
    if (line.column < column && !line.name.empty()) return false;  // no entry of a list
    if (line.column == column && line.name == "with") return false;
    is_section =
        is_section || (line.column == column && (line.name == "plugin" || line.name == "use"));
    if (line.column == column && line.has_dash) return is_section;
    if (begin == 0) return false;
  }
}

}  // namespace

std::string help_for_deeper(std::string_view text, std::size_t at) {
  constexpr std::string_view kSame = "Give both lines the same indent";
  if (!is_section_without_with(text, at)) return std::string(kSame);
  return "If this is what the section is to say, the line `with:` is missing above it; else give "
         "both lines the same indent";
}

}  // namespace sheaf::config
