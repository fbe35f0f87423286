#pragma once
// Types in words and by example, for people.

#include <string>

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

enum class Place {
  Layout,      // the layout file itself, themes, `sheaf.yaml`
  Parameters,  // below `with:`, where { file: … } may stand for text
};

/// What a value may be, short forms included: "text, or { file: … }", "list of texts",
/// "map, or its `text` alone".
std::string type_in_words(const model::Type& type, Place place);

/// The record that a value is made of, however deep in lists; null when there is none.
const model::Type* record_in(const model::Type& type);

/// The field's example the other way round: the short form in full, the full one in short. Null
/// when there is no other.
Json other_form(const model::Field& field);

}  // namespace sheaf::config
