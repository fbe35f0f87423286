#include "model/block.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.hpp"

namespace sheaf::model {
namespace {

using Place = BlockRule::Place;
using Attributes = std::vector<BlockRule::AttributeRule>;
using enum BlockKind;

constexpr std::string_view kStatuses = "complete|on-track|at-risk|delayed";
constexpr std::string_view kPictograms = "hands|space|face|keep-left|ventilate|isolate|test";

/// Holds text and inline blocks.
BlockRule text_block(BlockKind kind, std::string_view name, Place place, Attributes attributes) {
  return {kind, name, place, {}, true, false, std::move(attributes)};
}

BlockRule inline_block(BlockKind kind, std::string_view name, Attributes attributes = {}) {
  return text_block(kind, name, Place::Inline, std::move(attributes));
}

/// Holds parts of its own and nothing else.
BlockRule group(BlockKind kind, std::string_view name, std::vector<BlockKind> parts,
                Attributes attributes = {}, Place place = Place::Free) {
  return {kind, name, place, std::move(parts), false, false, std::move(attributes)};
}

/// Holds blocks and inline content.
BlockRule body(BlockKind kind, std::string_view name, Place place, Attributes attributes = {}) {
  return {kind, name, place, {}, true, true, std::move(attributes)};
}

/// Inline, and holds nothing.
BlockRule leaf(BlockKind kind, std::string_view name, Attributes attributes = {}) {
  return {kind, name, Place::Inline, {}, false, false, std::move(attributes)};
}

std::vector<BlockRule> make_rules() {
  return {
      text_block(Heading, "heading/1", Place::Section, {{"level", "1|2|3|4", false}}),
      text_block(Paragraph, "paragraph/1", Place::Free, {{"role", "body|lead|sign-off", false}}),
      group(List, "list/1", {Item}, {{"style", "bullet|number", false}}),
      body(Item, "item/1", Place::Part),
      group(Table, "table/1", {Column, Row},
            {{"caption", "", false}, {"row-headers", "yes|no", false}}),
      text_block(Column, "column/1", Place::Part, {{"align", "start|end|centre", false}}),
      group(Row, "row/1", {Cell}, {}, Place::Part),
      text_block(Cell, "cell/1", Place::Part, {{"status", kStatuses, false}}),
      group(Figure, "figure/1", {Placed}),
      group(Facts, "facts/1", {Fact}),
      body(Fact, "fact/1", Place::Part, {{"label", "", true}}),
      group(Metrics, "metrics/1", {Metric}),
      text_block(Metric, "metric/1", Place::Part,
                 {{"label", "", true},
                  {"qualifier", "", false},
                  {"unit", "", false},
                  {"of", "", false},
                  {"trend", "up|down|level", false},
                  {"note", "", false}}),
      body(Callout, "callout/1", Place::Free,
           {{"kind", "note|advice|warning|success", false}, {"title", "", false}}),
      body(Quote, "quote/1", Place::Free, {{"by", "", false}, {"post", "", false}}),
      group(Pictograms, "pictograms/1", {Pictogram}),
      body(Pictogram, "pictogram/1", Place::Part,
           {{"icon", kPictograms, true}, {"label", "", false}}),
      group(Recommendations, "recommendations/1", {Recommendation}, {{"lead", "", false}}),
      text_block(Recommendation, "recommendation/1", Place::Part, {{"verb", "", false}}),
      leaf(Text, ""),
      inline_block(Strong, "strong/1"),
      inline_block(Emphasis, "emphasis/1"),
      inline_block(Code, "code/1"),
      inline_block(Link, "link/1", {{"to", "", true}}),
      inline_block(Language, "language/1", {{"tag", "", true}}),
      inline_block(Abbreviation, "abbreviation/1", {{"expansion", "", true}}),
      leaf(Status, "status/1", {{"word", kStatuses, true}}),
      leaf(LineBreak, "line-break/1"),
      leaf(Placed, ""),
  };
}

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

const std::vector<BlockRule>& block_rules() {
  static const std::vector<BlockRule> rules = make_rules();
  return rules;
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

const std::vector<std::string_view>& pictogram_names() {
  static const std::vector<std::string_view> names = split(kPictograms);
  return names;
}

std::string dump(const Sections& sections) {
  std::string out;
  for (const Section& section : sections) {
    out += fmt::format("section {} plugin={}", section.id, section.plugin);
    if (!section.owner.empty()) out += fmt::format(" owner={}", in_quotes(section.owner));
    if (section.title) out += fmt::format(" title={}", in_quotes(*section.title));
    out += '\n';
    for (const Block& block : section.blocks) dump(block, 2, out);
  }
  return out;
}

}  // namespace sheaf::model
