#pragma once
// JSON Schema's words for limits of values, and for keys that had another name.

#include <vector>

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

/// `schema` with minimum, maxItems, pattern, …, as the type's limits are; dates have none.
Json with_limits(Json schema, const model::Type& type);

/// The description with the limits in brackets, which editors show.
std::string description_of(const model::Field& field);

/// Asks of objects that they have these fields, by their names or earlier ones.
void require(Json& schema, const std::vector<const model::Field*>& fields);
/// Whether require() has asked for anything.
bool asks_for_keys(const Json& schema);

}  // namespace sheaf::config
