#pragma once
// What `((path))` and `when:` can name: each value of the layout, typed once, when first asked for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/conform.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::document {

/// title, subtitle, language, status, meeting.*, people.KEY.*, values.*, data.NAME.count.
class Names {
 public:
  enum class Outcome {
    Found,
    NotGiven,  // the layout could say it, but does not
    Broken,    // typed wrongly; that was reported
    Cycle,     // being worked out at the moment
    Unknown
  };
  struct Answer {
    Outcome outcome = Outcome::Unknown;
    const model::Value* value = nullptr;  // when found; lives as long as the Names
  };

  /// Both must outlive the Names.
  Names(const model::LayoutSpec& spec, Diagnostics& diagnostics);
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  /// `hooks` resolve placeholders in the value itself and read data to count.
  Answer find(std::string_view path, model::ConformHooks& hooks);

  /// Reports, at `place`, why a path leads nowhere; says nothing of what was reported already.
  void explain(std::string_view path, Outcome outcome, SourceId place);

 private:
  enum class State { Fresh, Working, Done };
  struct Entry {
    std::string path;
    const model::Node* node = nullptr;  // null: not given, or `value` is there from the start
    model::Type type;
    std::string data;  // count the rows of this data
    State state = State::Fresh;
    model::Value value;
  };

  void add(std::string path, const model::Node* node, model::Type type);
  void add_text(std::string path, std::string_view text, SourceId source);
  void add_fields(const std::string& prefix, const model::Node& map, const model::Type& record);
  void add_values(const std::string& prefix, const model::Node& map);
  void add_data(const model::DataSpec& data);
  Entry* entry(std::string_view path);
  Answer work_out(Entry& entry, model::ConformHooks& hooks);
  struct Words {
    std::string message, help;
  };
  static std::optional<Words> words_for_clock(std::string_view path);
  Words words_for_unknown(std::string_view path) const;
  void explain_unknown(std::string_view path, SourceId place);

  Diagnostics& diagnostics_;
  std::vector<Entry> entries_;
};

}  // namespace sheaf::document
