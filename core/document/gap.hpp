#pragma once
// What stands in the place of a section that could not be written.

#include "document/flow.hpp"
#include "model/block.hpp"

namespace sheaf::document {

/// A box that names the section and who answers for it.
void write_gap(const model::Section& section, Flow& flow);

}  // namespace sheaf::document
