#pragma once
// The reference in Markdown, from the declarations that validation uses.

#include <string>
#include <string_view>

#include "config/json_schema.hpp"
#include "model/schema.hpp"

namespace sheaf::config {

/// A page on the layout file, a theme file or `sheaf.yaml`.
std::string layout_reference();
std::string theme_reference();
std::string project_reference();

/// A page on one section plugin.
std::string plugin_reference(const PluginSchema& plugin, std::string_view version);

}  // namespace sheaf::config
