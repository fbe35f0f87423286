#pragma once
// All files that a layout's outputs ask for.

#include <vector>

#include "pipeline/build.hpp"

namespace sheaf::pipeline {

/// Builds each edition that the layout's outputs name, once, or the one that `request.options`
/// names. Each outcome's `outputs` are the files to be written from it. The first one holds the
/// findings of all, each told once, and the sources of all.
std::vector<Outcome> build_outputs(Session& session, Request request);

}  // namespace sheaf::pipeline
