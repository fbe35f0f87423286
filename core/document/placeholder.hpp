#pragma once
// The grammar of `((path))` and `((path as format))`.

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

namespace sheaf::document {

/// One placeholder in a text; views into that text.
struct Placeholder {
  std::size_t begin = 0;     // of "(("
  std::string_view written;  // with its brackets
  std::string_view path;     // empty when what stands in the brackets is no placeholder
  std::string_view format;   // empty for house style

  std::size_t end() const { return begin + written.size(); }
  bool is_valid() const { return !path.empty(); }
};

/// The first `((` at or after `from`, and what it says. A text has no other use for `((`, so
/// anything else in there is a slip and comes back invalid.
std::optional<Placeholder> find_placeholder(std::string_view text, std::size_t from);

/// The paths of all placeholders in a text, each once; views into that text.
std::set<std::string_view> paths_in(std::string_view text);

}  // namespace sheaf::document
