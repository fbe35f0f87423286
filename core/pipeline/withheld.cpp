#include "pipeline/withheld.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace sheaf::pipeline {
namespace {

/// A blank for each sign but line ends: all places keep their lines and columns.
std::string blotted(std::string_view text) {
  std::string blank;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).bytes) {
    blank += text[at] == '\n' ? '\n' : ' ';
  }
  return blank;
}

constexpr std::string_view kPublicFigure = "exempt-figure";

class Hiding {
 public:
  Hiding(const config::WithheldPlaces& withheld, const document::WithheldData& data,
         SourceMap& sources)
      : withheld_(withheld),
        places_(data.places.begin(), data.places.end()),
        file_names_(data.file_names.begin(), data.file_names.end()),
        sources_(sources) {}

  Diagnostic shown(Diagnostic one) {
    if (one.id == kPublicFigure) forget_names(one);
    const auto names_data = [&](const Note& note) { return is_data(note.source); };
    const bool is_about_data = one.id != kPublicFigure && is_data(one.source);
    if (is_about_data || std::ranges::any_of(one.notes, names_data))
      return hidden(one, "no public section shows this data");
    if (withheld_.holds(one.source) || withheld_.holds(one.context.source))
      return hidden(one, "it stands in a section that is or may be exempt");
    if (one.id == "file-not-found") forget_files(one);
    std::erase_if(one.notes, [&](const Note& note) { return is_held(note); });
    return one;
  }

 private:
  /// The text that gives it is public, the names of what it is given from need not be.
  static void forget_names(Diagnostic& one) {
    one.message = "This gives a value of data that only exempt sections show";
  }

  /// Of the files that are there, some may be an exempt section's, and their names may tell.
  static void forget_files(Diagnostic& one) {
    one.help = "Names of files are relative to the file that says them; capitals matter";
    one.fixes.clear();
  }

  bool is_held(const Note& note) const { return withheld_.holds(note.source); }

  bool is_data(SourceId place) const {
    if (!place || places_.contains(place)) return static_cast<bool>(place);
    const SourceFile file = sources_.file(place);
    return file.inclusion == Inclusion::Data && file_names_.contains(file.included_from);
  }

  Diagnostic hidden(const Diagnostic& one, std::string_view why) {
    return {.id = one.id,
            .severity = one.severity,
            .source = blank(one.source),
            .message = fmt::format("What is wrong here is not shown, as {}", why),
            .help =
                "Look with `sheaf check`, or with `--edition exempt`, where only those see it "
                "who may read that section",
            .leaves_gap = one.leaves_gap};
  }

  /// The same line and column in a copy of the file that says nothing.
  SourceId blank(SourceId place) {
    const SourceId start = sources_.file_start(place);
    if (!start) return {};
    const std::string_view text = sources_.text(place);
    const auto [copy, is_new] = copies_.try_emplace(start);
    if (is_new) {
      const SourceFile file = sources_.file(place);
      copy->second =
          sources_.add(std::string(file.path), blotted(text), file.included_from, file.inclusion);
    }
    return copy->second + count_code_points(text.substr(0, place.offset - start.offset));
  }

  const config::WithheldPlaces& withheld_;
  const std::set<SourceId> places_, file_names_;  // of data
  SourceMap& sources_;
  std::map<SourceId, SourceId> copies_;
};

/// Those beyond Diagnostics::kLimit, of which only the number is known.
void count_dropped(const Diagnostics& all, Diagnostics& kept) {
  const auto add = [&](Severity severity, std::size_t count) {
    for (; count > 0; --count)
      kept.report({.id = {}, .severity = severity, .source = {}, .message = {}});
  };
  add(Severity::Error, all.errors() - kept.errors());
  add(Severity::Warning, all.warnings() - kept.warnings());
  add(Severity::Advice, all.dropped() - kept.dropped());
}

}  // namespace

void hide_withheld(Outcome& outcome) {
  const config::WithheldPlaces withheld = std::exchange(outcome.withheld, {});
  const document::WithheldData data = std::exchange(outcome.withheld_data, {});
  if (withheld.empty() && data.file_names.empty() && data.places.empty()) return;
  Hiding hiding(withheld, data, outcome.sources);
  Diagnostics kept;
  for (const Diagnostic& one : outcome.diagnostics.all()) kept.report(hiding.shown(one));
  count_dropped(outcome.diagnostics, kept);
  outcome.diagnostics = std::move(kept);
}

}  // namespace sheaf::pipeline
