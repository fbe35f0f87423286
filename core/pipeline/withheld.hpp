#pragma once
// What a public edition leaves out stays out of its findings, too: a log may be read by anybody.

#include "pipeline/build.hpp"

namespace sheaf::pipeline {

/// Leaves of each finding in what the edition withholds its id and its place only, with no word of
/// what stands there, nor its line for a printer to show. For an exempt edition: nothing.
void hide_withheld(Outcome& outcome);

}  // namespace sheaf::pipeline
