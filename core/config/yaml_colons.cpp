// Lines that should say `name: value` and do not, for want of the colon or the space after it.

#include <algorithm>

#include <fmt/format.h>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"
#include "model/file_name.hpp"

namespace sheaf::config {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view rest_of_line(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

/// The end of the line on which a value ends, which may be in brackets or quotes.
std::size_t end_of_value(std::string_view text, std::size_t begin) {
  const char sign = text[begin];
  auto closing = begin;
  if (sign == '"' || sign == '\'') closing = quote_end(text, begin).value_or(text.npos);
  if (sign == '{' || sign == '[') closing = text.find(sign == '{' ? '}' : ']', begin);
  return std::min(text.find('\n', closing == text.npos ? begin : closing), text.size());
}

/// A line of a text: where it begins, and what it says behind its indent.
struct Line {
  std::size_t begin, column;
  std::string_view words;

  Line(std::string_view text, std::size_t at)
      : begin(at), column(0), words(rest_of_line(text, at)) {
    column = std::min(words.find_first_not_of(' '), words.size());
    words = trimmed(words);
  }
  bool says_nothing() const { return words.empty() || words.starts_with('#'); }
  /// `name: …`, as names are written that Sheaf knows.
  bool begins_with_name() const {
    const auto end = words.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    return end != words.npos && end > 0 && words[end] == ':';
  }
  /// The bar, or >, at its end, behind which a block begins below.
  std::optional<std::size_t> bar() const {
    const auto last = words.find_last_not_of("+-");
    if (last == words.npos || last < 2 || (words[last] != '|' && words[last] != '>')) return {};
    const auto before = words.substr(0, last);
    if (!before.ends_with(": ") && before != "- ") return {};
    return begin + column + last;
  }
};

/// Text that should belong to a block above it.
struct OutOfBlock {
  std::size_t bar, first, end;  // all lines of it
  bool is_empty;                // the block itself
};

std::size_t next_line(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size() - 1) + 1;
}

constexpr int kMostLines = 200;  // that are looked at on either side

/// What stands below a block, and not in it, and holds the line that begins at `begin`; nothing for
/// a line that can stand there.
std::optional<OutOfBlock> out_of_block(std::string_view text, std::size_t begin) {
  const Line found(text, begin);
  OutOfBlock made{0, begin + found.column, next_line(text, begin), true};
  for (int left = kMostLines; begin > 0 && made.bar == 0 && left > 0; --left) {
    begin = begin < 2 ? 0 : text.rfind('\n', begin - 2) + 1;
    const Line above(text, begin);
    if (above.says_nothing()) continue;
    if (const auto bar = above.bar(); bar && (above.column <= found.column || made.is_empty)) {
      made.bar = *bar;
    } else if (above.column > found.column) {
      made.is_empty = false;
    } else if (above.column == found.column && !above.begins_with_name()) {
      made.first = begin + above.column;
    } else {
      return {};
    }
  }
  if (made.bar == 0) return {};
  for (int left = kMostLines; made.end < text.size() && left > 0; --left) {
    const Line below(text, made.end);
    if (!below.words.empty() && (below.column != found.column || below.begins_with_name())) break;
    made.end = next_line(text, made.end);
  }
  return made;
}

YamlFinding told(const OutOfBlock& text, std::string_view all) {
  const std::size_t end = all[text.end - 1] == '\n' ? text.end - 1 : text.end;
  const YamlFinding::Skip skip{text.first, end - text.first};
  if (text.is_empty) {
    return {.id = "indent",
            .offset = text.first,
            .message = fmt::format("This text belongs to the {} above, and is not indented deeper "
                                   "than the name before it",
                                   all[text.bar]),
            .help = "Indent each line of the text by two more spaces than that name",
            .aside = {{text.bar, "what the text belongs to"}},
            .skip = skip};
  }
  return {.id = "missing-colon",
          .offset = text.first,
          .message = fmt::format("This line has no colon after its name: \"{}\"",
                                 trimmed(rest_of_line(all, text.first))),
          .help =
              "Write a name, a colon, a space, then the value. If it is a line of the text "
              "above, indent it as deep as that",
          .aside = {{text.bar, "the text above"}},
          .skip = skip};
}

bool is_number(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789") == words.npos;
}

/// The number before the comma, of `{ name: 1, 3 }`, if `name` is one, too.
std::optional<std::string_view> number_before(std::string_view text, std::string_view name,
                                              std::size_t offset) {
  const auto before = trimmed(text.substr(0, offset));
  if (!is_number(name) || !before.ends_with(',')) return {};
  const auto entry = before.substr(0, before.size() - 1);
  const auto value = trimmed(entry.substr(entry.find_last_of(":,{\n") + 1));
  return is_number(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

YamlFinding no_colon_in_braces(std::string_view text, std::string_view name, std::size_t offset) {
  if (const auto colon = name.find(':'); colon != name.npos) {
    YamlFinding made{"space-after-colon", offset,
                     fmt::format("A space is missing after the colon in \"{}\"", name),
                     "Write the name, a colon, a space, then the value"};
    if (!name.substr(colon).starts_with("://")) made.cure = {{offset + colon, ":", ": "}};
    return made;
  }
  const auto file = model::find_file_name(name);
  if (file && file->is_of_text && file->name == name) {
    return {.id = "file-name-as-text",
            .offset = offset,
            .message = fmt::format("`file:` is missing before {}", name),
            .help = fmt::format("Write {{ file: {} }}", name),
            .cure = {{offset, std::string(name), fmt::format("file: {}", name)}}};
  }
  const auto number = number_before(text, name, offset);
  return {"comma-in-text", offset,
          fmt::format("`{}` has no colon: between braces, a comma ends a text", name),
          number ? fmt::format("Put several numbers in brackets: [{}, {}]", *number, name)
                 : "Put a text that holds a comma in quotes"};
}

std::optional<YamlFinding> space_left_out_in_braces(std::string_view text, std::size_t brace) {
  const auto line = rest_of_line(text, brace);
  for (auto at = line.find(':'); at < line.size(); at = line.find(':', at + 1)) {
    if (!line.substr(at + 1).starts_with('[') && !line.substr(at + 1).starts_with('{')) continue;
    const auto before = line.substr(0, at);
    const auto name = before.substr(before.find_last_not_of("abcdefghijklmnopqrstuvwxyz_-") + 1);
    const auto lead = trimmed(before.substr(0, before.size() - name.size()));
    if (name.empty() || !(lead.ends_with('{') || lead.ends_with(','))) continue;
    return YamlFinding{.id = "space-after-colon",
                       .offset = brace + at,
                       .message = fmt::format("A space is missing after the colon of `{}`", name),
                       .help = "Write the name, a colon, a space, then the value",
                       .cure = {{brace + at, ":", ": "}}};
  }
  return {};
}

std::optional<YamlFinding> space_left_out(std::string_view text, std::size_t at, bool wants_map) {
  const auto words = rest_of_line(text, at);
  const auto is_in_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; };
  const auto colon =
      static_cast<std::size_t>(std::ranges::find_if_not(words, is_in_name) - words.begin());
  if (colon == 0 || colon + 1 >= words.size() || words[colon] != ':') return {};
  const auto value = words.substr(colon + 1);
  const bool is_meant = wants_map && !value.starts_with("//");
  if (!is_meant && std::string_view("[{\"'").find(value[0]) == std::string_view::npos) return {};
  const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  if (text.find_first_not_of(" -", begin) != at) return {};  // no name of a line
  return YamlFinding{
      .id = "space-after-colon",
      .offset = at + colon,
      .message = fmt::format("A space is missing after the colon of `{}`", words.substr(0, colon)),
      .help = fmt::format("Write {}: {}", words.substr(0, colon), trimmed(value)),
      .skip = YamlFinding::Skip{at, end_of_value(text, at + colon + 1) - at},
      .cure = {{at + colon, ":", ": "}}};
}

YamlFinding missing_colon(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("- ")) at = text.find_first_not_of(' ', at + 1);  // of an entry
  const auto line = trimmed(rest_of_line(text, at));
  const auto name = line.substr(0, line.find(':'));
  const auto value = line.substr(std::min(name.size() + 1, line.size()));
  const YamlFinding::Skip skip{at, line.size()};
  const std::size_t colon = at + name.size();
  const bool one_word = !value.empty() && name.find(' ') == name.npos;
  if (one_word && value.starts_with(kNoBreakSpace)) {
    return {.id = "no-break-space",
            .offset = colon + 1,
            .message = fmt::format("A no-break space stands behind the colon of `{}`", name),
            .help = "Replace it with a space; it often comes with text copied from a web page",
            .skip = skip,
            .cure = {{colon, fmt::format(":{}", kNoBreakSpace), ": "}}};
  }
  if (one_word && !value.starts_with("//")) {
    return {.id = "space-after-colon",
            .offset = colon,
            .message = fmt::format("A space is missing after the colon of `{}`", name),
            .help = fmt::format("Write {}: {}", name, value),
            .skip = skip,
            .cure = {{colon, ":", ": "}}};
  }
  const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  if (const auto lost = out_of_block(text, begin)) return told(*lost, text);
  return {.id = "missing-colon",
          .offset = at,
          .message = fmt::format("This line has no colon after its name: \"{}\"", line),
          .help = "Write a name, a colon, a space, then the value",
          .skip = skip};
}

bool stands_below_block(std::string_view text, std::size_t at) {
  const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return out_of_block(text, begin).has_value();
}

std::optional<YamlFinding> line_without_colon(std::string_view text, const ParserStop& stop,
                                              std::size_t end) {
  std::size_t at = stop.last ? text_end(text, stop.last->offset, stop.last->text) : 0;
  if (stop.last) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  for (; at < end; at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const auto line = rest_of_line(text, at);
    const auto words = trimmed(line);
    if (words.empty() || words.starts_with('#')) continue;
    return missing_colon(text, at + line.find(words));
  }
  return {};
}

}  // namespace sheaf::config
