#pragma once
// Examples of what a parameter takes.

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::model {

/// The field's example; of a list, at least one entry in brackets. Null when there is none.
Json example_of(const Field& field);

}  // namespace sheaf::model
