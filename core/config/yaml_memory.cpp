#include "config/yaml_memory.hpp"

#include "config/yaml_reader.hpp"

namespace sheaf::config {
namespace {

using model::Node;

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

void move_places(CheckedTheme& made, std::uint32_t by) {
  move_places(made.theme.source, by);
  move_places(made.theme.header.source, by);
  move_places(made.theme.footer.source, by);
  for (model::FontStack& stack : made.theme.stacks) move_places(stack.source, by);
  move_places(made.logo_file, by);
}

/// A tree takes some fifty times the bytes of its text.
std::size_t size_of(const Node& node) {
  std::size_t bytes = sizeof(Node) + node.text.size();
  for (const Node& item : node.items) bytes += size_of(item);
  for (const model::Member& member : node.members) {
    bytes += sizeof(member.key) + member.key.size() + size_of(member.value);
  }
  return bytes;
}

/// From places counted from 1 to places counted from `start`.
std::uint32_t from_first(SourceId start) { return start.offset - 1; }
std::uint32_t to_first(SourceId start) { return 1 - start.offset; }

}  // namespace

Result<Node> YamlMemory::read(std::string_view text, SourceId start, Diagnostics& diagnostics) {
  if (auto known = trees_.find(text)) {
    move_places(*known, from_first(start));
    return *std::move(known);
  }
  const std::size_t findings = count_of(diagnostics);
  auto tree = read_yaml(text, start, diagnostics);
  if (tree && count_of(diagnostics) == findings) {
    Node kept = *tree;
    move_places(kept, to_first(start));
    const std::size_t bytes = size_of(kept);
    trees_.keep(text, std::move(kept), bytes);
  }
  return tree;
}

std::optional<CheckedTheme> YamlMemory::theme(std::string_view text, SourceId start) const {
  auto known = themes_.find(text);
  if (known) move_places(*known, from_first(start));
  return known;
}

void YamlMemory::keep(std::string_view text, SourceId start, CheckedTheme theme) {
  move_places(theme, to_first(start));
  const std::size_t lists = 2 * text.size();  // its texts and lists say what the file says
  themes_.keep(text, std::move(theme), sizeof theme + lists);
}

}  // namespace sheaf::config
