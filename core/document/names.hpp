#pragma once
// What `((path))` and `when:` can name: each value of the layout, typed once, when first asked for.

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/table.hpp"
#include "document/data_places.hpp"
#include "model/conform.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::document {

/// The type of a text that stands on the page and must say something. Without placeholders in it,
/// that was seen to with the layout's shape.
model::Type type_of_printed(const model::Node& typed);

/// What Names asks of the layout's data.
class TypedTables {
 public:
  virtual ~TypedTables() = default;
  /// Rows with the types of all columns; null when there is no such data, or when it cannot be
  /// read, which was reported.
  virtual const data::Table* find_typed(std::string_view name) = 0;
};

/// title, subtitle, language, status, meeting.*, people.KEY.*, values.*, and figures of the data
/// (figures.hpp).
class Names {
 public:
  enum class Outcome {
    Found,
    NotGiven,  // the layout could say it, but does not
    Broken,    // typed wrongly; that was reported
    Cycle,     // being worked out at the moment
    TooDeep,   // beyond kDeepest values that are made of one another
    Unknown
  };
  struct Answer {
    Outcome outcome = Outcome::Unknown;
    const model::Value* value = nullptr;  // when found; lives as long as the Names
  };

  static constexpr int kDeepest = 64;

  /// All must outlive the Names; `tables` are asked for nothing yet.
  Names(const model::LayoutSpec& spec, TypedTables& tables, Diagnostics& diagnostics);
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  /// `hooks` resolve placeholders in the value itself.
  Answer find(std::string_view path, model::ConformHooks& hooks);

  /// The data of which a value is a figure, or which figures in its text are of, through any
  /// values. Lives as long as the Names.
  const DataNames& data_behind(std::string_view path);

  /// The type that the schema gives a value, whatever this layout says; null for a text, a figure,
  /// one of `values` and a path that leads nowhere.
  const model::Type* declared_type(std::string_view path) const;

  /// The value that a path was most likely meant to name.
  struct Meant {
    std::string path = {};  // empty: nobody can say
    bool is_sure = false;   // so that it may be written without asking
  };
  /// Of a path among `meeting`, `values` or `data` that leads nowhere.
  Meant meant_by(std::string_view path);

  /// Reports, at `place`, why a path leads nowhere; says nothing of what was reported already. The
  /// path itself may be mended where it was typed, at `typed`.
  void explain(std::string_view path, Outcome outcome, SourceId place, SourceId typed = {});

  /// The path that a query writes as `:meeting_date`: its dots and hyphens are underscores.
  std::optional<std::string> path_of_parameter(std::string_view name) const;
  std::vector<std::string> parameters() const;

 private:
  enum class State { Fresh, Working, Done };
  struct Entry {
    std::string path;
    const model::Node* node = nullptr;  // null: not given, or `value` is there from the start
    SourceId left_empty = {};           // where its name stands with nothing behind it
    bool is_told = false;               // that it is left empty
    model::Type type;
    State state = State::Fresh;
    model::Value value;
    std::optional<DataNames> behind = {};  // data_behind(), once that was asked for
  };

  const DataNames& just(std::string_view data);
  bool look_behind(Entry& value, std::vector<Entry*>& open);
  void add(std::string path, const model::Node* node, model::Type type);
  void add_text(std::string path, std::string_view text, SourceId source);
  void add_fields(const std::string& prefix, const model::Node& map, const model::Type& record);
  void add_values(const std::string& prefix, const model::Node& map);
  Entry* entry(std::string_view path);
  Answer find_figure(std::string_view path);
  Answer work_out(Entry& entry, model::ConformHooks& hooks);
  struct Words {
    std::string message, help;
    Meant meant = {};
    SourceId cell = {};  // of data, that is at fault
  };
  static std::optional<Words> words_for_clock(std::string_view path);
  std::optional<Words> words_for_figure(std::string_view path);
  Meant near_data(std::string_view path) const;
  Words words_for_unknown(std::string_view path);
  void explain_unknown(std::string_view path, SourceId place, SourceId typed);
  bool explain_left_empty(std::string_view path, SourceId place);
  void explain_not_given(std::string_view path, SourceId place);

  const model::LayoutSpec& spec_;
  TypedTables& tables_;
  Diagnostics& diagnostics_;
  std::deque<Entry> entries_;  // whose values stay where they are
  std::unordered_map<std::string_view, Entry*> by_path_;
  std::map<std::string, DataNames, std::less<>> just_;  // one name each
  int working_ = 0;                                     // entries that are being worked out
  std::size_t compared_ = 0;                            // names that were compared with slips
};

}  // namespace sheaf::document
