#pragma once
// What differs between two documents, said as a clerk would: which section, which paragraph or
// table row, which words. Fonts, colours, numbering and page breaks are not compared, nor are the
// languages that parts are marked with.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/document.hpp"

namespace sheaf::document {

/// Words in a row that are in both documents, only in the first, or only in the second.
struct WordRun {
  enum class Kind : std::uint8_t { Kept, Removed, Added } kind;
  std::string text;

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

struct Difference {
  enum class Kind : std::uint8_t { Changed, Added, Removed, Moved } kind;
  std::string_view what;       // "paragraph", "table row", "section", "section title", "date"
  std::string section;         // title or id of the section; empty for the report as a whole
  std::vector<WordRun> words;  // for Moved: all kept
  std::string note = {};       // what words do not say: "the picture is another"
  SourceId before = {};        // in the first document's files; none for what was added
  SourceId after = {};         // in the second's; none for what was removed
};

/// "changed", "added", "removed", "moved".
std::string_view name_of(Difference::Kind kind);

/// In the order of the second document; what only the first has follows what came before it, and
/// whole sections that were removed come last. Bounded: see edit_script.hpp.
std::vector<Difference> differences(const model::Document& before, const model::Document& after);

}  // namespace sheaf::document
