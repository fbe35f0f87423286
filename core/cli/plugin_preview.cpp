#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/build_result.hpp"
#include "cli/built_plugin.hpp"
#include "cli/installed.hpp"
#include "cli/plugin_action.hpp"
#include "cli/surroundings.hpp"
#include "cli/watch.hpp"
#include "config/lone_section.hpp"
#include "plugin/block_builder.hpp"
#include "plugin/trace.hpp"

namespace sheaf::cli {
namespace {

/// Whether what was named has a manifest; else it is said that it has none.
bool has_manifest(const Invocation& invocation, const NamedPlugin& named) {
  if (named.library.empty()) return true;
  const Path manifest = plugin::manifest_beside(named.library);
  if (invocation.files.kind(manifest) == FileKind::File) return true;
  invocation.terminal.err.write(fmt::format(
      "sheaf plugin preview: {} has no manifest ({}) beside it\nTry: sheaf plugin --help\n",
      invocation.arguments.text("PLUGIN"), manifest.filename().string()));
  return false;
}

/// A library is found by the id of its manifest; one that is named otherwise is told of.
NamedPlugin with_own_id(const Invocation& invocation, NamedPlugin named) {
  if (named.library.empty()) return named;
  const auto manifest =
      plugin::read_manifest(plugin::manifest_beside(named.library), invocation.files);
  if (!manifest || manifest->id == named.id) return named;
  invocation.terminal.err.write(
      fmt::format("sheaf plugin preview: {} is the plugin \"{}\"; name it {}.so, as its id is\n",
                  named.library.filename().string(), manifest->id, manifest->id));
  named.id = manifest->id;
  return named;
}

/// An installed one of the same id is not meant where a library was named.
const plugin::Manifest* find(const plugin::Registry& registry, const NamedPlugin& named) {
  if (named.library.empty()) return registry.find(named.id);
  const auto found = std::ranges::find(registry.all(), named.library, &plugin::Manifest::library);
  return found == registry.all().end() ? nullptr : &*found;
}

/// Fills `made` as far as the parameters can be read.
std::optional<model::LayoutSpec> spec_of(const Invocation& invocation,
                                         const plugin::Manifest& manifest, const NamedPlugin& named,
                                         pipeline::Outcome& made) {
  config::LoneSection section{manifest.id, manifest.title, Path(invocation.arguments.text("with"))};
  if (section.parameters.empty()) section.examples = config::sample_parameters(manifest.parameters);
  section.root = invocation.arguments.text("root");
  auto spec = config::lay_out_section(section, invocation.files, made.sources, made.diagnostics);
  if (!spec) return {};
  if (!named.library.empty()) spec->plugins.push_back(named.library.parent_path().string());
  return *std::move(spec);
}

/// Of the notes of a crash, "at cover.so+0x4352", the first that names a place by its offset.
std::string_view place_in(const Diagnostic& crash, const Path& library) {
  constexpr std::string_view before = "at ";
  for (const Note& note : crash.notes) {
    const std::string_view text = note.text;
    if (!text.starts_with(before)) continue;
    if (const auto place = plugin::place_in(text.substr(before.size()), library); !place.empty())
      return place;
  }
  return {};
}

/// Of what the plugin's code made, no line of the parameters is shown, and the words are its own.
void settle_as_own(Diagnostic& finding, SourceId section) {
  finding.source = {};
  std::erase_if(finding.notes, [&](const Note& note) { return note.source == section; });
  if (finding.id != "spelling") return;
  const auto suggestion = finding.help.find('?') + 1;  // 0: there is none
  finding.help.resize(suggestion);
  finding.help += suggestion > 0 ? " It is" : "Correct it in the plugin's code: it is";
  finding.help += " text of the plugin's own";
}

/// Whoever previews is who maintains the plugin: where to look takes the place of whom to ask.
Diagnostic for_author(Diagnostic finding, const Path& library, SourceId section) {
  if (finding.source == section) settle_as_own(finding, section);
  if (finding.help != plugin::Breach{}.help) return finding;
  if (finding.id == "undeclared-block") {
    finding.help = plugin::kDeclareKinds;
    return finding;
  }
  finding.help = "This is a fault of the plugin's code";
  const auto place = place_in(finding, library);
  if (!place.empty()) finding.help += "; " + plugin::line_told_by(library, place);
  return finding;
}

pipeline::Outcome build_section(const Invocation& invocation, pipeline::Session& session,
                                const plugin::Manifest& manifest, const NamedPlugin& named) {
  pipeline::Outcome made;
  const auto spec = spec_of(invocation, manifest, named, made);
  if (!spec) return made;
  pipeline::Request request;
  request.spec = &*spec;
  request.advice = pipeline::Advice::Given;  // as `sheaf check` of a report: it is the author's
  const SourceId place = spec->sections.front().source;
  const Diagnostics before = std::move(made.diagnostics);
  made = pipeline::build(session, request, std::move(made.sources));
  const Diagnostics found = std::exchange(made.diagnostics, {});
  for (const Diagnostic& one : found.all()) {
    made.diagnostics.report(for_author(one, manifest.library, place));
  }
  for (const Diagnostic& one : before.all()) made.diagnostics.report(one);
  return made;
}

ExitCode preview_once(const Invocation& invocation, pipeline::Session& session,
                      const NamedPlugin& named) {
  pipeline::Outcome found;  // the build tells its findings again
  std::vector<Path> folders;
  if (!named.library.empty()) folders.push_back(named.library.parent_path());
  const plugin::Registry& registry = session.registry(folders);
  const auto faulty = std::ranges::find(registry.faulty(), named.id, &plugin::Manifest::id);
  if (faulty != registry.faulty().end()) {
    const auto& problem = faulty->bar->problem;
    found.diagnostics.error(problem.id, {}, problem.message, problem.help);
    print_findings(invocation, found);
    return exit_code_of(invocation, found);
  }
  const plugin::Manifest* manifest = find(registry, named);
  if (!manifest) {
    named_plugin(invocation, registry, named.id);
    return ExitCode::Usage;
  }
  std::vector<pipeline::Outcome> made;
  made.push_back(build_section(invocation, session, *manifest, named));
  std::vector<Written> written;
  if (made.front().ok()) written = write_outputs(invocation, made);
  print_findings(invocation, made.front());
  print_result(invocation, made.front(), written);
  return exit_code_of(invocation, made.front());
}

ExitCode run_preview(const Invocation& invocation) {
  const auto given = named_by_path(invocation, "plugin preview");
  if (!given || !has_manifest(invocation, *given)) return ExitCode::Usage;
  const NamedPlugin named = with_own_id(invocation, *given);
  if (invocation.arguments.has("watch")) {
    const auto build = [&](const Invocation& watched, pipeline::Session& session) {
      return preview_once(watched, session, named);
    };
    return watch(invocation, build, named.library.parent_path());
  }
  pipeline::Session session(invocation.files, surroundings(invocation));
  return preview_once(invocation, session, named);
}

}  // namespace

PluginAction preview_plugin_action() {
  return PluginAction{
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
