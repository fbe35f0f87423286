#pragma once
// Where words of a finished text were typed: a text knows where it begins, its words do not.

#include <string_view>

#include "base/source.hpp"

namespace sheaf {

struct TypedWords {
  std::string_view words;     // as they were typed
  std::size_t skip = 0;       // how many places of the same words come before
  std::size_t reach = 1'000;  // bytes after the beginning within which they start
};

/// The place of the words at or after `from` in its file; `from` itself when they are not there, as
/// when they came out of an escape or a placeholder.
SourceId typed_place(const SourceMap& sources, SourceId from, const TypedWords& typed);

}  // namespace sheaf
