// The words of the boundary: the SDK's header and the engine each have them, and must agree.

#include <sheaf/abi.h>
#include <sheaf/vocabulary.hpp>

#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "model/block.hpp"
#include "model/theme.hpp"

namespace {

template <class Enum>
std::vector<std::string_view> keys() {
  std::vector<std::string_view> keys;
  for (const auto& option : describe(sheaf::Type<Enum>{}).options) keys.push_back(option.key);
  return keys;
}

template <class Names>
std::vector<std::string_view> all(const Names& names) {
  return {names.begin(), names.end()};
}

/// The values of an attribute, as "a|b|c" has them.
std::string joined(const std::vector<std::string_view>& keys) {
  std::string text;
  for (const auto key : keys) text += (text.empty() ? "" : "|") + std::string(key);
  return text;
}

std::string_view values_of(sheaf::model::BlockKind kind, std::string_view attribute) {
  const auto* rule = sheaf::model::rule_of(kind).find_attribute(attribute);
  return rule ? rule->values : std::string_view();
}

struct Described {
  std::string_view kind, name, says;
  unsigned since;
};

std::vector<Described> attributes() {
  std::vector<Described> all;
  std::string_view kind;
#define SHEAF_KIND(id, name, place, content, says) kind = name;
#define SHEAF_ATTRIBUTE(id, name, values, need, since, says) \
  all.push_back({kind, name, says, since});
#include <sheaf/block_kinds.inc>
  return all;
}

}  // namespace

TEST_CASE("The SDK and the engine know the same words") {
  using sheaf::model::BlockKind;
  CHECK(keys<sheaf::Status>() == all(sheaf::model::kStatusNames));
  CHECK(keys<sheaf::Callout>() == all(sheaf::model::kCalloutNames));
  CHECK(keys<sheaf::Icon>() == all(sheaf::model::pictogram_names()));
  CHECK(joined(keys<sheaf::Trend>()) == values_of(BlockKind::Metric, "trend"));
  CHECK(joined(keys<sheaf::Align>()) == values_of(BlockKind::Column, "align"));
}

TEST_CASE("Each attribute is described once for its kind, and is no newer than the header") {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Described& attribute : attributes()) {
    CAPTURE(attribute.kind, attribute.name);
    CHECK(seen.emplace(attribute.kind, attribute.name).second);
    CHECK_FALSE(attribute.says.empty());
    CHECK(attribute.since <= SHEAF_MINOR);
  }
  CHECK(seen.contains({"table/1", "row-headers"}));
}

TEST_CASE("The wrapper names an attribute below the kind that takes it") {
  namespace names = sheaf::block_attribute;
  CHECK(names::Table::kRowHeaders.view() == "row-headers");
  CHECK(names::Metric::kLabel.view() == "label");
  CHECK(names::Pictogram::kLabel.view() == "label");
}
