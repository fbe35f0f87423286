// Texts of several lines that YAML makes one of.

#include <fmt/format.h>

#include <algorithm>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"

namespace sheaf::config {
namespace {

constexpr std::string_view kNoList =
    "This line begins no list: it is printed as more of the text above";

/// In Markdown, behind the end of a line, which a blank line leaves.
bool begins_list(std::string_view line) { return line.starts_with("- ") || line.starts_with("* "); }

YamlFinding joined(std::size_t at, std::string_view message, std::string_view name) {
  YamlFinding made{.id = "lines-run-together", .offset = at, .message = std::string(message)};
  made.help = fmt::format("Write {} |, and start the text on the line below it",
                          name.empty() ? "-" : fmt::format("{}:", name));
  made.doubt = true;
  return made;
}

bool is_blank(std::string_view line) { return line.empty() || line[0] == '\r' || line[0] == '\n'; }

/// A list below `>`, which joins lines that are indented alike; those indented more stay lines.
std::optional<YamlFinding> list_folded(std::string_view text, std::size_t begin,
                                       std::string_view value) {
  const auto end = text_end(text, begin, value);
  auto at = std::min(text.find('\n', begin), end);
  const auto sign = text.substr(begin, at - begin);
  if (sign.find_first_of("123456789") != sign.npos) return {};  // says itself what is more
  std::optional<std::size_t> least, above;  // how far the first text and the last line are indented
  for (; at < end; at = text.find('\n', at + 1)) {
    const auto words = std::min(text.find_first_not_of(' ', at + 1), text.size());
    if (words >= end) break;
    if (is_blank(text.substr(words))) {
      above.reset();
      continue;
    }
    const auto indent = words - at - 1;
    if (!least) least = indent;
    if (indent == least && above == least && begins_list(text.substr(words))) {
      YamlFinding made = joined(words, kNoList, {});
      made.help = "Write | in place of >, which joins lines";
      return made;
    }
    above = indent;
  }
  return {};
}

}  // namespace

std::optional<YamlFinding> lines_joined(std::string_view text, std::size_t begin,
                                        std::string_view value, std::string_view name) {
  if (text[begin] == '|') return {};
  if (text[begin] == '>') return list_folded(text, begin, value);
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
      return joined(words, kNoList, name);
    if (blanks == 1 && !is_list)
      return joined(words, "This line begins no paragraph: it is printed as more of the text above",
                    name);
    blanks = 0;
  }
  return {};
}

}  // namespace sheaf::config
