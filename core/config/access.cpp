#include "config/access.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/shape.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Member;
using model::Node;
using model::NodeKind;

constexpr std::string_view kExample =
    "Write access: { exempt: 3, because: it names prices that are still being negotiated }";

std::optional<int> paragraph_of(const Node& typed) {
  const auto number = typed.is_text() ? model::parse_whole(typed.text) : std::nullopt;
  if (!number || *number < 1 || *number > model::kExemptParagraphs) return {};
  return static_cast<int>(*number);
}

class Reading {
 public:
  Reading(const Node& access, Diagnostics& diagnostics)
      : access_(access), diagnostics_(diagnostics) {}

  model::ExemptionSpec read() {
    model::ExemptionSpec made{
        .source = access_.source, .paragraphs = {}, .because = {}, .public_title = {}};
    refuse_placeholder(access_);
    if (access_.kind != NodeKind::Map) return made;  // which its shape has reported
    made.paragraphs = paragraphs();
    made.because = needed("because", "why the public interest lies in withholding it");
    if (const Node* title = access_.find("public_title")) made.public_title = heading(*title);
    return made;
  }

 private:
  std::vector<int> paragraphs() {
    const Node typed = needed("exempt", "the paragraph of Schedule 12A that makes it exempt");
    std::vector<int> numbers;
    if (typed.is_text()) add(typed, numbers);
    for (const Node& one : typed.items) add(one, numbers);
    std::ranges::sort(numbers);
    const auto repeated = std::ranges::unique(numbers);
    numbers.erase(repeated.begin(), repeated.end());
    return numbers;
  }

  /// One that is no number from 1 to 7 was reported with the layout's shape.
  void add(const Node& typed, std::vector<int>& numbers) {
    if (const auto number = paragraph_of(typed)) numbers.push_back(*number);
    refuse_placeholder(typed);
  }

  Node needed(std::string_view key, std::string_view what) {
    const Node* value = access_.find(key);
    if (value && (value->is_text() || !value->items.empty())) return *value;
    report_missing(value ? value->source : access_.source,
                   fmt::format("An exempt section needs `{}`: {}", key, what));
    return {};
  }

  const Node& heading(const Node& title) {
    if (title.is_absent())
      diagnostics_.error("empty-value", title.source, "`public_title` is empty",
                         "Write the heading of the notice, or take the line out");
    return title;
  }

  void report_missing(SourceId place, std::string message) {
    diagnostics_.error("missing-value", place, std::move(message), std::string(kExample));
  }

  /// Who may read a section is decided before any value is looked at.
  void refuse_placeholder(const Node& typed) {
    if (!has_placeholder(typed)) return;
    diagnostics_.error("access-placeholder", typed.source,
                       "Whether a section is exempt cannot come from a placeholder",
                       std::string(kExample));
  }

  const Node& access_;
  Diagnostics& diagnostics_;
};

/// What a section shows without all but its `{ data: name }`; Null where it has none.
Node data_named_in(const Node& content) {
  const Node* name = content.find("data");
  if (name && name->is_text() && content.members.size() == 1) return content;
  Node kept;
  for (const auto& [key, source, value] : content.members) {
    if (Node data = data_named_in(value); !data.is_absent())
      kept.members.push_back({key, source, std::move(data)});
  }
  for (const Node& item : content.items) {
    if (Node data = data_named_in(item); !data.is_absent()) kept.items.push_back(std::move(data));
  }
  if (!kept.members.empty() || !kept.items.empty()) kept.kind = content.kind;
  kept.source = content.source;
  return kept;
}

}  // namespace

bool is_exempt(const Node* access) {
  return access && !(access->is_text() && access->text == "public");
}

model::ExemptionSpec read_exemption(const Node& access, Diagnostics& diagnostics) {
  return Reading(access, diagnostics).read();
}

Node withheld(const Node& section) {
  constexpr std::array<std::string_view, 5> kKept{"id", "plugin", "use", "when", "access"};
  Node kept = section;
  std::erase_if(kept.members, [&](const Member& member) {
    return std::ranges::find(kKept, member.key) == kKept.end();
  });
  const Member* with = section.find_member("with");
  if (Node data = with ? data_named_in(with->value) : Node(); !data.is_absent())
    kept.members.push_back({with->key, with->key_source, std::move(data)});
  return kept;
}

}  // namespace sheaf::config
