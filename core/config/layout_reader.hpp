#pragma once
// A layout file, with all it is based on, merged and checked against the layout's schema.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "config/withheld_places.hpp"
#include "config/yaml_memory.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::config {

struct LayoutOptions {
  Path root;  // empty: found by `sheaf.yaml`, else the layout's folder
  std::vector<std::pair<std::string, std::string>> set;  // --set a.b=v
  std::optional<model::Edition> edition = {};  // unless asked for, the public one if an output is
};

/// Reads `path`, `based_on`, `use`, `from`, merges, applies `set`, checks keys and types. All
/// problems are reported in one run; Failed only when nothing useful could be made of it.
/// `memory`, if any, is asked before a file is scanned; `withheld`, if any, learns what the public
/// edition leaves out, which is nothing when the exempt one is read.
Result<model::LayoutSpec> read_layout(const Path& path, const LayoutOptions& options,
                                      FileSystem& files, SourceMap& sources,
                                      Diagnostics& diagnostics, YamlMemory* memory = nullptr,
                                      WithheldPlaces* withheld = nullptr);

}  // namespace sheaf::config
