#pragma once
// JSON Schema (2020-12), as manifests hold it, back into a type.

#include <string>

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::plugin {

/// The type that a schema describes: by its `x-sheaf` word, else by plain JSON Schema `type`,
/// `enum`, `properties` and `items`. The problem names the place: `parameters.services`.
tl::expected<model::Type, std::string> read_schema(const Json& schema, const std::string& place);

}  // namespace sheaf::plugin
