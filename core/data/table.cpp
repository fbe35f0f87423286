#include "data/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace sheaf::data {
namespace {

Result<model::Node> only_rows(Result<model::Node> node, SourceId start, Diagnostics& diagnostics) {
  if (!node || node->kind == model::NodeKind::Sequence) return node;
  diagnostics.error("no-rows", node->source ? node->source : start,
                    fmt::format("A data file is a list of rows, not {}", name_of(node->kind)),
                    "Begin each row with `- `");
  return failed();
}

}  // namespace

std::optional<Format> format_of(const Path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  if (ending == ".csv") return Format::Csv;
  if (ending == ".json") return Format::Json;
  if (ending == ".yaml" || ending == ".yml") return Format::Yaml;
  return {};
}

Result<model::Node> read_rows(Format format, std::string_view text, SourceId start,
                              YamlReader read_yaml, Diagnostics& diagnostics) {
  switch (format) {
    case Format::Csv: return read_csv(text, start, diagnostics);
    case Format::Json: return read_json(text, start, diagnostics);
    case Format::Yaml: return only_rows(read_yaml(text, start, diagnostics), start, diagnostics);
  }
  return failed();
}

}  // namespace sheaf::data
