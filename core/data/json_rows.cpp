#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/json.hpp"
#include "data/table.hpp"
#include "model/json_node.hpp"

namespace sheaf::data {
namespace {

/// The opening quote of the string that ends at or before `end`: the nearest quote that no
/// backslash escapes.
std::size_t opening_quote(std::string_view text, std::size_t end) {
  for (auto quote = text.rfind('"', end); quote != std::string_view::npos && quote > 0;
       quote = text.rfind('"', quote - 1)) {
    const auto before = text.find_last_not_of('\\', quote - 1);
    const std::size_t slashes = quote - 1 - (before == std::string_view::npos ? 0 : before);
    if (slashes % 2 == 0) return quote;
  }
  return 0;
}

std::size_t word_begin(std::string_view text, std::size_t end) {
  const auto last = text.find_last_not_of(" \t\r\n,:]}", end);
  const auto before = text.find_last_of(" \t\r\n,:[{", last);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// The first byte of a value that parse_json places near its end.
std::size_t value_begin(std::string_view text, const Json& value) {
  const std::size_t end = std::min(value.offset, text.empty() ? 0 : text.size() - 1);
  switch (value.kind) {
    case Json::Kind::Object: return std::min(text.rfind('{', end), end);
    case Json::Kind::Array: return std::min(text.rfind('[', end), end);
    case Json::Kind::String: {
      const auto closing = text.rfind('"', end);
      return closing == std::string_view::npos || closing == 0 ? 0
                                                               : opening_quote(text, closing - 1);
    }
    default: return word_begin(text, end);
  }
}

/// The opening quote of the name whose value begins at `value`.
std::size_t name_begin(std::string_view text, std::size_t value) {
  const auto colon = text.rfind(':', value);
  const auto closing = colon == std::string_view::npos ? 0 : text.rfind('"', colon);
  return closing == 0 || closing == std::string_view::npos ? 0 : opening_quote(text, closing - 1);
}

/// Takes `value` apart: a million of them and as many nodes do not fit side by side.
model::Node node_of(Json value, std::string_view text, SourceId start) {
  const std::size_t begin = value_begin(text, value);
  model::Node node;
  node.kind = model::kind_of(value);
  node.source = start + begin;
  node.text = std::move(value.text);
  for (Json& item : value.items) node.items.push_back(node_of(std::move(item), text, start));
  for (auto& [name, member] : value.members) {
    model::Node one = node_of(std::move(member), text, start);
    const SourceId key = start + name_begin(text, one.source.offset - start.offset);
    node.members.push_back({std::move(name), key, std::move(one)});
  }
  return node;
}

Result<Json> parse(std::string_view text, SourceId start, Diagnostics& diagnostics) {
  auto value = parse_json(text);
  if (value) return std::move(*value);
  diagnostics.error("json-syntax", start + value.error().offset,
                    fmt::format("This is not JSON: {}", value.error().reason),
                    "Check brackets, commas and quotation marks here");
  return failed();
}

/// The row on one line; nothing when it is none, which is reported.
std::optional<model::Node> row_of_line(std::string_view line, SourceId start,
                                       Diagnostics& diagnostics) {
  auto value = parse(line, start, diagnostics);
  if (!value) return {};
  if (value->kind == Json::Kind::Object) return node_of(std::move(*value), line, start);
  diagnostics.error("no-rows", start, "Each line of this data file is an object",
                    "Write { \"column\": \"value\" }, or name the file .json");
  return {};
}

}  // namespace

Result<model::Node> read_json(std::string_view text, SourceId start, Diagnostics& diagnostics) {
  SHEAF_TRY(value, parse(text, start, diagnostics));
  const bool objects = std::ranges::all_of(
      value.items, [](const Json& item) { return item.kind == Json::Kind::Object; });
  if (value.kind != Json::Kind::Array || !objects) {
    diagnostics.error("no-rows", start, "A JSON data file is a list of objects",
                      "Write [ { \"column\": \"value\" }, … ]");
    return failed();
  }
  return node_of(std::move(value), text, start);
}

Result<model::Node> read_json_lines(std::string_view text, SourceId start,
                                    Diagnostics& diagnostics) {
  model::Node rows;
  rows.kind = model::NodeKind::Sequence;
  rows.source = start;
  bool whole = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      auto row = row_of_line(line, start + at, diagnostics);
      whole = whole && row;
      if (row) rows.items.push_back(*std::move(row));
    }
    at = end + 1;
  }
  if (!whole) return failed();
  return rows;
}

}  // namespace sheaf::data
