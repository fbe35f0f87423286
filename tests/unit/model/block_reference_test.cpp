// The tables of block kinds and attributes in the SDK's guide, made of their description.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "model/block.hpp"

using namespace sheaf::model;

namespace {

/// What a kind is, by the description.
std::string_view meaning_of(std::string_view kind) {
#define SHEAF_KIND(id, name, place, content, says) \
  if (kind == (name)) return says;
#include <sheaf/block_kinds.inc>
  return {};
}

std::string content_of(const BlockRule& rule) {
  std::vector<std::string> parts;
  for (const BlockKind part : rule.children) {
    parts.push_back(part == BlockKind::Placed ? "one placed image"
                                              : fmt::format("`{}`", rule_of(part).name));
  }
  if (rule.holds_blocks) parts.emplace_back("blocks");
  if (rule.holds_inline) parts.emplace_back("inline");
  return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string place_of(const BlockRule& rule) {
  switch (rule.place) {
    case BlockRule::Place::Section: return "in the section";
    case BlockRule::Place::Free: return "as a block";
    case BlockRule::Place::Part: return "as a part";
    case BlockRule::Place::Inline: return "inline";
  }
  return {};
}

std::string attributes_of(const BlockRule& rule) {
  std::vector<std::string> all;
  for (const auto& attribute : rule.attributes) all.push_back(fmt::format("`{}`", attribute.name));
  return fmt::format("{}", fmt::join(all, ", "));
}

std::string values_of(const BlockRule::AttributeRule& attribute) {
  std::string words(attribute.values.empty() ? "any text" : attribute.values);
  for (std::size_t bar; (bar = words.find('|')) != std::string::npos;) words.replace(bar, 1, ", ");
  return words;
}

std::string table_of_kinds() {
  std::string text = "| kind | what it is | stands | holds | attributes |\n|---|---|---|---|---|\n";
  for (const BlockRule& rule : block_rules()) {
    if (rule.name.empty()) continue;
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", rule.name, meaning_of(rule.name),
                        place_of(rule), content_of(rule), attributes_of(rule));
  }
  return text;
}

std::string table_of_attributes() {
  std::string text = "| attribute | of | what it says | values | since |\n|---|---|---|---|---|\n";
  std::string_view kind;
  const auto add = [&](std::string_view name, int since, std::string_view says) {
    const auto& rule = *rule_of(*find_block_kind(kind)).find_attribute(name);
    text += fmt::format("| `{}` | `{}` | {} | {}{} | {} |\n", name, kind, says, values_of(rule),
                        rule.required ? " (required)" : "", since);
  };
#define SHEAF_KIND(id, name, place, content, says) kind = name;
#define SHEAF_ATTRIBUTE(id, name, values, need, since, says) add(name, since, says);
#include <sheaf/block_kinds.inc>
  return text;
}

/// The table that begins with `head`, in the guide, is `wanted`.
void check_table(std::string_view head, const std::string& wanted) {
  const std::string path = SHEAF_SOURCE_FOLDER "/docs/plugins/reference.md";
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  std::string guide = text.str();
  const auto begin = guide.find(head);
  REQUIRE(begin != std::string::npos);
  const auto size = std::min(guide.find("\n\n", begin), guide.size() - 1) + 1 - begin;
  if (std::getenv("SHEAF_UPDATE_GOLDEN")) {
    std::ofstream(path, std::ios::binary) << guide.replace(begin, size, wanted);
  } else {
    CHECK(guide.substr(begin, size) == wanted);
  }
}

}  // namespace

TEST_CASE("The SDK's guide lists the kinds of block as they are described") {
  check_table("| kind |", table_of_kinds());
}

TEST_CASE("The SDK's guide lists the attributes of blocks as they are described") {
  check_table("| attribute |", table_of_attributes());
}
