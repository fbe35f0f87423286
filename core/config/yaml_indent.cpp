// What the lines around a wrong indent tell of what was meant.

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

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

/// A line with what it says behind its indent; empty for a blank line or a comment.
struct Words {
  std::size_t begin, column;
  std::string_view text;
};

Words words_at(std::string_view text, std::size_t begin) {
  const auto line = line_at(text, begin);
  const auto column = std::min(line.find_first_not_of(" \r"), line.size());
  const auto words = line.substr(column, line.find_last_not_of(" \r") + 1 - column);
  return {begin, column, words.starts_with('#') ? std::string_view() : words};
}

/// The first line below the name of the list whose entry begins at the line `dash`.
std::optional<Words> first_of_list(std::string_view text, const Words& dash) {
  std::optional<Words> first;
  for (std::size_t begin = dash.begin; begin > 0;) {
    begin = line_begin(text, begin - 1);
    const Words above = words_at(text, begin);
    if (above.text.empty()) continue;
    if (above.column < dash.column) return above.text.ends_with(':') ? first : std::nullopt;
    first = above;
  }
  return std::nullopt;
}

/// Whether a dash further left begins the entry in which this one stands.
bool stands_within_entry(std::string_view text, const Words& dash) {
  std::size_t column = dash.column;
  for (std::size_t begin = dash.begin; begin > 0 && column > 0;) {
    begin = line_begin(text, begin - 1);
    const Words above = words_at(text, begin);
    if (above.text.empty() || above.column >= column) continue;
    if (above.text.starts_with("- ")) return true;
    column = above.column;
  }
  return false;
}

/// Whether a section cannot have both.
bool exclude(std::string_view one, std::string_view other) {
  const auto says_what = [](std::string_view name) { return name == "plugin" || name == "use"; };
  return one == other || (says_what(one) && says_what(other));
}

/// Of the section above the line `key`, whose dash stands in the same column, a name beside which
/// the key may be meant to stand; empty when the section has such a key already.
std::string_view neighbour_in_section(std::string_view text, std::size_t begin,
                                      const EntryLine& key) {
  std::string_view neighbour;
  std::size_t inside = std::string_view::npos;  // the column of the lowest lines seen so far
  while (begin > 0) {
    begin = line_begin(text, begin - 1);
    const EntryLine line = read_line(line_at(text, begin));
    if (line.name.empty() || line.name.starts_with('#')) continue;
    if (line.column <= key.column) return {};
    if (line.column < inside) neighbour = {};
    inside = std::min(inside, line.column);
    if (line.column > inside) continue;
    if (exclude(line.name, key.name)) return {};
    if (neighbour.empty() || line.name == "title") neighbour = line.name;
    const bool begins_section = text.substr(begin + key.column).starts_with("- ");
    if (line.has_dash && begins_section) return neighbour;
  }
  return {};
}

}  // namespace

std::optional<YamlFinding> first_dash_missing(std::string_view text, std::size_t at) {
  constexpr std::size_t kIndent = 2;
  const Words dash = words_at(text, line_begin(text, at));
  const auto first = first_of_list(text, dash);
  if (!first || first->column <= dash.column || first->text.starts_with("- ")) return {};
  YamlFinding made{
      .id = "missing-dash",
      .offset = first->begin + first->column,
      .message = "The first entry of this list does not begin with a dash",
      .help = fmt::format("Write - {}, with the dash below that of the other entries", first->text),
      .aside = {{at, "an entry that does"}},
      .skip = YamlFinding::Skip{first->begin, dash.begin - 1 - first->begin}};
  if (first->column == dash.column + kIndent) {
    made.cure = {{first->begin + dash.column, "  ", "- "}};
  }
  return made;
}

std::optional<YamlFinding> key_beside_section(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 11> kKeys{"access", "title",  "with", "owner",
                                                   "when",   "id",     "from", "review_by",
                                                   "lint",   "plugin", "use"};
  const std::size_t begin = line_begin(text, at);
  const EntryLine key = read_line(line_at(text, begin));
  if (std::ranges::find(kKeys, key.name) == kKeys.end()) return {};
  const auto neighbour = neighbour_in_section(text, begin, key);
  if (neighbour.empty()) return {};
  return YamlFinding{
      .id = "indent",
      .offset = begin + key.column,
      .message = fmt::format("`{}` stands beside the sections, and belongs to none", key.name),
      .help = fmt::format("If it is of the section above, give it the indent of `{}:` there",
                          neighbour)};
}

std::string help_for_dash(std::string_view text, std::size_t at) {
  constexpr std::string_view kBelow = "ndent it below the name it belongs to";
  const Words dash = words_at(text, line_begin(text, at));
  if (stands_below_block(text, at)) {
    return fmt::format("If it is a line of the text above, indent it as deep as that; else i{}",
                       kBelow);
  }
  if (!stands_within_entry(text, dash)) return fmt::format("I{}", kBelow);
  return fmt::format(
      "If it begins a new entry, write {}, with the dash below that of the other entries; else i{}",
      dash.text, kBelow);
}

std::string help_for_nameless(std::string_view text, std::size_t bracket) {
  if (is_section_without_with(text, bracket))
    return fmt::format("Write with: {}", words_at(text, line_begin(text, bracket)).text);
  return "Write the name that it belongs to, a colon and a space before it";
}

std::string help_for_deeper(std::string_view text, std::size_t at) {
  constexpr std::string_view kSame = "Give both lines the same indent";
  if (!is_section_without_with(text, at)) return std::string(kSame);
  return "If this is what the section is to say, the line `with:` is missing above it; else give "
         "both lines the same indent";
}

}  // namespace sheaf::config
