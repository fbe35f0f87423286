#pragma once
// Cures where they can be applied as they are.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace sheaf::pipeline {

/// The findings with each fix at the very place where its text stands, which may be inside the
/// quotes that open at the place given. A finding of whose fixes one stands in no file keeps none.
Diagnostics with_exact_cures(Diagnostics all, const SourceMap& sources);

}  // namespace sheaf::pipeline
