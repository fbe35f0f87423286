#include "lint/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/typed_place.hpp"
#include "base/utf8.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;
using model::LintSeverity;
using model::StructureId;

constexpr std::size_t kMostNotes = 3;     // further places of an advice that are named
constexpr std::size_t kMostOfARule = 10;  // warnings or errors of one rule in one section
constexpr std::size_t kLongestNeedle = 32;

/// How often `needle` stands in `text`, not overlapping.
std::size_t count_in(std::string_view text, std::string_view needle) {
  if (needle.empty()) return 0;
  std::size_t count = 0;
  for (auto at = text.find(needle); at != text.npos; at = text.find(needle, at + needle.size())) {
    ++count;
  }
  return count;
}

/// What was surely typed as it is printed: up to the first sign that typesetting may have made.
std::string_view needle_in(std::string_view text) {
  const auto is_made = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\n'; };
  const auto end = std::ranges::find_if(text, is_made) - text.begin();
  return text.substr(0, std::min(static_cast<std::size_t>(end), kLongestNeedle));
}

/// Whether the rule finds words that shall not stay: whether they are spelled right matters no
/// more.
bool is_of_unmeant_words(LintRule rule) {
  return rule == LintRule::MarkupPrinted || rule == LintRule::Placeholder ||
         rule == LintRule::PlaceholderLikely || rule == LintRule::LatinAbbreviation;
}

}  // namespace

bool Findings::is_unmeant(const TextBlock& block, const Word& word) const {
  const auto found = unmeant_.find(block.id);
  if (found == unmeant_.end()) return false;
  const std::vector<bool>& bytes = found->second;
  const auto from = std::min<std::size_t>(word.begin, bytes.size());
  const auto to = std::min<std::size_t>(word.end, bytes.size());
  return std::find(bytes.begin() + from, bytes.begin() + to, true) != bytes.begin() + to;
}

SourceId Findings::place(const TextBlock& block, std::size_t begin, std::size_t end) const {
  const auto after =
      std::ranges::upper_bound(block.stretches, begin, {}, &TextBlock::Stretch::begin);
  const auto stretch = after == block.stretches.begin() ? after : std::prev(after);
  if (stretch == block.stretches.end()) return block.element->source;
  const SourceId start = stretch->run->source ? stretch->run->source : block.element->source;
  const std::string_view text = block.text;
  const std::string_view needle = needle_in(text.substr(begin, end - begin));
  return typed_place(sources_, start,
                     {.words = needle,
                      .skip = count_in(text.substr(stretch->begin, begin - stretch->begin), needle),
                      .reach = 2 * (end - stretch->begin) + 200});  // indents and quotes between
}

std::string_view Findings::typed_near(const TextBlock& block, std::size_t begin) const {
  const SourceId start = place(block, begin, begin);
  const SourceId file = sources_.file_start(start);
  if (!file) return {};
  return sources_.text(start).substr(start.offset - file.offset, 2 * block.text.size() + 200);
}

std::vector<std::string_view> Findings::typed_lines(const TextBlock& block) const {
  std::vector<std::string_view> lines;
  std::string_view typed = typed_near(block, 0);
  while (!typed.empty()) {
    const auto end = std::min(typed.find('\n'), typed.size());
    const std::string_view line = typed.substr(0, end);
    if (line.find_first_not_of(" \t\r") == line.npos) break;
    lines.push_back(line);
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return lines;
}

bool Findings::stands_near(const TextBlock& block, std::size_t begin,
                           std::string_view words) const {
  return typed_near(block, begin).find(words) != std::string_view::npos;
}

SourceId Findings::typed(SourceId from, std::string_view words) const {
  return typed_place(sources_, from, {.words = words});
}

bool Findings::is_data_cell(const TextBlock& block) const {
  if (!block.in_table || block.stretches.empty()) return false;
  return sources_.file(place(block, 0, block.text.size())).inclusion == Inclusion::Data;
}

void Findings::about(LintRule rule, StructureId id, std::string message, std::string help) {
  if (!is_told(rule, id)) return;
  const SourceId source = source_of(view_.document, id);
  add(rule, id,
      {.id = {}, .source = source, .message = std::move(message), .help = std::move(help)});
}

void Findings::about(LintRule rule, const TextBlock& block, std::size_t begin, std::size_t end,
                     std::string message, std::string help, std::string mended) {
  if (is_of_unmeant_words(rule)) {
    std::vector<bool>& bytes = unmeant_[block.id];
    bytes.resize(std::max(bytes.size(), block.text.size()));
    for (std::size_t at = begin; at < std::min(end, bytes.size()); ++at) bytes[at] = true;
  }
  if (!is_told(rule, block.id)) return;
  const SourceId source = place(block, begin, end);
  Diagnostic finding{
      .id = {}, .source = source, .message = std::move(message), .help = std::move(help)};
  if (!mended.empty()) {
    finding.fixes = {{source, block.text.substr(begin, end - begin), std::move(mended)}};
  }
  add(rule, block.id, std::move(finding));
}

LintSeverity Findings::severity_of(LintRule rule, StructureId id) const {
  const StructureId section = section_of(view_.document, id);
  const SourceId place = section == StructureId::None ? SourceId{} : view_.document[section].source;
  return view_.policy.of_section(place)[static_cast<std::size_t>(rule)];
}

void Findings::complete(LintRule rule, StructureId id, Diagnostic& finding) const {
  const model::LintRuleFacts& facts = facts_of(rule);
  finding.id = facts.id;
  finding.severity = *severity_of(rule, id);
  if (finding.help.empty()) finding.help = facts.mend;
  finding.context = view_.document.section_of(id);
}

void Findings::add_apart(LintRule rule, StructureId id, Diagnostic finding) {
  if (!severity_of(rule, id)) return;
  complete(rule, id, finding);
  found_.push_back({std::move(finding)});
}

bool Findings::is_told(LintRule rule, StructureId id) {
  ++count_;
  const LintSeverity severity = severity_of(rule, id);
  if (!severity) return false;
  const auto group = groups_.find({section_of(view_.document, id), rule});
  if (group == groups_.end()) return true;
  Found& first = found_[group->second.front()];
  const bool is_full = severity == Severity::Advice ? first.finding.notes.size() >= kMostNotes
                                                    : group->second.size() >= kMostOfARule;
  if (is_full) ++first.more;
  return !is_full;
}

void Findings::add(LintRule rule, StructureId id, Diagnostic finding) {
  complete(rule, id, finding);
  auto& group = groups_[{section_of(view_.document, id), rule}];
  if (!group.empty() && finding.severity == Severity::Advice) {
    found_[group.front()].finding.notes.push_back({finding.source, std::move(finding.message)});
  } else {
    group.push_back(found_.size());
    found_.push_back({std::move(finding)});
  }
}

void Findings::report(Diagnostics& diagnostics) {
  for (Found& found : found_) {
    if (found.more > 0) {
      found.finding.notes.push_back(
          {{}, fmt::format("{} more of the kind in this section", found.more)});
    }
    diagnostics.report(std::move(found.finding));
  }
  found_.clear();
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string cut_short(std::string_view text, std::size_t most) {
  std::size_t end = 0, count = 0;
  while (end < text.size() && count < most) {
    end += decode(text, end).bytes;
    ++count;
  }
  return fmt::format("{}{}", text.substr(0, end), end < text.size() ? "…" : "");
}

std::string in_marks(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string shown = cut_short(text, longest);
  std::ranges::replace(shown, '\n', ' ');
  return fmt::format("\"{}\"", shown);
}

}  // namespace sheaf::lint
