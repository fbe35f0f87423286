// Texts of several lines that YAML makes one of.

#include <fmt/format.h>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"

namespace sheaf::config {
namespace {

/// In Markdown, behind the end of a line, which a blank line leaves.
bool begins_list(std::string_view line) { return line.starts_with("- ") || line.starts_with("* "); }

YamlFinding joined(std::size_t at, std::string_view message, std::string_view name) {
  YamlFinding made{.id = "lines-run-together", .offset = at, .message = std::string(message)};
  made.help = fmt::format("Write {} |, and start the text on the line below it",
                          name.empty() ? "-" : fmt::format("{}:", name));
  made.doubt = true;
  return made;
}

}  // namespace

std::optional<YamlFinding> lines_joined(std::string_view text, std::size_t begin,
                                        std::string_view value, std::string_view name) {
  if (text[begin] == '|' || text[begin] == '>') return {};
  if (text.substr(begin, value.size()) == value) return {};  // on one line
  const auto end = text_end(text, begin, value);
  std::size_t blanks = 0;  // lines: of n between two texts, YAML keeps n line ends
  for (auto at = text.find('\n', begin); at < end; at = text.find('\n', at + 1)) {
    const auto words = text.find_first_not_of(" \t", at + 1);
    if (words >= end) break;
    if (text[words] == '\r' || text[words] == '\n') {
      ++blanks;
      continue;
    }
    const auto line = text.substr(words);
    const bool is_list = begins_list(line);
    if (blanks < 2 && (line.starts_with("\u2022") || (is_list && blanks == 0)))
      return joined(words, "This line begins no list: it is printed as more of the text above",
                    name);
    if (blanks == 1 && !is_list)
      return joined(words, "This line begins no paragraph: it is printed as more of the text above",
                    name);
    blanks = 0;
  }
  return {};
}

}  // namespace sheaf::config
