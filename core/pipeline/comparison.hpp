#pragma once
// Two layouts' documents, and what differs.

#include <vector>

#include "document/difference.hpp"
#include "pipeline/build.hpp"

namespace sheaf::pipeline {

struct Comparison {
  Outcome before, after;
  std::vector<document::Difference> differences;  // none when either has errors
};

/// Builds the documents of two layouts, `request` saying all but which, and compares them. With
/// errors in the first, the second is not built. Approvals are not asked for.
Comparison compare(Session& session, Request request, const Path& before, const Path& after);

}  // namespace sheaf::pipeline
