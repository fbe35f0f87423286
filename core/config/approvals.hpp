#pragma once
// Who must agree to a report: what a base requires holds for all that is based on it.

#include "base/diagnostic.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Adds to what `over` requires under `require_approvals` all that `base` does, the base's names
/// first. One that names only some of the base's, or none, was meant to take the others away, and
/// is warned of.
void keep_required_approvals(const model::Node& base, model::Node& over, Diagnostics& diagnostics);

}  // namespace sheaf::config
