#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/build_result.hpp"
#include "cli/installed.hpp"
#include "cli/plugin_action.hpp"
#include "cli/surroundings.hpp"
#include "cli/watch.hpp"
#include "config/lone_section.hpp"

namespace sheaf::cli {
namespace {

constexpr std::string_view kManifestEnd = ".plugin.json";

/// What to preview. `folder` is empty for an installed plugin.
struct Chosen {
  Path folder;
  std::string id;
};

std::vector<std::string> ids_in(const FileSystem& files, const Path& folder) {
  std::vector<std::string> ids;
  for (const std::string& name : files.list(folder)) {
    if (name.ends_with(kManifestEnd))
      ids.push_back(name.substr(0, name.size() - kManifestEnd.size()));
  }
  return ids;
}

std::nullopt_t refuse(const Invocation& invocation, std::string_view reason) {
  invocation.terminal.err.write(
      fmt::format("sheaf plugin preview: {}\nTry: sheaf plugin --help\n", reason));
  return std::nullopt;
}

/// The only plugin in a folder, or in `build` below it.
std::optional<Chosen> plugin_in(const Invocation& invocation, const Path& folder) {
  for (const Path& place : {folder, folder / "build"}) {
    const auto ids = ids_in(invocation.files, place);
    if (ids.size() == 1) return Chosen{place, ids.front()};
    if (ids.size() > 1) {
      return refuse(invocation, fmt::format("{} holds several plugins; name one of {}.so",
                                            place.string(), fmt::join(ids, ".so, ")));
    }
  }
  return refuse(invocation, fmt::format("{} holds no plugin; build it first", folder.string()));
}

std::optional<Chosen> plugin_of(const Invocation& invocation, const Path& library) {
  Chosen chosen{invocation.files.canonical(library).parent_path(), library.stem()};
  const std::string manifest = chosen.id + std::string(kManifestEnd);
  if (invocation.files.kind(chosen.folder / manifest) == FileKind::File) return chosen;
  return refuse(invocation,
                fmt::format("{} has no manifest ({}) beside it", library.string(), manifest));
}

/// A library, a folder with one, or the id of an installed plugin.
std::optional<Chosen> choose(const Invocation& invocation) {
  const Path given(invocation.arguments.text("PLUGIN"));
  switch (invocation.files.kind(given)) {
    case FileKind::File: return plugin_of(invocation, given);
    case FileKind::Directory: return plugin_in(invocation, given);
    default: return Chosen{{}, given.string()};
  }
}

/// Fills `made` as far as the parameters can be read.
std::optional<model::LayoutSpec> spec_of(const Invocation& invocation,
                                         const plugin::Manifest& manifest, const Chosen& chosen,
                                         pipeline::Outcome& made) {
  config::LoneSection section{manifest.id, manifest.title, Path(invocation.arguments.text("with"))};
  if (section.parameters.empty()) section.examples = config::sample_parameters(manifest.parameters);
  section.root = invocation.arguments.text("root");
  auto spec = config::lay_out_section(section, invocation.files, made.sources, made.diagnostics);
  if (!spec) return {};
  if (!chosen.folder.empty()) spec->plugins.push_back(chosen.folder.string());
  return *std::move(spec);
}

pipeline::Outcome build_section(const Invocation& invocation, pipeline::Session& session,
                                const plugin::Manifest& manifest, const Chosen& chosen) {
  pipeline::Outcome made;
  const auto spec = spec_of(invocation, manifest, chosen, made);
  if (!spec) return made;
  pipeline::Request request;
  request.spec = &*spec;
  const Diagnostics before = std::move(made.diagnostics);
  made = pipeline::build(session, request, std::move(made.sources));
  for (const Diagnostic& one : before.all()) made.diagnostics.report(one);
  return made;
}

ExitCode preview_once(const Invocation& invocation, pipeline::Session& session,
                      const Chosen& chosen) {
  pipeline::Outcome found;  // the build tells its findings again
  const std::vector<Path> folders(chosen.folder.empty() ? 0 : 1, chosen.folder);
  const plugin::Registry& registry = session.registry(folders, found.diagnostics);
  const plugin::Manifest* manifest = named_plugin(invocation, registry, chosen.id);
  if (!manifest) {
    print_findings(invocation, found);
    return ExitCode::Usage;
  }
  std::vector<pipeline::Outcome> made;
  made.push_back(build_section(invocation, session, *manifest, chosen));
  std::vector<Written> written;
  if (made.front().ok()) written = write_outputs(invocation, made);
  print_findings(invocation, made.front());
  print_result(invocation, made.front(), written);
  return exit_code_of(invocation, made.front());
}

ExitCode run_preview(const Invocation& invocation) {
  const auto chosen = choose(invocation);
  if (!chosen) return ExitCode::Usage;
  if (invocation.arguments.has("watch")) {
    return watch(invocation, [&](const Invocation& watched, pipeline::Session& session) {
      return preview_once(watched, session, *chosen);
    });
  }
  pipeline::Session session(invocation.files, surroundings(invocation));
  return preview_once(invocation, session, *chosen);
}

}  // namespace

PluginAction preview_plugin_action() {
  return {
      "preview",
      {{"--with", "FILE", OptionKind::Value,
        "preview: what `with:` would hold, as a YAML file; the plugin's own examples unless given"},
       {"--watch", "", OptionKind::Flag, "preview: go on, and build again on every change"},
       kIsolationOption,
       kVerboseOption,
       {"-o,--output", "FILE", OptionKind::Value,
        "preview: where to write; beside the file of --with, else here, unless given"}},
      {{"sheaf plugin preview build --with params.yaml", "one section as a PDF"},
       {"sheaf plugin preview cover", "an installed plugin with its own examples"}},
      run_preview};
}

}  // namespace sheaf::cli
