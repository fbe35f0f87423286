#pragma once
// The words of choices in JSON Schema, with what the document prints for them.

#include <string>
#include <vector>

#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

/// {"enum": words}
Json one_of(const std::vector<std::string>& words);

/// The words of a choice. Labels stand in `enumDescriptions`, the keyword of the editors that show
/// such (VS Code and yaml-language-server, at the list of values and behind the pointer).
Json words_of(const model::Type& type);

/// The same as people type them: an editor reads 3 as a number, where the choice is between texts.
Json typed_words_of(const model::Type& type);

/// For each word of a keyed choice, a property that `value` describes.
Json keyed_by_words_of(const model::Type& type, const Json& value);

}  // namespace sheaf::config
