#include <catch2/catch.hpp>

#include "fixtures.hpp"
#include "lint/policy.hpp"

using namespace sheaf;
using model::LintRule;
using model::Node;
using model::NodeKind;

namespace {

Node map(std::vector<std::pair<std::string, Node>> members) {
  Node made;
  made.kind = NodeKind::Map;
  for (auto& [key, value] : members) made.members.push_back({key, {}, std::move(value)});
  return made;
}

Node text(const std::string& words) { return model::text_node(words, {}); }

Node list(const std::vector<std::string>& texts) {
  Node made;
  made.kind = NodeKind::Sequence;
  for (const auto& one : texts) made.items.push_back(text(one));
  return made;
}

model::LintSeverity severity_in(const lint::Policy& policy, LintRule rule) {
  return policy.severities[static_cast<std::size_t>(rule)];
}

}  // namespace

TEST_CASE("without layers the rules are as declared") {
  const lint::Policy policy = lint::make_policy({}, {});
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    CHECK(severity_in(policy, facts.rule) == facts.severity);
  }
}

TEST_CASE("a stronger layer decides, rule by rule") {
  const std::vector<Node> layers = {
      map({{"rules", map({{"ampersand", text("error")}, {"italics", text("warning")}})}}),
      map({{"rules", map({{"ampersand", text("off")}})}})};
  const lint::Policy policy = lint::make_policy(layers, {});
  CHECK_FALSE(severity_in(policy, LintRule::Ampersand).has_value());
  CHECK(severity_in(policy, LintRule::Italics) == Severity::Warning);
}

TEST_CASE("words and terms of the layers add up, and an empty term is taken away") {
  Node nothing;
  const std::vector<Node> layers = {
      map({{"words", list({"Citycare"})},
           {"terms", map({{"utilise", text("use")}, {"going forward", text("from now on")}})}}),
      map({{"words", list({"ADASS"})}, {"terms", map({{"Utilise", nothing}})}})};
  const lint::Policy policy = lint::make_policy(layers, {});
  CHECK(policy.words.contains("Citycare"));
  CHECK(policy.words.contains("ADASS"));
  CHECK(policy.terms.at("utilise").empty());
  REQUIRE(policy.terms.at("going").size() == 1);
  CHECK(policy.terms.at("going")[0].instead == "from now on");
}

TEST_CASE("a section's rules lie over the report's") {
  model::SectionSpec section;
  section.source = {7};
  section.lint = map({{"ampersand", text("off")}});
  const std::vector<model::SectionSpec> sections = {section};
  const lint::Policy policy = lint::make_policy({}, sections);
  CHECK_FALSE(policy.of_section({7})[static_cast<std::size_t>(LintRule::Ampersand)].has_value());
  CHECK(policy.of_section({8})[static_cast<std::size_t>(LintRule::Ampersand)] == Severity::Advice);
}

TEST_CASE("advice can be silenced, warnings and errors stay") {
  lint::Policy policy = lint::default_policy();
  policy.silence_advice();
  CHECK_FALSE(policy.in_force(LintRule::Spelling));
  CHECK(policy.in_force(LintRule::LinkVague));
  CHECK(policy.in_force(LintRule::DateFormat));
}

TEST_CASE("what people are called is no misspelling") {
  lint::Policy policy;
  lint::add_names(map({{"chair", map({{"name", text("Mel Barrxqtt")}})}}), policy);
  CHECK(policy.words.contains("Barrxqtt"));
}

TEST_CASE("the reading age can be set") {
  const std::vector<Node> layers = {map({{"reading_age", text("18")}})};
  CHECK(lint::make_policy(layers, {}).reading_age == 18);
  CHECK(lint::default_policy().reading_age == 14);
}
