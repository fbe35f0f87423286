#include "pipeline/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pipeline/editions.hpp"

namespace sheaf::pipeline {
namespace {

using model::Edition;

/// The edition of an output that names none.
Edition edition_of(const std::optional<Edition>& edition, std::optional<Edition> only) {
  return edition.value_or(only.value_or(Edition::Public));
}

std::vector<Edition> wanted(const model::LayoutSpec& spec, std::optional<Edition> only) {
  std::vector<Edition> editions;
  for (const model::OutputSpec& output : spec.outputs) {
    const Edition edition = edition_of(output.edition, only);
    if (only && edition != *only) continue;
    if (std::ranges::find(editions, edition) == editions.end()) editions.push_back(edition);
  }
  return editions;
}

void keep_own_outputs(Outcome& outcome, Edition edition, std::optional<Edition> only) {
  std::erase_if(outcome.outputs, [&](const model::ReportOutput& output) {
    return edition_of(output.edition, only) != edition;
  });
}

void refuse_edition(Outcome& outcome, Edition edition) {
  outcome.diagnostics.error(
      "no-such-output", outcome.spec->outputs.front().source,
      fmt::format("None of the outputs is of the {} edition", name_of(edition)),
      fmt::format("Add one with `edition: {}`, or build the other edition", name_of(edition)));
}

}  // namespace

std::vector<Outcome> build_outputs(Session& session, Request request, std::optional<Edition> only) {
  const Edition first = edition_of({}, only);
  request.options.edition = first;
  std::vector<Outcome> made;
  made.push_back(build(session, request));
  if (!made[0].spec) return made;
  keep_own_outputs(made[0], first, only);
  const auto editions = wanted(*made[0].spec, only);
  if (editions.empty()) refuse_edition(made[0], first);
  for (const Edition edition : editions) {
    if (edition == first) continue;
    request.options.edition = edition;
    Outcome next = build(session, request, std::move(made[0].sources));
    made[0].sources = std::move(next.sources);
    keep_own_outputs(next, edition, only);
    tell_once(made[0].diagnostics, next.diagnostics, made[0].sources,
              fmt::format("only the {} edition has this mistake", name_of(edition)));
    made.push_back(std::move(next));
  }
  return made;
}

}  // namespace sheaf::pipeline
