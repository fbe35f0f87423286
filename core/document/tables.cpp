#include "document/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "data/columns.hpp"
#include "data/total_row.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

using model::DataSpec;
using model::Value;

char separator_of(const DataSpec& spec) {
  if (spec.separator.is_absent()) return ',';
  return model::same_letters(spec.separator.text, "tab") ? '\t' : spec.separator.text[0];
}

bool is_workbook(std::string_view ending) {
  return model::same_letters(ending, ".xlsx") || model::same_letters(ending, ".xls") ||
         model::same_letters(ending, ".xlsm") || model::same_letters(ending, ".ods");
}

}  // namespace

Tables::Tables(Setup setup, InputFiles& input, Names& names, model::ConformHooks& hooks)
    : setup_(setup), input_(input), names_(names), hooks_(hooks) {}

const DataSpec* Tables::spec_of(std::string_view name) const {
  const auto at = std::ranges::find(setup_.spec.data, name, &DataSpec::name);
  return at == setup_.spec.data.end() ? nullptr : &*at;
}

const data::Table* Tables::find(std::string_view name) {
  const data::Table* table = find_readable(name);
  return table && table->is_whole ? table : nullptr;
}

const data::Table* Tables::find_readable(std::string_view name) {
  const DataSpec* spec = spec_of(name);
  if (!spec) return nullptr;
  const Entry& read = entry(*spec);
  return read.table ? &*read.table : nullptr;
}

const data::Table* Tables::find_typed(std::string_view name) {
  const DataSpec* spec = spec_of(name);
  if (!spec) return nullptr;
  Entry& read = entry(*spec);
  if (!is_whole(read)) return nullptr;
  if (read.state != State::Typed) infer_columns(*read.table);
  read.state = State::Typed;
  return &*read.table;
}

Tables::Entry& Tables::entry(const DataSpec& spec) {
  const auto known = std::ranges::find(entries_, spec.name, &Entry::name);
  if (known != entries_.end()) {
    if (known->state == State::Working) report_cycle(spec);
    return *known;
  }
  Entry& made = entries_.emplace_back(Entry{spec.name, State::Working, {}});
  const SectionScope scope(setup_.diagnostics, {});  // the layout's, whoever asks first
  const DataNames told = told_of(spec);
  const DataScope data(setup_.diagnostics, setup_.places, told);
  made.table = load(spec);
  made.state = State::Read;
  return made;
}

bool Tables::report_cycle(const DataSpec& spec) {
  setup_.diagnostics.error("data-cycle", spec.source,
                           fmt::format("The data `{}` is made of itself", spec.name),
                           "Let the query read data that does not come from it");
  return false;
}

std::optional<data::Table> Tables::load(const DataSpec& spec) {
  if (spec.file.is_absent() && spec.sql.is_absent()) return {};  // which was reported
  auto table = spec.file.is_absent() ? query_data(spec) : load_file(spec);
  if (!table || !declare_columns(*table, spec.columns, spec.name, setup_.diagnostics)) return {};
  if (spec.sql.is_absent()) {
    report_mixed_columns(*table, spec.name, setup_.diagnostics);
    report_total_row(*table, spec.name, setup_.diagnostics);
  }
  return table;
}

std::optional<data::Table> Tables::load_file(const DataSpec& spec) {
  const Value name = model::conform(spec.file, model::Type{}, fmt::format("data.{}", spec.name),
                                    hooks_, setup_.diagnostics);
  if (name.is_absent()) return {};
  const auto format = format_of(name);
  if (!format) return {};
  return *format == data::Format::Sqlite ? query_file(spec, name) : load_text(spec, name, *format);
}

std::optional<data::Format> Tables::format_of(const Value& name) {
  const auto format = data::format_of(name.text);
  if (format) return format;
  const bool workbook = is_workbook(Path(name.text).extension().string());
  setup_.diagnostics.error(
      "unknown-data-format", name.source,
      workbook ? fmt::format("\"{}\" is a workbook, and Sheaf reads no workbooks", name.text)
               : fmt::format("\"{}\" cannot be read as data", name.text),
      workbook ? "Open it, choose the sheet, and save it as \"CSV UTF-8 (comma delimited)\""
               : "Save the data as .csv, .json, .jsonl, .yaml or .db (SQLite)");
  return {};
}

std::optional<data::Table> Tables::load_text(const DataSpec& spec, const Value& name,
                                             data::Format format) {
  if (!suits_text(spec, format)) return {};
  const auto file =
      input_.read_text(name.text, name.source, kLongestData, spec.encoding, Inclusion::Data);
  if (!file) return {};
  auto table = data::read_table(format, file->text, file->start, separator_of(spec),
                                setup_.read_yaml, setup_.diagnostics);
  return table ? std::optional(std::move(*table)) : std::nullopt;
}

/// Keys that say nothing about a file of this format.
bool Tables::suits_text(const DataSpec& spec, data::Format format) {
  const bool csv = format == data::Format::Csv;
  const auto refuse = [&](const model::Node& key, std::string_view name, std::string_view help) {
    if (key.is_absent()) return true;
    setup_.diagnostics.error("idle-key", key.source,
                             fmt::format("`{}` does not suit this file", name), std::string(help));
    return false;
  };
  return refuse(spec.sql, "sql",
                "Name the file under a name of its own, and query that name: { sql: … }") &&
         refuse(spec.table, "table", "It is for SQLite files: take it out") &&
         (csv || (refuse(spec.separator, "separator", "It is for CSV files: take it out") &&
                  refuse(spec.encoding, "encoding", "It is for CSV files: take it out")));
}

}  // namespace sheaf::document
