#pragma once
// JSON as if it had been typed in YAML.

#include "base/json.hpp"
#include "model/node.hpp"

namespace sheaf::model {

NodeKind kind_of(const Json& value);

/// The value, all of it at one place.
Node node_of(const Json& value, SourceId source);

}  // namespace sheaf::model
