#include <fmt/format.h>

#include <algorithm>

#include "data/table.hpp"
#include "document/binder.hpp"

namespace sheaf::document {

using model::DataSpec;
using model::Node;

const DataSpec* Binder::find_data(const Node& name) {
  const auto at = std::ranges::find(spec_.data, name.text, &DataSpec::name);
  if (at != spec_.data.end()) return &*at;
  std::vector<std::string_view> known;
  for (const DataSpec& data : spec_.data) known.push_back(data.name);
  diagnostics_.error(
      "unknown-data", name.source, fmt::format("There is no data `{}`", name.text),
      known.empty() ? "Name the file under `data:`" : model::offer(name.text, known));
  return nullptr;
}

const Node* Binder::read_rows(const Node& data_name) {
  auto table = std::ranges::find(tables_, data_name.text, &Table::name);
  if (table == tables_.end()) {
    const DataSpec* data = find_data(data_name);
    if (!data) return nullptr;
    table = tables_.insert(tables_.end(), {data->name, load_rows(*data)});
  }
  return table->rows ? &*table->rows : nullptr;
}

std::optional<Node> Binder::load_rows(const DataSpec& data) {
  const auto format = data::format_of(data.file);
  if (!format) {
    diagnostics_.error("unknown-data-format", data.file_source,
                       fmt::format("\"{}\" cannot be read as data", data.file),
                       "Save the data as .csv, .json or .yaml");
    return {};
  }
  const auto file = files_.read_text(data.file, data.file_source, kLongestData);
  if (!file) return {};
  auto rows = data::read_rows(*format, file->text, file->start, world_.read_yaml, diagnostics_);
  return rows ? std::optional(std::move(*rows)) : std::nullopt;
}

}  // namespace sheaf::document
