#pragma once
// Dates in the files of a new report that were still to come when the last one met.

#include <string>
#include <vector>

#include "config/next_report.hpp"

namespace sheaf::config {

/// Dates and months from `last`'s on that lie before `next`, in the order of files and lines, each
/// once in a line. `last` {}: all before `next`. Not those of `review_by`, which are told by
/// section.
std::vector<GoneDate> dates_gone_by(const std::vector<NextFile>& files,
                                    const model::PartialDate& last, const model::PartialDate& next);

}  // namespace sheaf::config
