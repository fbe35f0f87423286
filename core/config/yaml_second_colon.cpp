// A second colon on a line: text, or a second name.

#include <fmt/format.h>

#include "config/layout_schema.hpp"
#include "config/yaml_spot.hpp"
#include "model/file_name.hpp"

namespace sheaf::config {
namespace {

/// Whether nothing but a comment follows on the line.
bool ends_line(const Spot& spot) {
  const auto rest = trimmed(spot.after());
  return rest.empty() || rest.starts_with('#');
}

bool is_name(std::string_view words) {
  return std::ranges::all_of(words, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Whether the next line with words is indented deeper, and begins so.
bool has_deeper_line(const Spot& spot, std::string_view beginning = {}) {
  const auto next = spot.text.find_first_not_of(" \t\r\n", spot.end);
  if (next == spot.text.npos) return false;
  const Spot below(spot.text, next);
  return below.offset - below.begin > spot.line().find_first_not_of(" -") &&
         below.text.substr(below.offset).starts_with(beginning);
}

/// The name with which a line begins whose value begins at `value`.
std::string_view name_of_line(const Spot& spot, std::size_t value) {
  const auto lead = trimmed(spot.text.substr(spot.begin, value - spot.begin));
  const auto first = std::min(lead.find_first_not_of("- "), lead.size());
  return trimmed(lead.substr(first, lead.rfind(':') - first));
}

/// `title: Summary owner: Finance`, where the key `owner` may stand beside `title`.
Found key_behind_text(const Spot& spot, std::size_t value) {
  const auto words = spot.text.substr(value, spot.offset - value);
  const auto space = words.rfind(' ');
  const auto key = words.substr(space + 1);
  if (space == words.npos || !is_key_beside(key, name_of_line(spot, value))) return {};
  const auto at = value + space;
  return YamlFinding{.id = "second-colon",
                     .offset = at + 1,
                     .message = fmt::format("`{}` belongs on a line of its own", key),
                     .help =
                         "Start a new line with it; if it is part of the text, put the whole "
                         "text in quotes",
                     .skip = YamlFinding::Skip{at, spot.end - at}};
}

/// `body: file: summary.md`, also in round brackets.
Found file_without_braces(const Spot& spot, std::size_t value) {
  const auto rest = spot.text.substr(value, spot.end - value);
  const auto words = trimmed(rest.substr(0, rest.find(" #")));
  const auto file = model::find_file_name(words);
  if (!file || !file->is_said || words.starts_with('{')) return {};
  std::string meant = fmt::format("{{ file: {} }}", file->name);
  return YamlFinding{.id = "file-name-as-text",
                     .offset = value,
                     .message = "The name of a file stands here without braces, and is printed",
                     .help = fmt::format("Write {}", meant),
                     .as_text = spot.offset,
                     .cure = {{value, std::string(words), std::move(meant)}}};
}

}  // namespace

Found second_colon(const Spot& spot, const ParserStop& stop) {
  if (spot.sign() != ':' || !same_line(spot, stop) || !stop.last->is_value) return {};
  const auto lead = spot.text.substr(spot.begin, stop.last->offset - spot.begin);
  const bool starts_line = lead.find_first_not_of(" \t-") == lead.npos;
  if (starts_line || in_quotes(spot, stop)) return {};
  const auto words =
      spot.text.substr(stop.last->offset, spot.offset - std::min(stop.last->offset, spot.offset));
  if (ends_line(spot) && is_name(words) && has_deeper_line(spot)) {
    return YamlFinding{"second-colon", spot.offset, "A second name and colon stand on this line",
                       "Start the second name on a line of its own, indented below the first"};
  }
  if (Found key = key_behind_text(spot, stop.last->offset)) return key;
  if (Found file = file_without_braces(spot, stop.last->offset)) return file;
  const bool begins_list = ends_line(spot) && has_deeper_line(spot, "- ");
  return YamlFinding{
      .id = "colon-in-text",
      .offset = spot.offset,
      .message = "A second colon on one line has a meaning of its own in YAML; it is taken as text",
      .help = begins_list ? fmt::format("Write {}: |, and start the text on the line below it",
                                        name_of_line(spot, stop.last->offset))
                          : std::string(kQuoteIt),
      .as_text = spot.offset};
}

}  // namespace sheaf::config
