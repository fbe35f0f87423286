#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "data/columns.hpp"
#include "document/tables.hpp"
#include "model/literal.hpp"
#include "model/text_place.hpp"

namespace sheaf::document {
namespace {

using model::DataSpec;
using model::Node;
using model::Value;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether a query may name a table: its name stands there as a word, maybe in a text or a comment.
bool mentions(std::string_view sql, std::string_view name) {
  for (std::size_t at = 0; at + name.size() <= sql.size(); ++at) {
    if (!model::same_letters(sql.substr(at, name.size()), name)) continue;
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_word(sql[at - 1])) && (end == sql.size() || !is_word(sql[end]))) {
      return true;
    }
  }
  return false;
}

/// The names behind `:`, maybe in a text or a comment.
std::set<std::string_view> parameters_in(std::string_view sql) {
  std::set<std::string_view> names;
  for (auto at = sql.find(':'); at != sql.npos; at = sql.find(':', at + 1)) {
    const std::string_view rest = sql.substr(at + 1);
    names.insert(rest.substr(0, std::ranges::find_if_not(rest, is_word) - rest.begin()));
  }
  return names;
}

/// A query in the layout.
class LayoutQuery final : public data::QueryPlace {
 public:
  struct World {
    const SourceMap& sources;
    Names& names;
    model::ConformHooks& hooks;
    Diagnostics& diagnostics;
    std::vector<std::string> further_tables;
  };

  /// `text` was typed, and may be the query itself.
  LayoutQuery(const Node& text, std::string_view sql, const World& world)
      : text_(text), is_typed_(text.text == sql), world_(world) {}

  SourceId start() const override { return text_.source; }

  SourceId at(std::size_t offset) const override {
    if (!is_typed_) return text_.source;
    return model::place_in_text(world_.sources, text_.source, text_.layout, text_.text, offset);
  }

  std::vector<std::string> further_tables() const override { return world_.further_tables; }

  bool has_parameter(std::string_view name) const override {
    return world_.names.path_of_parameter(name).has_value();
  }

  std::optional<Value> parameter(std::string_view name) override {
    const auto path = world_.names.path_of_parameter(name);
    const SourceId place =
        at(std::min(text_.text.find(fmt::format(":{}", name)), text_.text.size()));
    if (!path) return unknown(name, place);
    const auto answer = world_.names.find(*path, world_.hooks);
    if (answer.value) return path->starts_with("values.") ? as_typed(*answer.value) : *answer.value;
    world_.names.explain(*path, answer.outcome, place);
    return {};
  }

 private:
  /// `values:` have no types of their own: what reads as a number is one.
  static Value as_typed(const Value& value) {
    if (value.kind != model::ValueKind::Text) return value;
    Node cell = model::text_node(value.text, value.source);
    cell.kind = model::NodeKind::Plain;
    return data::value_of(cell, data::infer_cell(cell));
  }

  std::optional<Value> unknown(std::string_view name, SourceId place) {
    const auto known = world_.names.parameters();
    world_.diagnostics.error("sql-parameter", place, fmt::format("There is no value `:{}`", name),
                             model::offer(name, {known.begin(), known.end()}));
    return {};
  }

  const Node& text_;
  bool is_typed_;
  const World& world_;
};

}  // namespace

std::optional<data::Table> Tables::query_data(const DataSpec& spec) {
  auto database = data::Database::open(spec.sql.source, setup_.diagnostics);
  if (!database || !add_mentioned(*database, spec)) return {};
  return select(*database, spec, spec.sql, spec.sql.text);
}

bool Tables::is_unused(const DataSpec& spec) const {
  return std::ranges::find(entries_, spec.name, &Entry::name) == entries_.end() &&
         std::ranges::none_of(setup_.spec.data, [&](const DataSpec& other) {
           return &other != &spec && mentions(other.sql.text, spec.name);
         });
}

/// The data itself and all that it reads, each once.
void Tables::add_read_by(const DataSpec& spec, std::vector<const DataSpec*>& all) const {
  if (std::ranges::find(all, &spec) != all.end()) return;
  all.push_back(&spec);
  for (const DataSpec& other : setup_.spec.data) {
    if (mentions(spec.sql.text, other.name)) add_read_by(other, all);
  }
}

