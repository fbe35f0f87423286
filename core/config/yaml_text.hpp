#pragma once
// Examples as people would type them: JSON values written as YAML.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace sheaf::config {

/// Appends `key: value`, or `- value` for an empty key, as lines that begin with `indent` spaces
/// and end in a line feed. Short lists and maps stand on one line; texts are quoted only where
/// YAML would take them for something else.
void append_yaml(std::string& out, std::string_view key, const Json& value, std::size_t indent = 0);

/// One value on one line: `[one, two]`, `{ text: Hello }`.
std::string yaml_on_one_line(const Json& value);

}  // namespace sheaf::config
