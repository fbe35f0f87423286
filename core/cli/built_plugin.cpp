#include "cli/built_plugin.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plugin/manifest.hpp"

namespace sheaf::cli {
namespace {

std::nullopt_t refuse(const Invocation& invocation, std::string_view asked,
                      std::string_view reason) {
  invocation.terminal.err.write(
      fmt::format("sheaf {}: {}\nTry: sheaf plugin --help\n", asked, reason));
  return std::nullopt;
}

/// The libraries that belong to the manifests in a folder.
std::vector<std::string> libraries_in(const FileSystem& files, const Path& folder) {
  std::vector<std::string> names;
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with(plugin::kManifestEnding))
      names.push_back(plugin::library_beside(name).string());
  }
  return names;
}

NamedPlugin plugin_at(const Invocation& invocation, const Path& library) {
  const Path place = invocation.files.canonical(library);
  return {place, place.stem().string()};
}

std::optional<NamedPlugin> plugin_in(const Invocation& invocation, const Path& folder,
                                     std::string_view asked) {
  for (const Path& place : {folder, folder / "build"}) {
    const auto names = libraries_in(invocation.files, place);
    if (names.size() == 1) return plugin_at(invocation, place / names.front());
    if (names.size() > 1) {
      return refuse(invocation, asked,
                    fmt::format("{} holds several plugins; name one of {}", place.string(),
                                fmt::join(names, ", ")));
    }
  }
  return refuse(invocation, asked,
                fmt::format("{} holds no plugin; build it first", folder.string()));
}

}  // namespace

std::optional<NamedPlugin> named_by_path(const Invocation& invocation, std::string_view asked) {
  const Path given(invocation.arguments.text("PLUGIN"));
  switch (invocation.files.kind(given)) {
    case FileKind::Directory: return plugin_in(invocation, given, asked);
    case FileKind::Absent:
      if (!given.has_parent_path() && given.extension() != ".so") {
        return NamedPlugin{{}, given.string()};
      }
      return refuse(invocation, asked,
                    fmt::format("there is no file {}; build the plugin first", given.string()));
    default: return plugin_at(invocation, given);
  }
}

}  // namespace sheaf::cli
