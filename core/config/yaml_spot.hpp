#pragma once
// Where the parser stopped, as those see it who look for the cause.

#include <algorithm>
#include <optional>
#include <string_view>

#include "config/yaml_finding.hpp"

namespace sheaf::config {

using Found = std::optional<YamlFinding>;

inline constexpr std::string_view kQuoteIt = "Put the text in quotes";

/// A place of the text with the line it lies on.
struct Spot {
  std::string_view text;
  std::size_t offset, begin, end;  // of the line, without its end

  Spot(std::string_view all, std::size_t at) : text(all), offset(std::min(at, all.size())) {
    begin = offset == 0 ? 0 : all.rfind('\n', offset - 1) + 1;
    end = std::min(all.find_first_of("\r\n", offset), all.size());
  }
  char sign() const { return offset < text.size() ? text[offset] : '\n'; }
  std::string_view line() const { return text.substr(begin, end - begin); }
  std::string_view before() const { return text.substr(begin, offset - begin); }
  /// The rest of the line after the sign.
  std::string_view after() const {
    return offset < end ? text.substr(offset + 1, end - offset - 1) : std::string_view();
  }
};

inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether the parser stopped on the line on which the last text begins.
inline bool same_line(const Spot& spot, const ParserStop& stop) {
  return stop.last && stop.last->offset >= spot.begin && stop.last->offset <= spot.offset;
}

/// Whether the last text is in quotes.
inline bool in_quotes(const Spot& spot, const ParserStop& stop) {
  if (!stop.last || stop.last->offset >= spot.text.size()) return false;
  const char first = spot.text[stop.last->offset];
  return first == '"' || first == '\'';
}

/// The finding for a second colon on a line: `title: Covid-19: update`, or a second name.
Found second_colon(const Spot& spot, const ParserStop& stop);

}  // namespace sheaf::config
