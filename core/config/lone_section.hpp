#pragma once
// A report of one section without a layout file: how an author of a plugin looks at what it makes.

#include <string>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/layout_spec.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

struct LoneSection {
  std::string plugin;    // id of the section plugin
  std::string title;     // of the report
  Path parameters = {};  // a file of what `with:` would hold; empty: `examples` stands for it
  std::string examples = {};
  Path root = {};  // as for a layout
};

/// The section has a place that stands in none of the files: what is found there is of the plugin's
/// own making. British English, the default theme, the same meeting each time; `people` and data:
/// none. Failed when the parameters cannot be read.
Result<model::LayoutSpec> lay_out_section(const LoneSection& section, FileSystem& files,
                                          SourceMap& sources, Diagnostics& diagnostics);

/// Parameters as somebody might type them, from the examples of the fields. A field without one is
/// left out, unless it is required: then it is made up.
std::string sample_parameters(const model::Type& record);

}  // namespace sheaf::config
