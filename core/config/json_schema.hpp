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
  Literal,     // as people type them: quotes or not, an empty optional key
  Typed,       // also a ((placeholder)) for any scalar
  Cells,       // in rows of data: also choices in capitals
  Parameters,  // below `with:`: also { file: … } for text and { data: … } for rows
  Part,        // the same, where another file may give any key of these maps
};

Json json_schema(const model::Type& type, Wording wording = Wording::Parameters);

/// What an installed plugin says of itself; the type is borrowed.
struct PluginSchema {
  std::string id, title, description;
  const model::Type* parameters;  // Record
};

/// The layout's schema, in which `plugin: X` decides what `with:` holds. What another file may yet
/// give is not asked for: in a layout that others are based on, in `parts`, below `from`.
Json layout_json_schema(const std::vector<PluginSchema>& installed);

/// A file that a section takes with `from:`: nothing is asked for that `with:` may give.
Json plugin_json_schema(const PluginSchema& plugin);

/// A YAML or JSON file of rows for a parameter of type Rows, or, with null, for any.
Json data_json_schema(const model::Type* rows);

Json theme_json_schema();
/// `sheaf.yaml`.
Json project_json_schema();

}  // namespace sheaf::config
