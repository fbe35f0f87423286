#pragma once
// A plugin's blocks to structure elements.

#include <vector>

#include "document/flow.hpp"
#include "model/block.hpp"

namespace sheaf::document {

/// Adds blocks, placed values and inline content in the order given.
void write_blocks(const std::vector<model::Block>& blocks, Flow& flow);

}  // namespace sheaf::document
