#include "pipeline/cures.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace sheaf::pipeline {
namespace {

bool is_bare(std::string_view text) { return text.find_first_of("\"'\\") == text.npos; }

/// What the file says from a place on; nothing for the command line and for no place.
std::optional<std::string_view> text_from(SourceId place, const SourceMap& sources) {
  const SourceId start = sources.file_start(place);
  if (!start || sources.file(place).path.starts_with("--")) return {};
  return sources.text(place).substr(place.offset - start.offset);
}

/// Where the fix is to be applied, if its text stands there.
std::optional<SourceId> exact_place(const Fix& fix, const SourceMap& sources) {
  const auto text = text_from(fix.at, sources);
  if (!text || text->starts_with(fix.typed)) return text ? std::optional(fix.at) : std::nullopt;
  const bool opens = text->starts_with('"') || text->starts_with('\'');
  const bool in_quotes = opens && text->substr(1).starts_with(fix.typed) &&
                         text->substr(1 + fix.typed.size()).starts_with(text->front());
  const bool is_same_there = is_bare(fix.typed) && is_bare(fix.replacement);
  return in_quotes && is_same_there ? std::optional(fix.at + 1) : std::nullopt;
}

bool is_exact(const Diagnostic& one, const SourceMap& sources) {
  return std::ranges::all_of(one.fixes,
                             [&](const Fix& fix) { return exact_place(fix, sources) == fix.at; });
}

Diagnostic with_exact_cure(Diagnostic one, const SourceMap& sources) {
  for (Fix& fix : one.fixes) {
    const auto place = exact_place(fix, sources);
    if (!place) {
      one.fixes.clear();
      break;
    }
    fix.at = *place;
  }
  return one;
}

}  // namespace

Diagnostics with_exact_cures(Diagnostics all, const SourceMap& sources) {
  const auto is_ready = [&](const Diagnostic& one) { return is_exact(one, sources); };
  if (all.dropped() > 0 || std::ranges::all_of(all.all(), is_ready)) return all;
  Diagnostics placed;
  for (const Diagnostic& one : all.all()) placed.report(with_exact_cure(one, sources));
  return placed;
}

}  // namespace sheaf::pipeline
