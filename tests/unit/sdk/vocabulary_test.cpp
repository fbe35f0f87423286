// The words of the boundary: the SDK's header and the engine each have them, and must agree.

#include <sheaf/vocabulary.hpp>

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

}  // namespace

TEST_CASE("The SDK and the engine know the same words") {
  using sheaf::model::BlockKind;
  CHECK(keys<sheaf::Status>() == all(sheaf::model::kStatusNames));
  CHECK(keys<sheaf::Callout>() == all(sheaf::model::kCalloutNames));
  CHECK(keys<sheaf::Icon>() == all(sheaf::model::pictogram_names()));
  CHECK(joined(keys<sheaf::Trend>()) == values_of(BlockKind::Metric, "trend"));
  CHECK(joined(keys<sheaf::Align>()) == values_of(BlockKind::Column, "align"));
}
