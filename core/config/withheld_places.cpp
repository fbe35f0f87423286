#include "config/withheld_places.hpp"

#include <algorithm>

#include "config/access.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;

/// Whether `exempt` stands there as a key. What a slip has kept from being read says so, too.
bool speaks_of_exempt(std::string_view text) {
  constexpr std::string_view kKey = "exempt";
  for (auto at = text.find(kKey); at != text.npos; at = text.find(kKey, at + 1)) {
    const auto next = text.find_first_not_of(" \t\"'", at + kKey.size());
    if (next != text.npos && text[next] == ':') return true;
  }
  return false;
}

std::string text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value && value->is_text() ? value->text : std::string();
}

/// Where something begins, and what: an entry, or a key above entries.
struct Beginning {
  SourceId place;
  std::string_view name;
  const Node* node;
};

std::vector<Beginning> beginnings_of(const Node& file) {
  static const Node kNothing;
  std::vector<Beginning> all;
  for (const Member& top : file.members) {
    all.push_back({top.key_source, {}, &kNothing});
    for (const Node& item : top.value.items) all.push_back({item.source, {}, &item});
    for (const Member& member : top.value.members) {
      all.push_back({member.key_source, member.key, &member.value});
    }
  }
  std::ranges::stable_sort(all, {}, &Beginning::place);
  return all;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const auto newline = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return newline == text.npos ? 0 : newline + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// The end of the lines that may hold something of what stands before `next`.
std::size_t lines_before(std::string_view text, std::size_t next) {
  const std::size_t begin = line_begin(text, next);
  const auto before = text.substr(begin, next - begin);
  const bool is_alone = before.find_first_not_of(" \t-?") == before.npos;
  return is_alone ? begin : line_end(text, next);
}

}  // namespace

void WithheldPlaces::add(std::string_view text, SourceId start, const Node* tree) {
  const SourceId end = start + text.size() + 1;  // the end of a file has a place
  const auto all = tree ? beginnings_of(*tree) : std::vector<Beginning>();
  if (all.empty()) {
    entries_.push_back({start, end, {}, {}, speaks_of_exempt(text), false});
    return;
  }
  for (auto at = all.begin(); at != all.end(); ++at) {
    const std::size_t begin = line_begin(text, at->place.offset - start.offset);
    const auto next = std::next(at);
    const std::size_t stop =
        next == all.end() ? text.size() + 1 : lines_before(text, next->place.offset - start.offset);
    const bool exempt =
        is_exempt(at->node->find("access")) || speaks_of_exempt(text.substr(begin, stop - begin));
    entries_.push_back({start + begin, start + stop, std::string(at->name),
                        text_at(*at->node, "use"), exempt,
                        text_at(*at->node, "access") == "public"});
  }
}

bool WithheldPlaces::is_exempt_part(std::string_view name) const {
  return std::ranges::any_of(
      entries_, [&](const Entry& one) { return one.exempt && !name.empty() && one.name == name; });
}

bool WithheldPlaces::is_for_exempt_sections(std::string_view name) const {
  std::size_t uses = 0, exempt = 0;
  for (const Entry& one : entries_) {
    if (one.use != name) continue;
    ++uses;
    exempt += one.exempt ? 1 : 0;
  }
  return !name.empty() && uses > 0 && uses == exempt;
}

bool WithheldPlaces::is_withheld(const Entry& entry) const {
  return entry.exempt || is_exempt_part(entry.name) || is_for_exempt_sections(entry.name) ||
         (!entry.open && is_exempt_part(entry.use));
}

bool WithheldPlaces::empty() const { return std::ranges::none_of(entries_, &Entry::exempt); }

bool WithheldPlaces::holds(SourceId place) const {
  return place && std::ranges::any_of(entries_, [&](const Entry& entry) {
           return entry.begin <= place && place < entry.end && is_withheld(entry);
         });
}

}  // namespace sheaf::config
