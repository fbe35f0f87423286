#pragma once
// Blocks: what a section plugin returned. Meaning, never drawing.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/exemption.hpp"
#include "model/value.hpp"

namespace sheaf::model {

enum class BlockKind : std::uint8_t {
  // blocks
  Heading,
  Paragraph,
  List,
  Item,
  Table,
  Column,
  Row,
  Cell,
  Figure,
  Facts,
  Fact,
  Metrics,
  Metric,
  Callout,
  Quote,
  Pictograms,
  Pictogram,
  Recommendations,
  Recommendation,
  // inline
  Text,
  Strong,
  Emphasis,
  Code,
  Link,
  Language,
  Abbreviation,
  Status,
  LineBreak,
  Computed,  // at the plugin boundary alone: BlockBuilder makes a Placed of it
  // a value that the core sets itself: Markdown, a date, money, a link, an image
  Placed,
};

struct Attribute {
  std::string name, value;
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  SourceId source;
  std::string text;  // Text
  std::vector<Attribute> attributes;
  std::vector<Block> children;
  Value value;  // Placed

  /// The value of an attribute, or empty.
  std::string_view attribute(std::string_view name) const;
};

/// One kind: its name at the plugin boundary, where it may stand, what it may hold, its attributes.
struct BlockRule {
  enum class Place : std::uint8_t {
    Section,  // directly in a section only: a heading
    Free,     // in a section, and wherever `holds_blocks`: a paragraph, a list, …
    Part,     // only where a rule's `children` name it: an item, a row, …
    Inline,   // wherever `holds_inline` or `holds_blocks`: text, a link, …
  };
  struct AttributeRule {
    std::string_view name;
    std::string_view values;  // "bullet|number", or empty for any text
    bool required;
  };
  BlockKind kind;
  std::string_view name;  // "table/1"
  Place place;
  std::vector<BlockKind> children;  // parts that may stand in it
  bool holds_inline;                // text and inline blocks may stand in it
  bool holds_blocks;  // free blocks, too; inline content between them is a paragraph of its own
  std::vector<AttributeRule> attributes;

  bool is_inline() const { return place == Place::Inline; }
  const AttributeRule* find_attribute(std::string_view name) const;
};

/// All kinds, in the order of BlockKind (Text and Placed have no name of their own).
const std::vector<BlockRule>& block_rules();
const BlockRule& rule_of(BlockKind kind);
std::optional<BlockKind> find_block_kind(std::string_view name);

/// Whether `inner` may stand directly in `outer`, or, without `outer`, directly in a section.
/// Placed may stand wherever its value can be shown: inline, as blocks, or in a figure.
bool may_hold(std::optional<BlockKind> outer, BlockKind inner);
/// Whether `value` is one that the attribute allows.
bool allows(const BlockRule::AttributeRule& attribute, std::string_view value);

/// Names of the bundled pictograms: "hands", "space", "face", "keep-left", "ventilate", "isolate",
/// "test".
const std::vector<std::string_view>& pictogram_names();

struct Section {
  std::string id, plugin, owner;
  std::optional<std::string> title;
  SourceId source, title_source;
  std::vector<Block> blocks;
  std::string part = {};  // the part of `parts` that it uses, or empty
  std::optional<Exemption> exemption = {};
  bool is_gap = false;  // its plugin failed, and the layout lets the rest be built

  /// Whether the public edition prints a notice instead.
  bool is_notice() const { return exemption && !exemption->stands_for.empty(); }
};

using Sections = std::vector<Section>;

/// Stable dump for `--stage sections`.
std::string dump(const Sections& sections);

}  // namespace sheaf::model
