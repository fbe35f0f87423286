#include "config/data_spec.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "model/limits.hpp"

namespace sheaf::config {
namespace {

using model::DataSpec;
using model::Member;
using model::Node;

/// Nothing for a text that says nothing.
Node given(const Node* value) {
  return value && value->is_text() && !model::is_blank(value->text) ? *value : Node{};
}

Node text_of(const Node& map, std::string_view key) { return given(map.find(key)); }

DataSpec spec_of(const Member& named) {
  const auto& [name, source, value] = named;
  DataSpec spec;
  spec.name = name;
  spec.source = source;
  spec.file = value.is_text() ? given(&value) : text_of(value, "file");
  spec.sql = text_of(value, "sql");
  spec.table = text_of(value, "table");
  spec.separator = text_of(value, "separator");
  spec.encoding = text_of(value, "encoding");
  if (const Node* columns = value.find("columns")) spec.columns = columns->members;
  std::erase_if(spec.columns, [](const Member& column) { return !column.value.is_text(); });
  return spec;
}

bool gives(const Node& typed, std::string_view key) { return !text_of(typed, key).is_absent(); }

/// A key of an entry that says nothing beside its others.
std::optional<std::string_view> idle_key(const DataSpec& spec, const Node& typed) {
  if (!spec.table.is_absent() && !spec.sql.is_absent()) return kKeysOfFile[0];
  if (!spec.file.is_absent()) return {};
  for (const std::string_view key : kKeysOfFile) {
    if (gives(typed, key)) return key;
  }
  return {};
}

void tell_no_rows(const DataSpec& spec, const Node& typed, Diagnostics& diagnostics) {
  const Node* sql = typed.find("sql");
  const Node* empty = sql ? sql : typed.find("file");
  if (empty && empty->is_text()) return;  // a blank one was reported with the layout's shape
  const SourceId place = empty ? empty->source : typed.source;
  diagnostics.error(
      "missing-value", place ? place : spec.source,
      sql ? fmt::format("The query of the data `{}` is empty", spec.name)
          : fmt::format("The data `{}` names no file", spec.name),
      sql ? "Write select … behind `sql:`"
          : fmt::format("Write {}: and the name of a CSV, JSON or YAML file", spec.name));
}

void check(const DataSpec& spec, const Node& typed, Diagnostics& diagnostics) {
  if (spec.file.is_absent() && spec.sql.is_absent()) return tell_no_rows(spec, typed, diagnostics);
  const auto idle = idle_key(spec, typed);
  if (!idle) return;
  diagnostics.error(
      "idle-key", typed.find_member(*idle)->key_source,
      fmt::format("`{}` has no meaning beside `sql`", *idle),
      *idle == "table" ? "Name the table in the query" : "Say it where the file is named");
}

}  // namespace

std::vector<DataSpec> take_data(const Node& data, Diagnostics& diagnostics) {
  std::vector<DataSpec> specs;
  for (const Member& named : data.members) {
    check(specs.emplace_back(spec_of(named)), named.value, diagnostics);
  }
  return specs;
}

}  // namespace sheaf::config
