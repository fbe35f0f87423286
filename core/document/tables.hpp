#pragma once
// The layout's data: each set of rows is read, or asked for in SQL, when it is first wanted.

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "data/database.hpp"
#include "data/table.hpp"
#include "document/data_places.hpp"
#include "document/input_files.hpp"
#include "document/names.hpp"
#include "model/conform.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::document {

/// One per build, not thread-safe. A set that cannot be read is reported once, where it is named.
class Tables final : public TypedTables {
 public:
  struct Setup {
    const model::LayoutSpec& spec;
    FileSystem& files;
    SourceMap& sources;
    data::YamlReader read_yaml;
    Diagnostics& diagnostics;
    DataPlaces& places;  // learns where it is told what is wrong with the data
  };

  /// All must outlive the Tables. `hooks` resolve placeholders in names of files, and `names` are
  /// what queries know as :meeting_date.
  Tables(Setup setup, InputFiles& input, Names& names, model::ConformHooks& hooks);

  bool is_known(std::string_view name) const { return spec_of(name) != nullptr; }

  /// Whether nothing has asked for it, and no other query seems to.
  bool is_unused(const model::DataSpec& spec) const;

  /// The rows as they were read; null when one cannot be, which was reported. They stay where
  /// they are. The data is known.
  const data::Table* find(std::string_view name);

  /// The same, but also rows of which some could not be read: for checking, not for the report.
  const data::Table* find_readable(std::string_view name);

  /// The same with the types of all columns; null also when there is no such data.
  const data::Table* find_typed(std::string_view name) override;

  /// The name itself and those of all data that it is made from, by queries.
  std::vector<std::string_view> made_from(std::string_view name) const;

  /// For a finding about the rows of a query, which have no place but the query's: its name, where
  /// it is given it, and the files that it reads. Nothing for any other place.
  std::optional<Note> way_of(SourceId place) const;

 private:
  enum class State { Working, Read, Typed };
  struct Entry {
    std::string name;
    State state = State::Working;
    std::optional<data::Table> table;  // nothing: cannot be read
  };

  const model::DataSpec* spec_of(std::string_view name) const;
  static bool is_whole(const Entry& entry) { return entry.table && entry.table->is_whole; }
  Entry& entry(const model::DataSpec& spec);
  bool report_cycle(const model::DataSpec& spec);
  std::optional<data::Table> load(const model::DataSpec& spec);
  std::optional<data::Table> load_file(const model::DataSpec& spec);
  std::optional<data::Table> load_text(const model::DataSpec& spec, const model::Value& name,
                                       data::Format format);
  bool suits_text(const model::DataSpec& spec, data::Format format);
  std::optional<data::Format> format_of(const model::Value& name);

  // queries.cpp
  DataNames told_of(const model::DataSpec& spec) const;
  void add_read_by(const model::DataSpec& spec, std::vector<const model::DataSpec*>& all) const;
  std::optional<data::Table> query_data(const model::DataSpec& spec);
  std::optional<data::Table> query_file(const model::DataSpec& spec, const model::Value& name);
  std::optional<std::string> read_database(const model::Value& name);
  bool add_mentioned(data::Database& database, const model::DataSpec& spec);
  std::optional<data::Table> select(data::Database& database, const model::DataSpec& spec,
                                    const model::Node& text, std::string_view sql);

  Setup setup_;
  InputFiles& input_;
  Names& names_;
  model::ConformHooks& hooks_;
  std::deque<Entry> entries_;  // which stay where they are while further ones are read
};

}  // namespace sheaf::document
