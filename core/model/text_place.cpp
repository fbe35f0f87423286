#include "model/text_place.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace sheaf::model {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// Bytes that a backslash escape takes (YAML 1.2 section 5.7).
std::size_t escape_size(char letter) {
  switch (letter) {
    case 'x': return 4;
    case 'u': return 6;
    case 'U': return 10;
    default: return 2;
  }
}

/// Bytes of the file that made the one character of text at hand.
std::size_t typed_size(std::string_view typed, std::size_t at, char quote) {
  if (quote == '"' && typed[at] == '\\' && at + 1 < typed.size()) return escape_size(typed[at + 1]);
  if (quote && typed[at] == quote) return 2;  // doubled
  return 1;
}

/// The sign that YAML or CSV puts before `text`: a quote, `|` or `>`; 0 when there is none. A
/// file's own first quote or bar is part of its text.
char opening_sign(std::string_view typed, std::string_view text) {
  constexpr std::string_view kSigns = "\"'|>";
  const bool has_sign = !typed.empty() && kSigns.find(typed[0]) != std::string_view::npos;
  return has_sign && !typed.starts_with(text.substr(0, 2)) ? typed[0] : '\0';
}

/// Where the text proper begins: behind the quote, or below the line of `|` or `>`.
std::size_t text_begin(std::string_view typed, char sign, bool block) {
  if (!block) return sign ? 1 : 0;
  const auto newline = typed.find('\n');
  return newline == std::string_view::npos ? typed.size() : skip_spaces(typed, newline);
}

}  // namespace

SourceId place_in_text(const SourceMap& sources, SourceId source, const TextLayout& layout,
                       std::string_view text, std::size_t offset) {
  const std::size_t begin = source.offset - sources.file_start(source).offset;
  const std::string_view file = sources.text(source);
  if (!source || begin >= file.size()) return source;
  const std::string_view typed = file.substr(begin);
  const char sign = opening_sign(typed, text);
  const bool block = layout.block || sign == '|' || sign == '>';
  std::size_t at = text_begin(typed, sign, block);
  std::size_t i = block ? skip_spaces(text, 0) : 0;
  while (i < std::min(offset, text.size()) && at < typed.size()) {
    if (is_space(text[i]) && is_space(typed[at])) {  // an end of line may be typed as many spaces
      i = skip_spaces(text, i);
      at = skip_spaces(typed, at);
    } else {
      const std::size_t size = typed_size(typed, at, block ? '\0' : sign);
      i += size == 1 ? 1 : decode(text, i).bytes;
      at += size;
    }
  }
  return source + std::min(at, typed.size());
}

}  // namespace sheaf::model
