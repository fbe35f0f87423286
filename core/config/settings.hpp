#pragma once
// --set a.b=v: values given on the command line, laid over a merged layout.

#include <string>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Replaces, or adds where the format has such a key, one scalar. Sections are named by their id:
/// "sections.inspection.title". The value's place lies in a file of its own, "--set a.b=v", that
/// the layout's place `layout` is said to name.
void apply_setting(model::Node& layout, const std::pair<std::string, std::string>& setting,
                   SourceId layout_start, SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sheaf::config
