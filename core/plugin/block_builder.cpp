#include "plugin/block_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "model/literal.hpp"

namespace sheaf::plugin {
namespace {

using model::Block;
using model::BlockKind;
using model::BlockRule;
using model::Value;
using model::ValueKind;

/// "a table", "an item", "facts", for sentences.
std::string with_article(BlockKind kind) {
  const std::string_view name = rule_of(kind).name;
  const std::string_view word = name.substr(0, name.find('/'));
  if (word.ends_with('s')) return std::string(word);
  const bool vowel = std::string_view("aeiou").find(word.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", word);
}

std::string place_name(std::optional<BlockKind> outer) {
  return outer ? "into " + with_article(*outer) : "directly into the section";
}

std::string value_name(const Value& value) {
  switch (value.kind) {
    case ValueKind::Markdown: return "Markdown text";
    case ValueKind::Image: return "an image";
    case ValueKind::List: return "a whole list of values";
    case ValueKind::Record: return "a whole record of values";
    case ValueKind::Absent: return "a value that is not there";
    default: return "a value";
  }
}

/// Is it text that a document can hold?
bool is_clean(std::string_view text) {
  return !find_control_character(text) && !find_invalid_utf8(text);
}

/// Placed values are inline, but for Markdown, which is blocks, and images, which are figures.
bool may_place(std::optional<BlockKind> outer, const Value& value) {
  const bool takes_blocks = !outer || rule_of(*outer).holds_blocks;
  switch (value.kind) {
    case ValueKind::Absent:
    case ValueKind::List:
    case ValueKind::Record: return false;
    case ValueKind::Markdown: return takes_blocks;
    case ValueKind::Image: return takes_blocks || outer == BlockKind::Figure;
    default: return outer != BlockKind::Figure && may_hold(outer, BlockKind::Placed);
  }
}

/// The bytes of text that a copy of the value takes.
std::size_t text_size(const Value& value) {
  std::size_t bytes = value.text.size();
  for (const auto& replacement : value.replacements) bytes += replacement.text.size();
  for (const auto& member : value.members) bytes += text_size(member.value);
  return bytes;
}

constexpr std::string_view kMayBeEmpty =
    "Fill in the text that it comes from, if that is empty; if not, this is a fault of the plugin: "
    "ask those who maintain it";

std::size_t count(const Block& block, BlockKind kind) {
  return static_cast<std::size_t>(std::ranges::count(block.children, kind, &Block::kind));
}

/// A table is a rectangle below its column heads; a figure shows one picture.
std::optional<Breach> check_shape(const Block& block) {
  if (block.kind == BlockKind::Figure && block.children.size() > 1) {
    return Breach{"misplaced-block", "put more than one image into a figure"};
  }
  if (block.kind != BlockKind::Table) return {};
  const std::size_t columns = count(block, BlockKind::Column);
  for (std::size_t i = 0; i < block.children.size(); ++i) {
    const Block& part = block.children[i];
    if ((part.kind == BlockKind::Column) != (i < columns)) {
      return Breach{"misplaced-block", "put a column after the rows of its table"};
    }
    if (part.kind == BlockKind::Row && part.children.size() != columns) {
      return Breach{"misplaced-block",
                    fmt::format("wrote a row of {} cells in a table of {} columns",
                                part.children.size(), columns)};
    }
  }
  return {};
}

/// What a section worked out, as a value to place; nothing when it is none of its kind.
std::optional<Value> computed_value(const Block& block) {
  const std::string_view as = block.attribute("as"), typed = block.attribute("value");
  Value value;
  value.source = block.source;
  if (as == "date") {
    const auto date = model::parse_partial_date(typed);
    value.kind = ValueKind::Date;
    if (date) value.date = *date;
    return date ? std::optional(std::move(value)) : std::nullopt;
  }
  const bool money = as == "money";
  auto number = money ? model::parse_money(typed) : model::parse_decimal(typed);
  if (!number) return {};
  value.kind = money ? ValueKind::Money : ValueKind::Decimal;
  value.text = std::move(*number);
  return value;
}

}  // namespace

BlockBuilder::BlockBuilder(const Manifest& manifest, SourceId source, BlockLimits limits)
    : manifest_(manifest), limits_(limits) {
  root_.source = source;
}

std::optional<BlockKind> BlockBuilder::outer() const {
  return open_.empty() ? std::nullopt : std::optional(open_.back().kind);
}

SourceId BlockBuilder::source() const { return open_.empty() ? root_.source : open_.back().source; }

BlockBuilder::Verdict BlockBuilder::check_place(BlockKind kind) const {
  const BlockRule& rule = rule_of(kind);
  const bool stands_alone =
      rule.place == BlockRule::Place::Section || rule.place == BlockRule::Place::Free;
  if (stands_alone && !manifest_.declares(rule.name)) {
    return Breach{"undeclared-block",
                  fmt::format("wrote {}, which its manifest does not declare", with_article(kind))};
  }
  if (may_hold(outer(), kind)) return {};
  return Breach{"misplaced-block",
                fmt::format("put {} {}", with_article(kind), place_name(outer()))};
}

BlockBuilder::Verdict BlockBuilder::check_room(std::size_t bytes) {
  if (++blocks_ > limits_.blocks) {
    return Breach{"too-much", fmt::format("wrote more than {} blocks", limits_.blocks)};
  }
  return check_bytes(bytes);
}

BlockBuilder::Verdict BlockBuilder::check_bytes(std::size_t bytes) {
  bytes_ += bytes;
  if (bytes_ <= limits_.text) return {};
  return Breach{"too-much", fmt::format("wrote more than {} bytes of text", limits_.text)};
}

BlockBuilder::Verdict BlockBuilder::check_attributes() const {
  if (!takes_attributes_) return {};
  const Block& block = open_.back();
  for (const auto& attribute : rule_of(block.kind).attributes) {
    if (!attribute.required || !block.attribute(attribute.name).empty()) continue;
    Breach breach{"bad-attribute", fmt::format("wrote {} without its `{}`",
                                               with_article(block.kind), attribute.name)};
    if (attribute.values.empty()) {
      breach.help = kMayBeEmpty;
      breach.lacks = attribute.name;
    }
    return breach;
  }
  return {};
}

/// Before any content: the attributes of the block around it are complete now.
BlockBuilder::Verdict BlockBuilder::check_content() {
  auto breach = check_attributes();
  takes_attributes_ = false;
  return breach;
}

BlockBuilder::Verdict BlockBuilder::open(BlockKind kind, SourceId source) {
  if (auto breach = check_content()) return breach;
  if (auto breach = check_place(kind)) return breach;
  if (auto breach = check_room(0)) return breach;
  if (open_.size() == limits_.depth) {
    return Breach{"too-much",
                  fmt::format("put blocks into each other more than {} deep", limits_.depth)};
  }
  Block block;
  block.kind = kind;
  block.source = source ? source : this->source();
  open_.push_back(std::move(block));
  takes_attributes_ = true;
  return {};
}

BlockBuilder::Verdict BlockBuilder::attribute(std::string_view name, std::string_view value) {
  if (!takes_attributes_) {
    return Breach{"bad-attribute", "gave an attribute that does not come directly after its block"};
  }
  Block& block = open_.back();
  const auto* rule = rule_of(block.kind).find_attribute(name);
  if (!rule) return {};  // of a later revision: it changes nothing that is known here
  if (value.size() > limits_.attribute) {
    return Breach{"too-much",
                  fmt::format("gave {} a `{}` of more than {} bytes", with_article(block.kind),
                              name, limits_.attribute),
                  "Shorten the text that it comes from"};
  }
  if (!is_clean(value)) {
    return Breach{"invalid-text", fmt::format("gave {} a `{}` that is no readable text",
                                              with_article(block.kind), name)};
  }
  if (!allows(*rule, value)) {
    return Breach{"bad-attribute",
                  fmt::format("gave {} the `{}` \"{}\", which is none of {}",
                              with_article(block.kind), name, value, rule->values)};
  }
  const bool is_second = std::ranges::any_of(
      block.attributes, [&](const model::Attribute& given) { return given.name == name; });
  if (is_second) {
    return Breach{"bad-attribute",
                  fmt::format("gave {} the `{}` twice", with_article(block.kind), name)};
  }
  if (auto breach = check_bytes(value.size())) return breach;
  block.attributes.push_back({std::string(rule->name), std::string(value)});
  return {};
}

BlockBuilder::Verdict BlockBuilder::add(Block block) {
  inner().children.push_back(std::move(block));
  return {};
}

BlockBuilder::Verdict BlockBuilder::text(std::string_view text) {
  if (text.empty()) return {};
  if (auto breach = check_content()) return breach;
  if (auto breach = check_room(text.size())) return breach;
  if (!is_clean(text)) {
    return Breach{"invalid-text",
                  "wrote text that is not valid UTF-8 or holds control characters " +
                      place_name(outer()) + " (often from a string_view whose text is gone)"};
  }
  if (!may_hold(outer(), BlockKind::Text)) {
    return Breach{"misplaced-block", "put text " + place_name(outer())};
  }
  Block block;
  block.kind = BlockKind::Text;
  block.source = source();
  block.text = text;
  return add(std::move(block));
}

BlockBuilder::Verdict BlockBuilder::place(const Value& value) {
  if (auto breach = check_content()) return breach;
  if (auto breach = check_room(text_size(value))) return breach;
  if (!may_place(outer(), value)) {
    return Breach{"misplaced-block",
                  fmt::format("put {} {}", value_name(value), place_name(outer()))};
  }
  Block block;
  block.kind = BlockKind::Placed;
  block.source = value.source;
  block.value = value;
  return add(std::move(block));
}

BlockBuilder::Verdict BlockBuilder::add_computed(const Block& block) {
  if (const auto value = computed_value(block)) return place(*value);
  return Breach{"bad-attribute",
                fmt::format("wrote \"{}\" as {}, which it is not", block.attribute("value"),
                            block.attribute("as") == "money"  ? "an amount of money"
                            : block.attribute("as") == "date" ? "a date"
                                                              : "a number")};
}

BlockBuilder::Verdict BlockBuilder::close() {
  if (open_.empty()) return Breach{"unbalanced-blocks", "ended a block that it had not begun"};
  if (auto breach = check_content()) return breach;
  if (auto breach = check_shape(open_.back())) return breach;
  Block block = std::move(open_.back());
  open_.pop_back();
  if (block.kind == BlockKind::Computed) return add_computed(block);
  const BlockRule& rule = rule_of(block.kind);
  const bool is_empty_group = block.children.empty() && !rule.children.empty() &&
                              !rule.holds_inline && block.kind != BlockKind::Row;
  return is_empty_group ? Verdict() : add(std::move(block));  // a list without items is nothing
}

BlockBuilder::Verdict BlockBuilder::finish() {
  if (open_.empty()) return {};
  return Breach{"unbalanced-blocks",
                fmt::format("did not end {} that it had begun", with_article(open_.back().kind))};
}

}  // namespace sheaf::plugin
