#include <fmt/format.h>

#include <algorithm>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"

namespace sheaf::config {
namespace {

constexpr std::string_view kBlanks = " \t";

/// A line of a text: where it begins and ends, without its line end.
struct Line {
  std::size_t begin, end;
};

Line line_at(std::string_view text, std::size_t offset) {
  const auto begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
  return {begin, std::min(text.find_first_of("\r\n", offset), text.size())};
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(kBlanks), line.size());
}

/// Where the value on a line begins: behind dashes and the name.
std::size_t value_begin(std::string_view text, const Line& line) {
  const auto words = text.substr(0, line.end);
  auto at = std::min(words.find_first_not_of(kBlanks, line.begin), line.end);
  while (words.substr(at).starts_with("- ")) {
    at = std::min(words.find_first_not_of(kBlanks, at + 1), line.end);
  }
  const auto colon = words.find(": ", at);
  const auto quote = words.find_first_of("\"'{[", at);
  if (colon == words.npos || quote < colon) return at;
  return std::min(words.find_first_not_of(kBlanks, colon + 1), line.end);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_quote(char c) { return c == '"' || c == '\''; }

/// `# 4`
bool is_number_sign(std::string_view text, std::size_t hash) {
  return hash + 2 < text.size() && text.substr(hash, 2) == "# " && is_digit(text[hash + 2]);
}

std::string_view behind_curly_quote(std::string_view words) {
  const bool has_one =
      words.starts_with("\u201C") || words.starts_with("\u2018") || words.starts_with("\u201E");
  return has_one ? words.substr(3) : words;
}

/// Whether the # is likely one of the text that begins at `begin`, and no comment: `Join us
/// #BeKind`. People set a comment off with more blanks, and a text has several words or a capital.
bool is_of_text(std::string_view text, std::size_t begin, std::size_t hash) {
  if (!is_hashtag(text, hash) && !is_number_sign(text, hash)) return false;
  if (hash < begin + 2) return false;
  if (is_quote(text[begin])) return is_digit(text[hash + 1]) && text[hash - 1] == ' ';
  const auto before = behind_curly_quote(text.substr(begin, hash - 1 - begin));
  if (before.empty()) return false;
  if (text[hash - 1] != ' ' || kBlanks.find(before.back()) != kBlanks.npos) return false;
  const bool capital = before.front() >= 'A' && before.front() <= 'Z';
  return capital || before.find_first_of(" \t\r\n") != before.npos;
}

/// Where a value ends: before a comment or the blanks at the end. Hashtags are text when the value
/// is one, as the reader takes them, or when they follow on a text.
std::size_t value_end(std::string_view text, std::size_t begin, const Line& line) {
  auto end = line.end;
  const bool tags = text[begin] == '#';
  for (auto hash = text.find(" #", begin); hash < line.end; hash = text.find(" #", hash + 1)) {
    if (tags ? is_hashtag(text, hash + 1) : is_of_text(text, begin, hash + 1)) continue;
    end = hash;
    break;
  }
  while (end > begin && kBlanks.find(text[end - 1]) != kBlanks.npos) --end;
  return end;
}

/// Whether what stands behind a # in the text up to `end` may be a remark of the author's, who
/// alone can tell: of `Item #4 of it` and `Item #4 ask Tom`, one is. Where there would be nothing
/// but the remark, a number is the beginning of a text: `#1 visits`.
bool may_hold_a_remark(std::string_view text, std::size_t begin, std::size_t end) {
  const auto value = text.substr(begin, end - begin);
  const bool begins_so = value[0] == '#' && (value.size() < 2 || !is_digit(value[1]));
  return begins_so || value.find(" #") != value.npos;
}

/// The indent that lines must exceed to go on with the value that begins at `value`: that of its
/// name, or of the dash when it has none.
std::size_t indent_of_entry(std::string_view text, const Line& line, std::size_t value) {
  auto at = std::min(text.find_first_not_of(kBlanks, line.begin), line.end);
  while (text.substr(at).starts_with("- ")) {
    const auto next = std::min(text.find_first_not_of(kBlanks, at + 1), line.end);
    if (next >= value) break;
    at = next;
  }
  return at - line.begin;
}

/// Whether the text that begins at `value` goes on in the lines below, which are indented deeper.
bool goes_on(std::string_view text, const Line& line, std::size_t value) {
  const auto next = text.find_first_not_of("\r\n", line.end);
  if (next == text.npos) return false;
  const Line below = line_at(text, next);
  return indent_of(text.substr(below.begin, below.end - below.begin)) >
         indent_of_entry(text, line, value);
}

std::string in_quotes(std::string_view value) {
  if (value.find_first_of("\"\\") == value.npos) return "\"" + std::string(value) + "\"";
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

/// Whether the line gives hashtags and nothing else: `hashtag: #One #Two`, where `[One, Two]` is
/// wanted.
bool gives_hashtags(std::string_view text, const Line& line, std::size_t begin, std::size_t end) {
  constexpr std::string_view kName = "hashtag";
  const auto name = text.find_first_not_of(" \t-", line.begin);
  if (text[begin] != '#' || name >= begin || !text.substr(name).starts_with(kName)) return false;
  for (std::size_t at = begin + 1; at < end; ++at) {
    const bool is_first = kBlanks.find(text[at - 1]) != kBlanks.npos;
    if (is_first && !is_hashtag(text, at) && kBlanks.find(text[at]) == kBlanks.npos) return false;
  }
  return true;
}

/// The same hashtags as a list, each without its #.
std::string as_list(std::string_view tags) {
  std::string list = "[";
  for (std::size_t at = 0; at < tags.size(); ++at) {
    if (tags[at] == '#') continue;
    const bool between = kBlanks.find(tags[at]) != kBlanks.npos;
    if (!between) list += tags[at];
    if (between && !list.ends_with(' ') && !list.ends_with('[')) list += ", ";
  }
  return list + "]";
}

/// The text between curly quotation marks that stand around all of it.
std::optional<std::string_view> inside_curly_quotes(std::string_view value) {
  struct Pair {
    std::string_view open, close;
  };
  for (const Pair& pair : {Pair{"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\u201E", "\u201C"}}) {
    if (!value.starts_with(pair.open) || !value.ends_with(pair.close)) continue;
    const auto inside = value.substr(3, value.size() - std::min<std::size_t>(value.size(), 6));
    if (!inside.empty() && inside.find(pair.open) == inside.npos) return inside;
  }
  return {};
}

YamlFinding cutting_hash(std::size_t hash) {
  YamlFinding found{.id = "hash-cuts-text",
                    .offset = hash,
                    .message =
                        "This # cuts the text: YAML takes the rest of the line for a "
                        "comment, which is not printed",
                    .help =
                        "Put the whole text in quotes; if it is a comment, write two spaces "
                        "before the #"};
  found.doubt = true;
  return found;
}

/// The hashtag behind the name or the dash, on the line above, of a text that begins at `begin`:
/// `- #1 visits`, with more text below.
std::optional<std::size_t> hash_above(std::string_view text, std::size_t begin) {
  const Line line = line_at(text, begin);
  if (line.begin == 0 || line.begin + indent_of(text.substr(line.begin)) != begin) return {};
  const Line above = line_at(text, line.begin - 1);
  const auto words = text.substr(above.begin, above.end - above.begin);
  const auto hash = words.find(" #");
  const bool is_behind =
      hash != words.npos && hash > 0 && (words[hash - 1] == ':' || words[hash - 1] == '-');
  if (!is_behind || !is_hashtag(text, above.begin + hash + 1)) return {};
  return above.begin + hash + 1;
}

/// Where the value between brackets begins that holds `at`: behind a comma, a colon or a bracket.
std::size_t begin_in_brackets(std::string_view text, std::size_t at) {
  auto begin = at;
  while (begin > 0 && std::string_view(",[{").find(text[begin - 1]) == std::string_view::npos &&
         !text.substr(begin - 1).starts_with(": ")) {
    --begin;
  }
  return std::min(text.find_first_not_of(kBlanks, begin), at);
}

/// The # with which a line begins that was to go on with the text of several words above it, which
/// begins at `begin` and ends at `end`: `#4 Station Street`.
std::optional<std::size_t> hash_below(std::string_view text, std::size_t begin, std::size_t end) {
  const Line line = line_at(text, end);
  const auto last = text.substr(end, line.end - end);
  const auto next = text.find('\n', line.end);
  const bool is_plain =
      begin < text.size() && std::string_view("\"'|>").find(text[begin]) == std::string_view::npos;
  if (!is_plain || next == text.npos || !last.substr(0, last.find_last_not_of(kBlanks) + 1).empty())
    return {};
  const Line below = line_at(text, next + 1);
  const auto words = text.substr(below.begin, below.end - below.begin);
  const auto indent = indent_of(words);
  const bool is_deeper = indent > indent_of_entry(text, line_at(text, begin), begin);
  const bool has_words = text.substr(begin, end - begin).find(' ') != text.npos;
  const auto hash = below.begin + indent;
  if (!is_deeper || !has_words || !is_hashtag(text, hash) || !is_digit(text[hash + 1])) return {};
  return hash;
}

/// Inside brackets a text ends at a comma or a bracket. One that begins before its hashtag is left
/// to the author, as outside.
void quote_hashtag(YamlFinding& finding, std::string_view text, const Line& line) {
  const std::size_t begin = *finding.as_text;
  const auto end = std::min(text.find_first_of(",]}", begin), line.end);
  if (text[begin] != '#' || end == line.end || begin_in_brackets(text, begin) < begin) return;
  auto value = text.substr(begin, end - begin);
  value = value.substr(0, value.find_last_not_of(kBlanks) + 1);
  finding.cure = {{begin, std::string(value), in_quotes(value)}};
}

}  // namespace

void cure_by_quotes(YamlFinding& finding, std::string_view text) {
  if (text[*finding.as_text] == '>') return;  // in quotes, it is the sign of a quotation
  const Line line = line_at(text, *finding.as_text);
  const auto begin = value_begin(text, line);
  if (begin > *finding.as_text || begin == line.end || goes_on(text, line, begin)) return;
  const bool is_first = begin == *finding.as_text;
  const bool in_brackets = text[begin] == '{' || text[begin] == '[';
  if (in_brackets && !is_first) return quote_hashtag(finding, text, line);
  if (!is_first && (text[begin] == '"' || text[begin] == '\'')) return;
  const auto end = value_end(text, begin, line);
  const auto value = text.substr(begin, end - begin);
  if (gives_hashtags(text, line, begin, end)) {
    finding.cure = {{begin, std::string(value), as_list(value)}};
    finding.help = fmt::format("List hashtags in brackets and without #: {}", as_list(value));
    return;
  }
  if (may_hold_a_remark(text, begin, end)) return;
  const auto inside = inside_curly_quotes(value);  // straight quotes take their place
  finding.cure = {{begin, std::string(value), in_quotes(inside.value_or(value))}};
}

std::optional<YamlFinding> curly_quotes(std::string_view value, std::size_t offset) {
  const auto inside = inside_curly_quotes(value);
  if (!inside) return {};
  YamlFinding found{.id = "smart-quotes",
                    .offset = offset,
                    .message = "Curly quotation marks stand around this text, and are printed",
                    .help = "Use straight ones, \" or ', or none"};
  found.doubt = true;
  found.cure = {{offset, std::string(value), in_quotes(*inside)}};
  return found;
}

std::optional<YamlFinding> quote_at_end(std::string_view value, std::size_t offset) {
  constexpr char kQuote = '"';
  const bool is_lone = value.size() > 1 && value.find(kQuote) == value.size() - 1;
  if (!is_lone || value.find('\\') != value.npos) return {};
  if (value.starts_with("\u201C") || value.starts_with("\u201E")) return {};  // one of another kind
  const char before = value[value.size() - 2];
  if (before >= '0' && before <= '9') return {};  // 6": inches
  YamlFinding found{.id = "quote-at-end",
                    .offset = offset + value.size() - 1,
                    .message =
                        "This text ends with a quotation mark, and begins without one; the "
                        "mark is printed",
                    .help = fmt::format("Write {}{}", kQuote, value)};
  found.doubt = true;
  found.cure = {{offset, std::string(value), fmt::format("{}{}", kQuote, value)}};
  return found;
}

std::optional<YamlFinding> cut_by_hash(std::string_view text, std::size_t begin,
                                       std::string_view value, bool in_brackets) {
  const auto above = in_brackets ? std::nullopt : hash_above(text, begin);
  if (above) return cutting_hash(*above);
  const auto hash = text_end(text, begin, value) + 1;
  const auto below = in_brackets ? std::nullopt : hash_below(text, begin, hash - 1);
  if (below) return cutting_hash(*below);
  if (!is_of_text(text, begin, hash)) return {};
  return cutting_hash(hash);
}

}  // namespace sheaf::config
