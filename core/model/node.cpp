#include "model/node.hpp"

#include <algorithm>

namespace sheaf::model {

const Member* Node::find_member(std::string_view key) const {
  const auto at = std::ranges::find(members, key, &Member::key);
  return at == members.end() ? nullptr : &*at;
}

const Node* Node::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member ? &member->value : nullptr;
}

Node* Node::find(std::string_view key) {
  const auto at = std::ranges::find(members, key, &Member::key);
  return at == members.end() ? nullptr : &at->value;
}

Node text_node(std::string text, SourceId source) {
  return {.kind = NodeKind::Quoted,
          .source = source,
          .text = std::move(text),
          .items = {},
          .members = {},
          .layout = {}};
}

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::Null: return "nothing";
    case NodeKind::Plain:
    case NodeKind::Quoted: return "text";
    case NodeKind::Sequence: return "a list";
    case NodeKind::Map: return "a map";
  }
  return {};
}

}  // namespace sheaf::model
