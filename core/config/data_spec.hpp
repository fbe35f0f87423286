#pragma once
// `data:` of a merged layout, taken apart.

#include <vector>

#include "base/diagnostic.hpp"
#include "model/layout_spec.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// One entry for each name under `data:`. Names without rows to go with them, and keys that do not
/// go together, are reported and left out; whether the files fit is for bind to find out.
std::vector<model::DataSpec> take_data(const model::Node& data, Diagnostics& diagnostics);

}  // namespace sheaf::config
