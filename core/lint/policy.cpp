#include "lint/policy.hpp"

#include <algorithm>

#include "lint/text_signs.hpp"
#include "model/literal.hpp"

namespace sheaf::lint {
namespace {

using model::Node;

void set_rules(const Node& rules, Severities& severities) {
  for (const auto& [id, source, value] : rules.members) {
    const model::LintRuleFacts* facts = model::find_lint_rule(id);
    const auto severity = model::find_lint_severity(value.text);
    if (facts && severity) severities[static_cast<std::size_t>(facts->rule)] = *severity;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    if (space > 0) words.emplace_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words;
}

void set_term(std::string_view phrase, const Node& instead, Policy& policy) {
  std::vector<std::string> words = words_of(in_small_letters(phrase));
  if (words.empty()) return;
  std::vector<Term>& same_start = policy.terms[words.front()];
  std::erase_if(same_start, [&](const Term& term) { return term.words == words; });
  if (instead.is_absent()) return;
  const bool has_capitals = std::ranges::any_of(phrase, is_capital);
  const bool is_case = has_capitals && same_letters(instead.text, in_small_letters(phrase));
  same_start.push_back({std::move(words), instead.text, std::string(is_case ? phrase : "")});
}

void lay_over(const Node& layer, Policy& policy) {
  if (const Node* rules = layer.find("rules")) set_rules(*rules, policy.severities);
  if (const Node* words = layer.find("words")) {
    for (const Node& word : words->items) policy.words.insert(word.text);
  }
  if (const Node* terms = layer.find("terms")) {
    for (const auto& [phrase, source, instead] : terms->members) set_term(phrase, instead, policy);
  }
  const Node* age = layer.find("reading_age");
  const auto years = age ? model::parse_whole(age->text) : std::nullopt;
  if (years && *years > 0 && *years < 100) policy.reading_age = static_cast<int>(*years);
}

void silence(Severities& severities) {
  for (model::LintSeverity& one : severities) {
    if (one == Severity::Advice) one.reset();
  }
}

}  // namespace

const Severities& Policy::of_section(SourceId place) const {
  const auto at = sections.find(place);
  return at == sections.end() ? severities : at->second;
}

bool Policy::in_force(model::LintRule rule) const {
  const auto index = static_cast<std::size_t>(rule);
  return severities[index] || std::ranges::any_of(sections, [&](const auto& section) {
           return section.second[index].has_value();
         });
}

void Policy::silence_advice() {
  silence(severities);
  for (auto& [place, own] : sections) silence(own);
}

Policy default_policy() {
  Policy policy;
  for (const model::LintRuleFacts& facts : model::lint_rules()) {
    policy.severities[static_cast<std::size_t>(facts.rule)] = facts.severity;
  }
  return policy;
}

Policy make_policy(std::span<const Node> layers, std::span<const model::SectionSpec> sections) {
  Policy policy = default_policy();
  for (const Node& layer : layers) lay_over(layer, policy);
  for (const model::SectionSpec& section : sections) {
    if (section.lint.is_absent()) continue;
    set_rules(section.lint,
              policy.sections.try_emplace(section.source, policy.severities).first->second);
  }
  return policy;
}

void add_names(const Node& people, Policy& policy) {
  for (const auto& [key, source, value] : people.members) add_names(value, policy);
  for (std::string& word : words_of(people.text)) policy.words.insert(std::move(word));
}

}  // namespace sheaf::lint