std::vector<std::string_view> Tables::made_from(std::string_view name) const {
  std::vector<const DataSpec*> all;
  if (const DataSpec* spec = spec_of(name)) add_read_by(*spec, all);
  std::vector<std::string_view> names;
  for (const DataSpec* one : all) names.push_back(one->name);
  return names;
}

/// What is wrong with data may say what stands in any that it reads, and what its query is given.
DataNames Tables::told_of(const DataSpec& spec) const {
  DataNames all;
  const auto add = [&](std::string_view name) {
    for (const std::string_view one : made_from(name)) all.emplace(one);
  };
  add(spec.name);
  for (const std::string_view parameter : parameters_in(spec.sql.text)) {
    const auto path = names_.path_of_parameter(parameter);
    for (const std::string& behind : path ? names_.data_behind(*path) : DataNames()) add(behind);
  }
  return all;
}

std::optional<Note> Tables::way_of(SourceId place) const {
  const auto gives_rows = [&](const DataSpec& spec) {
    return place && (spec.sql.source == place || spec.table.source == place);
  };
  const auto query = std::ranges::find_if(setup_.spec.data, gives_rows);
  if (query == setup_.spec.data.end()) return {};
  std::vector<const DataSpec*> all;
  add_read_by(*query, all);
  std::vector<std::string_view> files;
  for (const DataSpec* one : all) {
    if (!one->file.is_absent()) files.push_back(one->file.text);
  }
  return Note{query->source,
              fmt::format("in the rows of the query `{}`{}{}", query->name,
                          files.empty() ? "" : ", which reads ", fmt::join(files, " and "))};
}

/// A name that stands there only as a word is read for nothing.
bool Tables::add_mentioned(data::Database& database, const DataSpec& spec) {
  bool all = true;
  for (const DataSpec& other : setup_.spec.data) {
    if (&other == &spec || !mentions(spec.sql.text, other.name)) continue;
    const data::Table* table = find_typed(other.name);
    all = all && table && database.add(other.name, *table, setup_.diagnostics);
  }
  return all;
}

std::optional<data::Table> Tables::query_file(const DataSpec& spec, const Value& name) {
  if (spec.sql.is_absent() && spec.table.is_absent()) {
    setup_.diagnostics.error("missing-value", name.source,
                             fmt::format("\"{}\" may hold several tables", name.text),
                             "Write { file: …, table: NAME } or { file: …, sql: select … }");
    return {};
  }
  const auto bytes = read_database(name);
  auto database = bytes ? data::Database::open(name.source, setup_.diagnostics) : std::nullopt;
  if (!database || !database->take_file(*bytes, name.source, setup_.diagnostics)) return {};
  if (!spec.sql.is_absent()) return select(*database, spec, spec.sql, spec.sql.text);
  return select(*database, spec, spec.table,
                fmt::format("select * from {}", data::quoted_name(spec.table.text)));
}

/// What is still in the log beside a file (WAL) would be missed.
std::optional<std::string> Tables::read_database(const Value& name) {
  const auto path = input_.find(name.text, name.source);
  if (!path) return {};
  const auto log = setup_.files.stamp(path->string() + "-wal");
  if (log && log->size > 0) {
    setup_.diagnostics.error("database-in-use", name.source,
                             fmt::format("Another program is at work on \"{}\"", name.text),
                             "Close that program first");
    return {};
  }
  auto bytes = input_.read_bytes(*path, name.text, name.source, kLargestDatabase);
  if (bytes) setup_.sources.add(path->string(), {}, name.source);
  return bytes;
}

std::optional<data::Table> Tables::select(data::Database& database, const DataSpec& spec,
                                          const Node& text, std::string_view sql) {
  LayoutQuery::World world{setup_.sources, names_, hooks_, setup_.diagnostics, {}};
  if (spec.file.is_absent()) {
    for (const DataSpec& other : setup_.spec.data) {
      if (&other != &spec) world.further_tables.push_back(other.name);
    }
  }
  LayoutQuery query(text, sql, world);
  auto table = database.select(sql, query, setup_.diagnostics);
  return table ? std::optional(std::move(*table)) : std::nullopt;
}

}  // namespace sheaf::document
