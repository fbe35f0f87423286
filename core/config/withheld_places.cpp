#include "config/withheld_places.hpp"

#include <algorithm>
#include <utility>

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

/// The lines of a text, asked for in their order.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  /// Of the line that holds `at`, which is not less than the last time.
  std::size_t begin(std::size_t at) {
    for (; end_ < at; end_ = end_from(begin_)) begin_ = end_ + 1;
    return begin_;
  }

  /// The end of the lines that may hold something of what stands before `next`.
  std::size_t end_before(std::size_t next) {
    const std::size_t line = begin(next);
    const auto before = text_.substr(line, next - line);
    const bool is_alone = before.find_first_not_of(" \t-?") == before.npos;
    return is_alone ? begin_ : end_;
  }

 private:
  std::size_t end_from(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = end_from(0);
};

}  // namespace

void WithheldPlaces::add(std::string_view text, SourceId start, const Node* tree) {
  const SourceId end = start + text.size() + 1;  // the end of a file has a place
  const auto all = tree ? beginnings_of(*tree) : std::vector<Beginning>();
  if (all.empty()) {
    keep({start, end, {}, {}, speaks_of_exempt(text), false});
    return;
  }
  Lines lines(text);
  std::string_view told;  // the lines that were asked last, of which many entries may stand
  bool exempt_told = false;
  for (auto at = all.begin(); at != all.end(); ++at) {
    const std::size_t begin = lines.begin(at->place.offset - start.offset);
    const auto next = std::next(at);
    const std::size_t stop =
        next == all.end() ? text.size() + 1 : lines.end_before(next->place.offset - start.offset);
    const auto words = text.substr(begin, stop - begin);
    if (words.data() != told.data() || words.size() != told.size())
      exempt_told = speaks_of_exempt(words);
    told = words;
    keep({start + begin, start + stop, std::string(at->name), text_at(*at->node, "use"),
          exempt_told || is_exempt(at->node->find("access")),
          text_at(*at->node, "access") == "public"});
  }
}

void WithheldPlaces::keep(Entry entry) {
  if (entry.exempt && !entry.name.empty()) exempt_parts_.insert(entry.name);
  Uses& uses = uses_[entry.use];
  ++uses.all;
  uses.exempt += entry.exempt ? 1 : 0;
  entries_.push_back(std::move(entry));
}

bool WithheldPlaces::is_for_exempt_sections(std::string_view name) const {
  const auto uses = name.empty() ? uses_.end() : uses_.find(name);
  return uses != uses_.end() && uses->second.all == uses->second.exempt;
}

bool WithheldPlaces::is_withheld(const Entry& entry) const {
  return entry.exempt || exempt_parts_.contains(entry.name) || is_for_exempt_sections(entry.name) ||
         (!entry.open && exempt_parts_.contains(entry.use));
}

bool WithheldPlaces::empty() const { return std::ranges::none_of(entries_, &Entry::exempt); }

bool WithheldPlaces::holds(SourceId place) const {
  return place && std::ranges::any_of(entries_, [&](const Entry& entry) {
           return entry.begin <= place && place < entry.end && is_withheld(entry);
         });
}

}  // namespace sheaf::config
