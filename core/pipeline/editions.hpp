#pragma once
// The public and the exempt edition of one layout.

#include <string>

#include "pipeline/build.hpp"

namespace sheaf::pipeline {

/// Builds the exempt edition, which holds all there is, and then the public one if anything is
/// exempt: what only that has to say is added to the findings, with a note. `request.options` may
/// name either.
Outcome build_editions(Session& session, Request request);

/// Adds to `known` what only `more` has to say, and that it is of `edition`; the places of both lie
/// in `sources`.
void tell_once(Diagnostics& known, const Diagnostics& more, const SourceMap& sources,
               model::Edition edition);

/// "exempt edition: not for publication", "public edition, without 2 exempt sections"; empty when
/// nothing is exempt, unless the exempt edition was asked for.
std::string edition_text(const Outcome& outcome);

}  // namespace sheaf::pipeline
