#pragma once
// A node and a type in, a typed value out: the one place where types are checked.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/node.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

namespace sheaf::model {

/// What conforming needs from outside. By default texts are taken as they stand, and there are no
/// files, data and people: a value that names one is an error.
class ConformHooks {
 public:
  virtual ~ConformHooks() = default;
  /// Whether the hooks below lead anywhere. When not, naming a file, data or a person is an error.
  virtual bool reach_outside() const { return false; }
  /// Replaces `((placeholders))` in a text for a type; Markdown keeps its text and gets
  /// replacements. Asked when the text holds `(` or `{{`. Nothing: there was an error, and it was
  /// reported. TypeKind::Any asks for the canonical form (ISO dates) in place of house style.
  virtual std::optional<Node> resolve(const Node& node, const Type& type,
                                      std::vector<Replacement>& replacements);
  /// The text of `{ file: … }`, as a node whose places lie in that file. Nothing: reported.
  virtual std::optional<Node> read_text(const Node& file_name);
  /// Whether there is a file of that name, which `{ file: … }` may read.
  virtual bool has_file(const Node& file_name) const;
  /// The rows of `{ data: … }`, which the hooks own; null: reported.
  virtual const Node* read_rows(const Node& data_name);
  /// Types the columns of a Table's rows, maps of texts: those that were typed, or of `data`.
  virtual Value make_table(Node rows, const Node* data);
  /// The person behind a key of `people`. Nothing: no such key (reported).
  virtual std::optional<Value> find_person(const Node& key);
  /// Reads an image file and returns its asset index. Nothing: reported.
  virtual std::optional<int> read_image(const Node& file_name);
};

/// Checks `node` against `type` and gives the value; problems are reported at the place typed, with
/// what was expected, the nearest known name and how to mend it. `path` names the value in
/// messages, entries of lists counted from 1: "with.actions[2].due". An Absent value comes back
/// where there was an error, and inside records it is left out. TypeKind::Any is a text
/// with placeholders in canonical form: a file's name, an address.
Value conform(const Node& node, const Type& type, std::string_view path, ConformHooks& hooks,
              Diagnostics& diagnostics);

/// The part of checking a record that does not look into its fields: unknown keys and missing
/// required ones. `node` is a map.
void check_keys(const Node& node, const Type& record, std::string_view path,
                Diagnostics& diagnostics);

/// What stands at a node, as messages quote it: "a text", shortened, or the kind: a list.
std::string shown(const Node& node);

/// The fix that gives one of the program's own words, as typed at `at`, the one known that is near
/// it; none without one.
std::vector<Fix> nearest_fix(SourceId at, std::string_view typed,
                             const std::vector<std::string_view>& known);
/// The same of names that people chose: only what can be no other name (text_distance.hpp).
std::vector<Fix> slip_fix(SourceId at, std::string_view typed,
                          const std::vector<std::string_view>& known);
/// The fix that puts another text in place of a value.
Fix replacement_of(const Node& typed, std::string replacement);

/// "Did you mean `due`?", or "Known here: due, owner" when nothing is near.
std::string offer(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace sheaf::model
