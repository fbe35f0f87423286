#include "config/yaml_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;

/// How many bytes a scalar takes as typed; 0 for one that is not on a line of its own.
std::size_t typed_length(std::string_view typed, const Node& scalar) {
  const char quote = typed.empty() ? '\0' : typed.front();
  if (quote != '"' && quote != '\'') return typed.starts_with(scalar.text) ? scalar.text.size() : 0;
  for (std::size_t at = 1; at < typed.size() && typed[at] != '\n'; ++at) {
    if (quote == '"' && typed[at] == '\\') {
      ++at;
    } else if (quote == '\'' && typed.substr(at).starts_with("''")) {
      ++at;
    } else if (typed[at] == quote) {
      return at + 1;
    }
  }
  return 0;
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote || (quote == '"' && c == '\\')) out += quote == '"' ? '\\' : c;
    out += c;
  }
  return out += quote;
}

/// Past an entry of a map in braces that begins at `at`, and the comma after it.
std::size_t end_in_braces(std::string_view text, std::size_t at) {
  for (int depth = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' || c == '\'') at = std::min(text.find(c, at + 1), text.size() - 1);
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth-- == 0) return at;
    if (c == ',' && depth == 0) return std::min(text.find_first_not_of(" \t", at + 1), text.size());
  }
  return at;
}

}  // namespace

void YamlEdit::edit(std::size_t at, std::size_t length, std::string replacement) {
  edits_.push_back({at, length, std::move(replacement)});
}

void YamlEdit::replace(const Node& scalar, std::string_view text) {
  const std::size_t at = offset(scalar.source);
  const std::string_view typed = text_.substr(at);
  const std::size_t length = typed_length(typed, scalar);
  if (length == 0) return;
  const bool is_quoted = typed.front() == '"' || typed.front() == '\'';
  edit(at, length, is_quoted ? quoted(text, typed.front()) : std::string(text));
}

void YamlEdit::add(const Node& map, const Member& next, std::string_view entry) {
  const std::size_t at = offset(next.key_source);
  const std::string indent(at - line_start(at), ' ');
  const std::string_view line_end = text_.find("\r\n") == text_.npos ? "\n" : "\r\n";
  edit(at, 0,
       is_in_braces(map) ? fmt::format("{}, ", entry)
                         : fmt::format("{}{}{}", entry, line_end, indent));
}

void YamlEdit::remove(const Node& map, std::string_view key) {
  const auto member = std::ranges::find(map.members, key, &Member::key);
  if (member == map.members.end()) return;
  const std::size_t begin = offset(member->key_source);
  if (is_in_braces(map)) return edit(begin, end_in_braces(text_, begin) - begin, {});
  std::size_t limit = text_.size();
  for (const Member& other : map.members) {
    const std::size_t at = offset(other.key_source);
    if (at > begin) limit = std::min(limit, line_start(at));
  }
  edit(line_start(begin), end_of_entry(begin, limit) - line_start(begin), {});
}

std::size_t YamlEdit::line_start(std::size_t at) const {
  const auto before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// Blank lines and comments that stand no deeper than the key belong to what comes next.
std::size_t YamlEdit::end_of_entry(std::size_t key, std::size_t limit) const {
  const std::size_t indent = key - line_start(key);
  std::size_t end = limit;
  while (end > key) {
    const std::size_t begin = line_start(end - 1);
    const std::string_view line = text_.substr(begin, end - begin);
    const auto first = line.find_first_not_of(" \t\r\n");
    const bool is_blank = first == std::string_view::npos;
    const bool is_outer_comment = !is_blank && line[first] == '#' && first <= indent;
    if (begin <= key || (!is_blank && !is_outer_comment)) return end;
    end = begin;
  }
  return limit;
}

std::string YamlEdit::result() const {
  std::vector<Edit> edits = edits_;
  std::ranges::stable_sort(edits, {}, &Edit::at);
  std::string out;
  std::size_t done = 0;
  for (const Edit& one : edits) {
    if (one.at < done) continue;  // an alias has the place of what it stands for
    out += text_.substr(done, one.at - done);
    out += one.replacement;
    done = one.at + one.length;
  }
  return out += text_.substr(done);
}

}  // namespace sheaf::config
