#pragma once
// What Sheaf asks of blocks, from block_kinds.inc.

#include <algorithm>
#include <string_view>
#include <vector>

namespace sheaf::testing {

struct KindRule {
  enum class Place { Section, Free, Part, Inline };
  enum class Content { Nothing, Inline, Blocks };
  struct Attribute {
    std::string_view name, words;  // "one|other", or empty for any text
    bool required;
  };
  std::string_view id, name;
  Place place;
  Content content;
  std::vector<std::string_view> parts{};  // ids
  std::vector<Attribute> attributes{};

  bool has_part(std::string_view part) const {
    return std::find(parts.begin(), parts.end(), part) != parts.end();
  }
  const Attribute* find(std::string_view attribute) const {
    for (const Attribute& one : attributes) {
      if (one.name == attribute) return &one;
    }
    return nullptr;
  }
};

namespace words {
#define SHEAF_STATUS(id, key, label) "|" key
constexpr std::string_view Statuses =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_ICON(id, key, label) "|" key
constexpr std::string_view Icons =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_TREND(id, key, label) "|" key
constexpr std::string_view Trends =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_CALLOUT(id, key, label) "|" key
constexpr std::string_view Callouts =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_ALIGN(id, key, label) "|" key
constexpr std::string_view Alignments =
#include <sheaf/block_kinds.inc>
    ;
constexpr bool Required = true, Optional = false;
constexpr std::string_view AnyText;
}  // namespace words

inline std::vector<KindRule> make_rules() {
  using namespace words;
  std::vector<KindRule> rules;
#define SHEAF_KIND(id, name, place, content, says) \
  rules.push_back({#id, name, KindRule::Place::place, KindRule::Content::content});
#define SHEAF_PART(id) rules.back().parts.push_back(#id);
#define SHEAF_ATTRIBUTE(id, name, values, need, since, says) \
  rules.back().attributes.push_back({name, values, need});
#include <sheaf/block_kinds.inc>
  return rules;
}

inline const std::vector<KindRule>& kind_rules() {
  static const std::vector<KindRule> rules = make_rules();
  return rules;
}
inline const KindRule* find_rule(std::string_view name) {
  for (const KindRule& rule : kind_rules()) {
    if (rule.name == name && !name.empty()) return &rule;
  }
  return nullptr;
}
inline const KindRule& rule_of_id(std::string_view id) {
  return *std::find_if(kind_rules().begin(), kind_rules().end(),
                       [&](const KindRule& rule) { return rule.id == id; });
}

/// Whether the attribute may have this value.
inline bool allows(const KindRule::Attribute& attribute, std::string_view value) {
  if (attribute.words.empty()) return true;
  std::string_view rest = attribute.words;
  while (!rest.empty()) {
    if (rest[0] == '|') rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, rest.find('|'));
    if (word == value) return true;
    rest.remove_prefix(word.size());
  }
  return false;
}

/// Whether `inner` may stand directly in `outer`; without it, directly in the section.
inline bool may_hold(const KindRule* outer, const KindRule& inner) {
  using Place = KindRule::Place;
  using Content = KindRule::Content;
  if (!outer) return inner.place != Place::Part;
  if (outer->has_part(inner.id)) return true;
  if (inner.place == Place::Inline) return outer->content != Content::Nothing;
  return inner.place == Place::Free && outer->content == Content::Blocks;
}

}  // namespace sheaf::testing
