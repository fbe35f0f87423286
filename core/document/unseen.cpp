// What this report does not show, but another month's will: sections that `when` leaves out, and
// data that nothing uses yet.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/binder.hpp"
#include "model/section_context.hpp"

namespace sheaf::document {
namespace {

using model::DataSpec;

/// What only the values of this month decide, for which the section may be left out.
bool is_of_this_month(const Diagnostic& one) {
  return one.id == "placeholder-without-value" || one.id == "out-of-range";
}

/// What `work` reports, kept apart from what was found before.
template <typename Work>
Diagnostics found_by(Diagnostics& diagnostics, const Work& work) {
  Diagnostics before = std::exchange(diagnostics, {});
  work();
  return std::exchange(diagnostics, std::move(before));
}

}  // namespace

/// Last of all, so that what the report shows has asked for its data first.
void Binder::look_into_unseen() {
  if (!left_out_.empty()) tell_left_out(findings_of_left_out());
  if (diagnostics_.errors() > 0) return;  // for which data may only seem to be unused
  for (const DataSpec& data : spec_.data) {
    if (is_unused(data)) look_into_data(data);
  }
}

Diagnostics Binder::findings_of_left_out() {
  const std::size_t images = report_.assets.size();
  auto found = found_by(diagnostics_, [&] {
    for (const model::SectionSpec* section : left_out_) {
      const SectionScope scope(diagnostics_, model::context_of(*section));
      if (!section->is_withheld()) bound_section(*section);
      report_.assets.resize(images);
    }
  });
  return found;
}

void Binder::tell_left_out(const Diagnostics& found) {
  for (Diagnostic one : found.all()) {
    if (is_of_this_month(one)) continue;
    const bool milder = world_.unseen == Unseen::Warnings && one.severity == Severity::Error;
    if (milder) one.severity = Severity::Warning;
    one.notes.push_back({{}, "left out this month by `when`"});
    diagnostics_.report(std::move(one));
  }
}

/// Of the layout's own data only: what it is based on may offer more than each report takes. And a
/// section that is withheld here may use what seems unused.
bool Binder::is_unused(const DataSpec& data) {
  const auto& sources = world_.sources;
  return sources.file_start(data.source) == sources.file_start(spec_.source) &&
         std::ranges::none_of(spec_.sections, &model::SectionSpec::is_withheld) &&
         tables_.is_unused(data);
}

void Binder::look_into_data(const DataSpec& data) {
  bool readable = false;
  const Diagnostics found =
      found_by(diagnostics_, [&] { readable = tables_.find_typed(data.name) != nullptr; });
  Diagnostic& finding = diagnostics_.warning(
      "data-unused", data.source,
      fmt::format("Nothing uses the data `{}`{}", data.name,
                  readable ? "" : ", and it cannot be read"),
      fmt::format("Take it with `{{ data: {} }}` in a section or a figure such as "
                  "((data.{}.count)) in a text, or take its lines out",
                  data.name, data.name));
  for (const Diagnostic& one : found.all()) finding.notes.push_back({one.source, one.message});
}

}  // namespace sheaf::document
