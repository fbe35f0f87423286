#pragma once
// What is wrong with the layout's own `values:`, which have no declared types.

#include "base/diagnostic.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Reports names that no placeholder can hold, as they have spaces; days that no calendar has; and
/// warns of a financial year (2011-12) that is taken for a month.
void report_value_slips(const model::Node& values, Diagnostics& diagnostics);

}  // namespace sheaf::config
