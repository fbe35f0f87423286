#include "config/yaml_repeated.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sheaf::config {
namespace {

using model::Member;

/// A name that stands twice in a map.
struct Again {
  const Member *first, *second;
  SourceId place() const { return second->key_source; }
};

/// In the order in which they stand.
std::vector<Again> repeated_in(const std::vector<Member>& members) {
  std::vector<const Member*> sorted;
  for (const Member& member : members) sorted.push_back(&member);
  std::ranges::stable_sort(sorted, {}, &Member::key);
  std::vector<Again> repeated;
  for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
    if (sorted[i]->key == sorted[first]->key) {
      repeated.push_back({sorted[first], sorted[i]});
    } else {
      first = i;
    }
  }
  std::ranges::sort(repeated, {}, &Again::place);
  return repeated;
}

/// In an entry of a list, the first name that comes again is often the start of the next entry,
/// whose dash was forgotten. What else comes again belongs to that entry.
void tell(const std::vector<Again>& repeated, bool is_entry, SourceId start,
          std::vector<YamlFinding>& findings) {
  for (const auto& [first, second] : repeated) {
    if (is_full(findings)) return;
    if (is_entry && second->key != repeated.front().second->key) continue;
    keep(findings,
         {.id = "duplicate-key",
          .offset = second->key_source.offset - start.offset,
          .message = fmt::format("`{}` is given twice", second->key),
          .help = is_entry ? fmt::format("If this begins a new entry, write - {}: …, with the dash "
                                         "below that of the other entries; else keep one of the "
                                         "two",
                                         second->key)
                           : "Keep one of the two",
          .aside = {{first->key_source.offset - start.offset, "first given here"}},
          .left_out = true});
  }
}

}  // namespace

void take_out_repeated(model::Node& map, bool is_entry, SourceId start,
                       std::vector<YamlFinding>& findings) {
  const std::vector<Again> repeated = repeated_in(map.members);
  tell(repeated, is_entry, start, findings);
  std::erase_if(map.members, [&](const Member& member) {
    return std::ranges::binary_search(repeated, member.key_source, {}, &Again::place);
  });
}

}  // namespace sheaf::config
