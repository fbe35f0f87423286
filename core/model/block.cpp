#include "model/block.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.hpp"

namespace sheaf::model {
namespace {

using Place = BlockRule::Place;
using enum BlockKind;

std::vector<std::string_view> split(std::string_view values) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto bar = values.find('|');
    parts.push_back(values.substr(0, bar));
    if (bar == std::string_view::npos) return parts;
    values.remove_prefix(bar + 1);
  }
}

std::string in_quotes(std::string_view text) { return write_json(Json::string(text)); }

void dump(const Block& block, int indent, std::string& out) {
  if (block.kind == Placed) {
    out += fmt::format("{:{}}placed {}", "", indent, dump(block.value, indent));
    return;
  }
  out += fmt::format(
      "{:{}}{}", "", indent,
      block.kind == Text ? in_quotes(block.text) : std::string(rule_of(block.kind).name));
  for (const Attribute& attribute : block.attributes) {
    out += fmt::format(" {}={}", attribute.name, in_quotes(attribute.value));
  }
  out += '\n';
  for (const Block& child : block.children) dump(child, indent + 2, out);
}

}  // namespace

std::string_view Block::attribute(std::string_view name) const {
  const auto at = std::ranges::find(attributes, name, &Attribute::name);
  return at == attributes.end() ? std::string_view() : std::string_view(at->value);
}

const BlockRule::AttributeRule* BlockRule::find_attribute(std::string_view wanted) const {
  const auto at = std::ranges::find(attributes, wanted, &AttributeRule::name);
  return at == attributes.end() ? nullptr : &*at;
}

const BlockRule& rule_of(BlockKind kind) { return block_rules()[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> find_block_kind(std::string_view name) {
  const auto at = std::ranges::find(block_rules(), name, &BlockRule::name);
  if (name.empty() || at == block_rules().end()) return std::nullopt;
  return at->kind;
}

bool may_hold(std::optional<BlockKind> outer, BlockKind inner) {
  const Place place = rule_of(inner).place;
  if (!outer) return place != Place::Part;
  const BlockRule& rule = rule_of(*outer);
  if (std::ranges::find(rule.children, inner) != rule.children.end()) return true;
  return place == Place::Inline ? rule.holds_inline : place == Place::Free && rule.holds_blocks;
}

bool allows(const BlockRule::AttributeRule& attribute, std::string_view value) {
  if (attribute.values.empty()) return true;
  const auto values = split(attribute.values);
  return std::ranges::find(values, value) != values.end();
}

std::string dump(const Sections& sections) {
  std::string out;
  for (const Section& section : sections) {
    out += fmt::format("section {} plugin={}", section.id, section.plugin);
    if (!section.owner.empty()) out += fmt::format(" owner={}", in_quotes(section.owner));
    if (section.title) out += fmt::format(" title={}", in_quotes(*section.title));
    out += section.is_gap ? " gap\n" : "\n";
    for (const Block& block : section.blocks) dump(block, 2, out);
  }
  return out;
}

}  // namespace sheaf::model
