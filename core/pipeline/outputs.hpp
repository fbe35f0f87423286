#pragma once
// All files that a layout's outputs ask for.

#include <optional>
#include <vector>

#include "pipeline/build.hpp"

namespace sheaf::pipeline {

/// Builds each edition that `outputs` names, once; `only` leaves the other one out. Each outcome's
/// `outputs` are the files to be written from it. The first one holds the findings of all, each
/// told once, and the sources of all.
std::vector<Outcome> build_outputs(Session& session, Request request,
                                   std::optional<model::Edition> only);

}  // namespace sheaf::pipeline
