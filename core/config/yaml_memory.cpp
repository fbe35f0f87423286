#include "config/yaml_memory.hpp"

#include "config/yaml_reader.hpp"

namespace sheaf::config {
namespace {

using model::Node;

constexpr std::size_t kMostBytes = 16'000'000;

void move_places(SourceId& place, std::uint32_t by) {
  if (place) place.offset += by;  // wraps, so that a move back is the difference to 2^32
}

void move_places(Node& node, std::uint32_t by) {
  move_places(node.source, by);
  for (Node& item : node.items) move_places(item, by);
  for (model::Member& member : node.members) {
    move_places(member.key_source, by);
    move_places(member.value, by);
  }
}

}  // namespace

Result<Node> YamlMemory::read(std::string_view text, SourceId start, Diagnostics& diagnostics) {
  const std::uint32_t from_first = start.offset - 1;
  if (const std::lock_guard lock(mutex_); const Node* known = find(text)) {
    Node tree = *known;
    move_places(tree, from_first);
    return tree;
  }
  const std::size_t findings = diagnostics.all().size() + diagnostics.dropped();
  auto tree = read_yaml(text, start, diagnostics);
  if (tree && diagnostics.all().size() + diagnostics.dropped() == findings) {
    Node kept = *tree;
    move_places(kept, 0 - from_first);
    keep(text, kept);
  }
  return tree;
}

const Node* YamlMemory::find(std::string_view text) {
  const auto at = trees_.find(text);
  return at == trees_.end() ? nullptr : &at->second;
}

void YamlMemory::keep(std::string_view text, const Node& tree) {
  const std::lock_guard lock(mutex_);
  if (bytes_ + text.size() > kMostBytes) {
    trees_.clear();
    bytes_ = 0;
  }
  if (trees_.emplace(text, tree).second) bytes_ += text.size();
}

}  // namespace sheaf::config
