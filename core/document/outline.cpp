#include "document/outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text_distance.hpp"
#include "document/placeholder.hpp"
#include "model/literal.hpp"

namespace sheaf::document {
namespace {

constexpr int kDeepest = 6;  // PDF 1.7 clause 14.8.4.3.2 has H1 to H6

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_apostrophe(std::string_view rest) {
  return rest.starts_with('\'') || rest.starts_with("\u2019");
}

/// Small letters and digits, with single hyphens for all between; apostrophes just go.
std::string slug(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_small(c) || is_digit(c)) {
      out += c;
    } else if (is_capital(c)) {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (is_apostrophe(text.substr(at))) {
      at += c == '\'' ? 0 : 2;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (out.ends_with('-')) out.pop_back();
  return out.empty() ? "heading" : out;
}

/// A section with a mistake in it may not be here to be linked to; after a mistake outside all
/// sections (""), any that takes a value from there may be missing.
std::set<std::string, std::less<>> sections_with_errors(const Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> sections;
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.severity == Severity::Error) sections.insert(one.context.section);
  }
  return sections;
}

}  // namespace

void Outline::begin_section(Title title, SectionContext context) {
  base_ = title == Title::Printed ? 2 : 1;
  context_ = std::move(context);
}

int Outline::level(int relative, SourceId source, std::string_view skip_help) {
  const int level = base_ + relative;
  const int above = std::exchange(last_, level);
  if (level > kDeepest) {
    diagnostics_.error("heading-deep", source,
                       fmt::format("This heading is {} levels below its section's title", relative),
                       fmt::format("Use at most {} levels of headings here", kDeepest - base_));
  } else if (level > above + 1) {
    diagnostics_.error(
        "heading-skip", source,
        fmt::format("This heading skips a level: it is at level {}, below a heading at level {}",
                    level, above),
        !skip_help.empty()
            ? std::string(skip_help)
            : fmt::format("Raise it by {0} (in Markdown, begin it with {0} # fewer), so that a "
                          "screen reader's outline has no gaps",
                          level - above - 1));
  }
  return std::min(level, kDeepest);
}

std::string Outline::anchor(std::string_view heading) {
  const std::string base = slug(heading);
  std::string anchor = base;
  int& next = next_number_[base];
  for (next = std::max(next, 2); !anchors_.insert(anchor).second; ++next) {
    anchor = fmt::format("{}-{}", base, next);
  }
  mark(anchor);
  return anchor;
}

std::string Outline::target(std::string_view typed, SourceId source) {
  if (typed.starts_with("tel:")) return std::string(typed);
  auto target = model::parse_link_target(typed);
  if (!target && find_placeholder(typed, 0)) return {};  // of which bind has told the mistake
  if (!target) {
    diagnostics_.error("link-target", source,
                       fmt::format("\"{}\" is not an address that a link can lead to", typed),
                       "Write an address in full, such as https://www.example.gov.uk/page, or # "
                       "and the id of a section");
    return {};
  }
  if (!target->starts_with('#')) return std::move(*target);
  const auto stand_in = stand_ins_.find(target->substr(1));
  if (stand_in != stand_ins_.end()) target = "#" + stand_in->second;
  references_.push_back({target->substr(1), source, context_});
  return std::move(*target);
}

void Outline::check_links() const {
  const auto mistaken = sections_with_errors(diagnostics_);
  if (mistaken.contains("")) return;
  for (const Reference& reference : references_) {
    if (marked_.contains(reference.anchor)) continue;
    if (mistaken.contains(reference.anchor)) continue;  // its mistake was told
    diagnostics_.report(broken(reference));
  }
}

Diagnostic Outline::broken(const Reference& reference) const {
  Diagnostic made{.id = "link-anchor",
                  .severity = Severity::Error,
                  .source = reference.source,
                  .message = {},
                  .context = reference.context};
  if (left_out_.contains(reference.anchor)) {
    made.message = fmt::format("This link leads to the section \"{}\", which its `when` leaves out",
                               reference.anchor);
    made.help = "Give what holds the link the same `when`, or name the section without a link";
    return made;
  }
  const std::vector<std::string_view> known(marked_.begin(), marked_.end());
  const auto near = nearest(reference.anchor, known);
  made.message =
      fmt::format("No heading has the id \"{}\" that this link leads to", reference.anchor);
  made.help = near ? fmt::format("Did you mean \"#{}\"?", *near)
                   : "Link to the id of a section that has a title";
  return made;
}

}  // namespace sheaf::document
