#include "model/json_node.hpp"

namespace sheaf::model {

NodeKind kind_of(const Json& value) {
  switch (value.kind) {
    case Json::Kind::Null: return NodeKind::Null;
    case Json::Kind::Boolean:
    case Json::Kind::Number: return NodeKind::Plain;
    case Json::Kind::String: return NodeKind::Quoted;
    case Json::Kind::Array: return NodeKind::Sequence;
    case Json::Kind::Object: return NodeKind::Map;
  }
  return NodeKind::Null;
}

Node node_of(const Json& value, SourceId source) {
  Node made = text_node(value.text, source);
  made.kind = kind_of(value);
  for (const Json& item : value.items) made.items.push_back(node_of(item, source));
  for (const auto& [key, member] : value.members) {
    made.members.push_back({key, source, node_of(member, source)});
  }
  return made;
}

}  // namespace sheaf::model
