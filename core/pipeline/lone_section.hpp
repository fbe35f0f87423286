#pragma once
// A section that stands alone, as `sheaf plugin check` looks at what a plugin makes.

#include "base/diagnostic.hpp"
#include "model/block.hpp"

namespace sheaf::pipeline {

/// What `sheaf check` finds in a report of this one section: what composing it and lint say, but
/// for the rules about a report as a whole. Reads no files and asks for no spelling; pictures are
/// taken to be there.
void read_alone(model::Section section, Diagnostics& diagnostics);

}  // namespace sheaf::pipeline
