// Lines that should say `name: value` and do not, for want of the colon or the space after it.

#include <algorithm>

#include <fmt/format.h>

#include "config/yaml_finding.hpp"
#include "config/yaml_signs.hpp"

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

bool is_block(std::string_view text, const ParserStop::Scalar& last) {
  return last.offset < text.size() && (text[last.offset] == '|' || text[last.offset] == '>');
}

/// A line without a colon is likelier one of the text above when that is a block.
void blame_indent(YamlFinding& found, std::string_view text, const ParserStop::Scalar& block,
                  std::size_t end) {
  if (!trimmed(block.text).empty()) {
    found.help += ". If it is a line of the text above, indent it as deep as that";
    found.aside = {{block.offset, "the text above"}};
    return;
  }
  found = {.id = "indent",
           .offset = found.offset,
           .message = fmt::format("This text belongs to the {} above, and is not indented deeper "
                                  "than the name before it",
                                  text[block.offset]),
           .help = "Indent each line of the text by two more spaces than that name",
           .aside = {{block.offset, "what the text belongs to"}},
           .skip = YamlFinding::Skip{found.offset, end - found.offset}};
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
  return {.id = "missing-colon",
          .offset = at,
          .message = fmt::format("This line has no colon after its name: \"{}\"", line),
          .help = "Write a name, a colon, a space, then the value",
          .skip = skip};
}

std::optional<YamlFinding> line_without_colon(std::string_view text, const ParserStop& stop,
                                              std::size_t end) {
  std::size_t at = stop.last ? text_end(text, stop.last->offset, stop.last->text) : 0;
  if (stop.last) at = std::min(text.find('\n', at), text.size() - 1) + 1;
  for (; at < end; at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const auto line = rest_of_line(text, at);
    const auto words = trimmed(line);
    if (words.empty() || words.starts_with('#')) continue;
    YamlFinding found = missing_colon(text, at + line.find(words));
    const bool below_block = stop.last && is_block(text, *stop.last);
    if (below_block && found.id == "missing-colon") blame_indent(found, text, *stop.last, end - 1);
    return found;
  }
  return {};
}

}  // namespace sheaf::config
