#include "config/approvals.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace sheaf::config {
namespace {

using model::Node;
using model::NodeKind;

constexpr std::string_view kKey = "require_approvals";

bool has(const std::vector<Node>& names, const Node& name) {
  return std::ranges::find(names, name.text, &Node::text) != names.end();
}

void warn(const Node& list, const std::vector<Node>& required, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const Node& name : required) names.push_back(name.text);
  diagnostics
      .warning("approval-lifted", list.source,
               "`require_approvals` adds to what the base requires, and takes nothing away",
               fmt::format("Take this line out; {} must still approve", fmt::join(names, ", ")))
      .notes.push_back({required.front().source, "required here"});
}

}  // namespace

void keep_required_approvals(const Node& base, Node& over, Diagnostics& diagnostics) {
  const Node* below = base.find(kKey);
  Node* above = over.find(kKey);
  if (!below || below->items.empty() || !above) return;
  if (above->kind != NodeKind::Sequence && !above->is_absent()) return;  // its shape is reported
  const std::vector<Node> own = above->items;
  const bool adds = std::ranges::any_of(own, [&](const Node& n) { return !has(below->items, n); });
  const bool lacks = std::ranges::any_of(below->items, [&](const Node& n) { return !has(own, n); });
  if (lacks && !adds) warn(*above, below->items, diagnostics);
  above->kind = NodeKind::Sequence;
  above->items = below->items;
  for (const Node& name : own) {
    if (!has(below->items, name)) above->items.push_back(name);
  }
}

}  // namespace sheaf::config
