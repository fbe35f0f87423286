#include <initializer_list>

#include "model/block.hpp"

namespace sheaf::model {
namespace {

// What <sheaf/block_kinds.inc> says, in the engine's types. Its lists of words first, each word
// with a bar before it.
#define SHEAF_STATUS(id, key, label) "|" key
constexpr std::string_view kStatuses =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_ICON(id, key, label) "|" key
constexpr std::string_view kIcons =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_TREND(id, key, label) "|" key
constexpr std::string_view kTrends =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_CALLOUT(id, key, label) "|" key
constexpr std::string_view kCallouts =
#include <sheaf/block_kinds.inc>
    ;
#define SHEAF_ALIGN(id, key, label) "|" key
constexpr std::string_view kAlignments =
#include <sheaf/block_kinds.inc>
    ;

/// The words that the description uses.
namespace described {
using enum BlockKind;
using Place = BlockRule::Place;
enum class Content { Nothing, Inline, Blocks };
constexpr bool Required = true, Optional = false;
constexpr std::string_view AnyText;
constexpr std::string_view Statuses = kStatuses.substr(1);
constexpr std::string_view Icons = kIcons.substr(1);
constexpr std::string_view Trends = kTrends.substr(1);
constexpr std::string_view Callouts = kCallouts.substr(1);
constexpr std::string_view Alignments = kAlignments.substr(1);
}  // namespace described

BlockRule rule(BlockKind kind, std::string_view name, BlockRule::Place place,
               described::Content content) {
  using described::Content;
  return {kind, name, place, {}, content != Content::Nothing, content == Content::Blocks, {}};
}

std::vector<BlockRule> make_rules() {
  using namespace described;
  std::vector<BlockRule> rules;
#define SHEAF_KIND(id, name, place, content, says) \
  rules.push_back(rule(id, name, Place::place, Content::content));
#define SHEAF_PART(id) rules.back().children.push_back(id);
#define SHEAF_ATTRIBUTE(id, name, values, need, since, says) \
  rules.back().attributes.push_back({name, values, need});
#include <sheaf/block_kinds.inc>
  return rules;
}

}  // namespace

const std::vector<BlockRule>& block_rules() {
  static const std::vector<BlockRule> rules = make_rules();
  return rules;
}

const std::vector<std::string_view>& pictogram_names() {
  static const std::vector<std::string_view> names = {
#define SHEAF_ICON(id, key, label) key,
#include <sheaf/block_kinds.inc>
  };
  return names;
}

}  // namespace sheaf::model
