#include "plugin/trace.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sheaf::plugin {
namespace {

/// "0x4352". A plugin can write into its trace.
bool is_offset(std::string_view text) {
  return text.starts_with("0x") && text.size() > 2 &&
         text.find_first_not_of("0123456789abcdef", 2) == text.npos;
}

/// As a shell reads it again (POSIX.1-2017, Shell Command Language, 2.2): quoted if it must be.
std::string as_shell_word(const std::string& text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+").find(c) != std::string_view::npos;
  };
  if (std::ranges::all_of(text, is_plain)) return text;
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') word += "'\\'";
    word += c;
  }
  return word + "'";
}

}  // namespace

std::string_view place_in(std::string_view trace, const Path& library) {
  const std::string before = library.filename().string() + "+";
  while (!trace.empty()) {
    const std::string_view line = trace.substr(0, trace.find('\n'));
    if (line.starts_with(before) && is_offset(line.substr(before.size()))) return line;
    trace.remove_prefix(std::min(line.size() + 1, trace.size()));
  }
  return {};
}

std::string line_told_by(const Path& library, std::string_view place) {
  return fmt::format("built with -g, its line is told by\n  addr2line -Cfie {} {}",
                     as_shell_word(library.string()), place.substr(place.rfind('+') + 1));
}

}  // namespace sheaf::plugin
