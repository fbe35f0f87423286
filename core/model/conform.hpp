#pragma once
// A node and a type in, a typed value out: the one place where types are checked.

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "model/node.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

namespace sheaf::model {

/// What conforming needs from outside. The defaults refuse: a layout's own schema has no files and
/// people.
class ConformHooks {
 public:
  virtual ~ConformHooks() = default;
  /// Replaces `((placeholders))` in a text for a type; Markdown keeps its text and gets
  /// replacements. Nothing: there was an error, and it was reported.
  virtual std::optional<Node> resolve(const Node& node, const Type& type,
                                      std::vector<Replacement>& replacements);
  /// The text of `{ file: … }`, as a node whose places lie in that file. Nothing: reported.
  virtual std::optional<Node> read_text(const Node& file_name);
  /// The rows of `{ data: … }`. Nothing: reported.
  virtual std::optional<Node> read_rows(const Node& data_name);
  /// The person behind a key of `people`. Nothing: no such key (reported).
  virtual std::optional<Value> find_person(const Node& key);
  /// Reads an image file and returns its asset index. Nothing: reported.
  virtual std::optional<int> read_image(const Node& file_name);
};

/// Checks `node` against `type` and gives the value; problems are reported at the place typed, with
/// what was expected, the nearest known name and how to mend it. `path` names the value in
/// messages: "with.actions[2].due". An Absent value comes back where there was an error.
Value conform(const Node& node, const Type& type, std::string_view path, ConformHooks& hooks,
              Diagnostics& diagnostics);

}  // namespace sheaf::model
