#include "cli/installed.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_distance.hpp"

namespace sheaf::cli {

const plugin::Manifest* chosen_plugin(const Invocation& invocation,
                                      const plugin::Registry& registry, std::string_view asked) {
  const std::string_view id = invocation.arguments.text("PLUGIN");
  if (const plugin::Manifest* found = registry.find(id)) return found;
  const auto ids = registry.ids();
  std::string text = id.empty() ? fmt::format("sheaf {}: give the id of a plugin\n", asked)
                                : fmt::format("sheaf: there is no plugin \"{}\"\n", id);
  if (const auto meant = nearest(id, ids)) text += fmt::format("Did you mean: {}\n", *meant);
  invocation.terminal.err.write(text + fmt::format("Installed: {}\n", fmt::join(ids, ", ")));
  return nullptr;
}

config::PluginSchema schema_of(const plugin::Manifest& manifest) {
  return {manifest.id, manifest.title, manifest.description, &manifest.parameters};
}

}  // namespace sheaf::cli
