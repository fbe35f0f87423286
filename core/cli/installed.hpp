#pragma once
// The installed plugins, as several commands need them.

#include <vector>

#include "cli/command.hpp"
#include "cli/new_files.hpp"
#include "config/json_schema.hpp"
#include "plugin/registry.hpp"

namespace sheaf::cli {

/// The plugin that the argument PLUGIN names. Null: there is none, which was said with the nearest
/// name
/// (`asked` is the command as typed: "plugins show").
const plugin::Manifest* chosen_plugin(const Invocation& invocation,
                                      const plugin::Registry& registry, std::string_view asked);

/// Likewise for an id that was found out otherwise.
const plugin::Manifest* named_plugin(const Invocation& invocation, const plugin::Registry& registry,
                                     std::string_view id);

/// What the schema and the reference say of it; the types are the manifest's.
config::PluginSchema schema_of(const plugin::Manifest& manifest);

/// All JSON Schemas, as `sheaf schema --write` names them.
std::vector<NewFile> schema_files(const plugin::Registry& registry);

}  // namespace sheaf::cli
