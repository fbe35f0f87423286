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
  incomplete_ = incomplete_ || !table->rows;
  return table->rows ? &*table->rows : nullptr;
}

std::optional<Node> Binder::load_rows(const DataSpec& data) {
  const std::string path = fmt::format("data.{}", data.name);
  const model::Value file_name = model::conform(data.file, model::Type{}, path, *this, diagnostics_);
  return file_name.is_absent() ? std::nullopt : load_file(file_name);
}

std::optional<Node> Binder::load_file(const model::Value& name) {
  const auto format = data::format_of(name.text);
  if (!format) {
    diagnostics_.error("unknown-data-format", name.source,
                       fmt::format("\"{}\" cannot be read as data", name.text),
                       "Save the data as .csv, .json or .yaml");
    return {};
  }
  const auto file = files_.read_text(name.text, name.source, kLongestData);
  if (!file) return {};
  auto rows = data::read_rows(*format, file->text, file->start, world_.read_yaml, diagnostics_);
  return rows ? std::optional(std::move(*rows)) : std::nullopt;
}

}  // namespace sheaf::document
