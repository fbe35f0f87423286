#pragma once
// Lines and columns of a Markdown value, and where they were typed.

#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/value.hpp"

namespace sheaf::document {

/// Lines and byte columns count from 1, as cmark counts them. Both value and map are borrowed.
class TextPlaces {
 public:
  TextPlaces(const model::Value& value, const SourceMap& sources);

  int line_count() const { return static_cast<int>(lines_.size()); }
  /// Without its line feed; empty beyond the last.
  std::string_view line(int number) const;
  SourceId at(int line, int column) const;

 private:
  void find_typed_lines();

  const model::Value& value_;
  const SourceMap& sources_;
  std::vector<std::size_t> lines_;  // offsets into the text
  std::vector<SourceId> typed_;     // the same lines where they stand as typed, else empty
};

}  // namespace sheaf::document
