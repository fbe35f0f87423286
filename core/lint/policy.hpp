#pragma once
// Which rules are in force, how severe each is, and the house's words.

#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/layout_spec.hpp"
#include "model/lint_rule.hpp"

namespace sheaf::lint {

using Severities = std::array<model::LintSeverity, model::kLintRules>;

/// A word or phrase that the house says in another way.
struct Term {
  std::vector<std::string> words;  // in small letters
  std::string instead;             // what to write; empty: leave it out
  std::string written = {};        // where capitals alone are the fault: as it stands then
  friend bool operator==(const Term&, const Term&) = default;
};

struct Policy {
  Severities severities;                     // of the report as a whole
  std::map<SourceId, Severities> sections;   // of sections that differ, by their place
  std::set<std::string, std::less<>> words;  // known to spelling, and as abbreviations
  std::map<std::string, std::vector<Term>, std::less<>> terms;  // by first word, in small letters
  int reading_age = 14;                                         // years; what `reading-age` allows

  const Severities& of_section(SourceId place) const;
  bool in_force(model::LintRule rule) const;  // in the report or in a section of it
  /// Turns off what is advice only.
  void silence_advice();
  friend bool operator==(const Policy&, const Policy&) = default;
};

/// The rules as declared.
Policy default_policy();

/// Each layer over the one before: profile, sheaf.yaml, layout. Their shape has been checked by
/// config. Words and terms add up; a term with nothing behind it is taken away.
Policy make_policy(std::span<const model::Node> layers,
                   std::span<const model::SectionSpec> sections);

/// Makes known words of all that `people` of a layout are called.
void add_names(const model::Node& people, Policy& policy);

}  // namespace sheaf::lint
