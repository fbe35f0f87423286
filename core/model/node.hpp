#pragma once
// What the administrator wrote, untyped: a YAML tree in which every value knows its place.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace sheaf::model {

/// Plain text was typed bare (`119`, `no`); Quoted text in quotes or as a block (`|`, `>`).
enum class NodeKind : std::uint8_t { Null, Plain, Quoted, Sequence, Map };

/// How the lines of a text lie in its file, so that a finding inside it can be placed.
struct TextLayout {
  bool block =
      false;  // a literal block (`|`): line n of the text is line n + 1 below the indicator
  std::uint16_t indent = 0;  // columns taken from each line of a block
};

struct Member;

struct Node {
  NodeKind kind = NodeKind::Null;
  SourceId source;              // first character of the value (an opening quote, `|`, `[` …)
  std::string text;             // Plain and Quoted
  std::vector<Node> items;      // Sequence
  std::vector<Member> members;  // Map, in the order typed; keys are unique
  TextLayout layout;

  bool is_text() const { return kind == NodeKind::Plain || kind == NodeKind::Quoted; }
  bool is_absent() const { return kind == NodeKind::Null; }
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  const Member* find_member(std::string_view key) const;
};

struct Member {
  std::string key;
  SourceId key_source;
  Node value;
};

/// A plain text node, for values that were not typed in a file.
Node text_node(std::string text, SourceId source);

/// "text", "a list", "a map", "nothing": for messages.
std::string_view name_of(NodeKind kind);

}  // namespace sheaf::model
