#include "config/merge.hpp"

#include <utility>

namespace sheaf::config {
namespace {

using model::Node;
using model::NodeKind;

bool is_reference(const Node& map) {
  if (map.members.size() != 1) return false;
  const auto& key = map.members.front().key;
  return key == "file" || key == "data" || key == "sql";
}

bool merges(const Node& node) { return node.kind == NodeKind::Map && !is_reference(node); }

}  // namespace

Node merge(Node base, Node over) {
  if (!merges(base) || !merges(over)) return over;
  for (model::Member& member : over.members) {
    Node* below = base.find(member.key);
    if (!below) {
      base.members.push_back(std::move(member));
      continue;
    }
    *below = merge(std::move(*below), std::move(member.value));
  }
  base.source = over.source;
  return base;
}

}  // namespace sheaf::config
