#pragma once
// Changes to a YAML file as typed: what is not changed keeps its comments, quotes and indentation.

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Collects edits of one file and applies them together. All nodes must come from that file; both
/// source map and nodes are borrowed.
class YamlEdit {
 public:
  YamlEdit(const SourceMap& sources, SourceId file)
      : text_(sources.text(file)), start_(sources.file_start(file)) {}

  /// Writes `text` in place of a scalar on one line, in its quotes if it has any. Other values
  /// stay.
  void replace(const model::Node& scalar, std::string_view text);
  /// Adds `key: value`, as a line before `next` or, in a map in braces, as an entry.
  void add(const model::Node& map, const model::Member& next, std::string_view entry);
  /// Takes a key and its value away, with the comments inside.
  void remove(const model::Node& map, std::string_view key);

  /// The file with all edits made; of two at one place, the first counts.
  std::string result() const;

 private:
  struct Edit {
    std::size_t at, length;  // in the file
    std::string replacement;
  };

  std::size_t offset(SourceId place) const { return place.offset - start_.offset; }
  bool is_in_braces(const model::Node& map) const { return text_[offset(map.source)] == '{'; }
  void edit(std::size_t at, std::size_t length, std::string replacement);
  std::size_t line_start(std::size_t at) const;
  std::size_t end_of_entry(std::size_t key, std::size_t limit) const;

  std::string_view text_;
  SourceId start_;
  std::vector<Edit> edits_;
};

}  // namespace sheaf::config
