#include "data/table.hpp"

#include <fmt/format.h>

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

Result<model::Node> read_rows(const Path& path, std::string_view text, SourceId start,
                              YamlReader read_yaml, Diagnostics& diagnostics) {
  const std::string ending = path.extension().string();
  if (ending == ".csv" || ending == ".CSV") return read_csv(text, start, diagnostics);
  if (ending == ".json") return read_json(text, start, diagnostics);
  if (ending == ".yaml" || ending == ".yml") {
    return only_rows(read_yaml(text, start, diagnostics), start, diagnostics);
  }
  diagnostics.error("unknown-data-format", start,
                    fmt::format("Files that end in \"{}\" cannot be read as data", ending),
                    "Save the data as .csv, .json or .yaml");
  return failed();
}

}  // namespace sheaf::data
