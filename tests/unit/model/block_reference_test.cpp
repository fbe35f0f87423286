// The table of block kinds in the SDK's guide, made of their description.

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
  for (const auto& attribute : rule.attributes) {
    std::string words(attribute.values);
    for (std::size_t bar; (bar = words.find('|')) != std::string::npos;)
      words.replace(bar, 1, ", ");
    all.push_back(fmt::format("`{}`{}{}", attribute.name, words.empty() ? "" : ": " + words,
                              attribute.required ? " (required)" : ""));
  }
  return fmt::format("{}", fmt::join(all, "; "));
}

std::string table() {
  std::string text = "| kind | what it is | stands | holds | attributes |\n|---|---|---|---|---|\n";
  for (const BlockRule& rule : block_rules()) {
    if (rule.name.empty()) continue;
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", rule.name, meaning_of(rule.name),
                        place_of(rule), content_of(rule), attributes_of(rule));
  }
  return text;
}

}  // namespace

TEST_CASE("The SDK's guide lists the kinds of block as they are described") {
  const std::string path = SHEAF_SOURCE_FOLDER "/docs/plugins/reference.md";
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  std::string guide = text.str();
  const auto begin = guide.find("| kind |");
  REQUIRE(begin != std::string::npos);
  const auto size = guide.find("\n\n", begin) + 1 - begin;
  if (std::getenv("SHEAF_UPDATE_GOLDEN")) {
    std::ofstream(path, std::ios::binary) << guide.replace(begin, size, table());
  } else {
    CHECK(guide.substr(begin, size) == table());
  }
}
