#include "cli/installed.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_distance.hpp"

namespace sheaf::cli {
namespace {

void offer(const Invocation& invocation, std::string text, std::string_view id,
           const plugin::Registry& registry) {
  const auto ids = registry.ids();
  if (const auto meant = nearest(id, ids)) text += fmt::format("Did you mean: {}\n", *meant);
  invocation.terminal.err.write(text + fmt::format("Installed: {}\n", fmt::join(ids, ", ")));
}

}  // namespace

const plugin::Manifest* chosen_plugin(const Invocation& invocation,
                                      const plugin::Registry& registry, std::string_view asked) {
  const std::string_view id = invocation.arguments.text("PLUGIN");
  if (!id.empty()) return named_plugin(invocation, registry, id);
  offer(invocation, fmt::format("sheaf {}: give the id of a plugin\n", asked), id, registry);
  return nullptr;
}

const plugin::Manifest* named_plugin(const Invocation& invocation, const plugin::Registry& registry,
                                     std::string_view id) {
  const auto& faulty = registry.faulty();
  if (std::ranges::find(faulty, id, &plugin::Manifest::id) != faulty.end()) {
    invocation.terminal.err.write(fmt::format(
        "sheaf: the manifest of the plugin \"{}\" is at fault; sheaf plugins says how\n", id));
    return nullptr;
  }
  if (const plugin::Manifest* found = registry.find(id)) return found;
  offer(invocation, fmt::format("sheaf: there is no plugin \"{}\"\n", id), id, registry);
  return nullptr;
}

config::PluginSchema schema_of(const plugin::Manifest& manifest) {
  return {manifest.id, manifest.title, manifest.description, &manifest.parameters};
}

}  // namespace sheaf::cli
