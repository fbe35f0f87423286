#include "pipeline/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pipeline/editions.hpp"
#include "pipeline/withheld.hpp"

namespace sheaf::pipeline {
namespace {

using model::Edition;

bool has_output(const model::LayoutSpec& spec, Edition edition) {
  return std::ranges::find(spec.outputs, edition, &model::OutputSpec::edition) !=
         spec.outputs.end();
}

/// The editions that the outputs name, without the one that was built first.
std::vector<Edition> others(const model::LayoutSpec& spec) {
  std::vector<Edition> editions;
  for (const model::OutputSpec& output : spec.outputs) {
    const bool known = output.edition == spec.edition ||
                       std::ranges::find(editions, output.edition) != editions.end();
    if (!known) editions.push_back(output.edition);
  }
  return editions;
}

void refuse_edition(Outcome& outcome, Edition edition) {
  outcome.diagnostics.error(
      "no-such-output", outcome.spec->outputs.front().source,
      fmt::format("None of the outputs is of the {} edition", name_of(edition)),
      fmt::format("Add one with `edition: {}`, or build the other edition", name_of(edition)));
}

/// What the outputs name beside what was built first, the findings of all with its.
void build_others(Session& session, Request& request, std::vector<Outcome>& made) {
  const Edition first = made[0].spec->edition;
  if (request.options.edition) {
    if (!has_output(*made[0].spec, first)) refuse_edition(made[0], first);
    return;
  }
  for (const Edition edition : others(*made[0].spec)) {
    request.options.edition = edition;
    Outcome next = build(session, request, std::move(made[0].sources));
    made[0].sources = std::move(next.sources);
    tell_once(made[0].diagnostics, next.diagnostics, made[0].sources, edition);
    made.push_back(std::move(next));
  }
}

}  // namespace

std::vector<Outcome> build_outputs(Session& session, Request request) {
  std::vector<Outcome> made;
  request.withheld = Withheld::Shown;
  made.push_back(build(session, request));
  if (made[0].spec) build_others(session, request, made);
  if (made.size() == 1) hide_withheld(made[0]);  // else what is exempt is written here, too
  return made;
}

}  // namespace sheaf::pipeline
