#pragma once
// YAML text to a tree of nodes. The only folder that sees yaml-cpp is this file's source.

#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// YAML 1.2 without anchors, aliases and tags. `text` is the whole file, `start` the place of its
/// first byte. Not UTF-8, tabs in the indent, control characters, duplicate keys, unclosed quotes,
/// nesting over 64 levels and files over 1 MB are errors at their place.
Result<model::Node> read_yaml(std::string_view text, SourceId start, Diagnostics& diagnostics);

}  // namespace sheaf::config
