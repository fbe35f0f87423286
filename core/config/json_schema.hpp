#pragma once
// JSON Schema 2020-12 from the declarations that validation uses, so that editors complete and
// check what administrators type.

#include <string>
#include <vector>

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

enum class Wording {
  Bound,       // values as a plugin gets them
  Typed,       // as people type them: a ((placeholder)) for any scalar, 119 or no for text
  Parameters,  // below `with:` also { file: … } for text and { data: … } for rows
};

Json json_schema(const model::Type& type, Wording wording = Wording::Parameters);

/// The schema of theme files.
Json theme_json_schema();

/// What an installed plugin says of itself; the type is borrowed.
struct PluginSchema {
  std::string id, title, description;
  const model::Type* parameters;  // Record
};

/// The layout's schema, in which `plugin: X` decides what `with:` holds.
Json layout_json_schema(const std::vector<PluginSchema>& installed);

}  // namespace sheaf::config
