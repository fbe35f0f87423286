#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/installed.hpp"
#include "cli/surroundings.hpp"
#include "config/json_schema.hpp"

namespace sheaf::cli {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

Json layout_schema(const plugin::Registry& registry) {
  std::vector<config::PluginSchema> installed;
  for (const plugin::Manifest& one : registry.all()) installed.push_back(schema_of(one));
  return config::layout_json_schema(installed);
}

/// "actions" or "plan.actions": the parameters that take rows.
void collect_rows(const Type& record, const std::string& before,
                  std::vector<std::pair<std::string, const Type*>>& found) {
  for (const Field& field : record.fields) {
    const bool takes_rows = field.type.kind == TypeKind::Rows || field.type.kind == TypeKind::Table;
    if (takes_rows) found.emplace_back(before + field.name, &field.type);
    if (field.type.kind == TypeKind::Record) {
      collect_rows(field.type, before + field.name + ".", found);
    }
  }
}

/// The rows that `sheaf schema data PLUGIN PARAMETER` names; null: there are none, which was said.
const Type* rows_of(const Invocation& invocation, const plugin::Manifest& manifest) {
  std::vector<std::pair<std::string, const Type*>> tables;
  collect_rows(manifest.parameters, {}, tables);
  const std::string_view wish = invocation.arguments.text("PARAMETER");
  const auto found = std::ranges::find(tables, wish, &decltype(tables)::value_type::first);
  if (found != tables.end()) return found->second;
  std::vector<std::string_view> names;
  for (const auto& [name, type] : tables) names.push_back(name);
  invocation.terminal.err.write(
      fmt::format("sheaf schema data: {}\nParameters of {} that take rows: {}\n",
                  wish.empty() ? "name a parameter after the plugin"
                               : fmt::format("{} has no rows called \"{}\"", manifest.id, wish),
                  manifest.id, names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
  return nullptr;
}

/// Nothing: the plugin or its parameter is not there, which was said.
std::optional<Json> data_schema(const Invocation& invocation, const plugin::Registry& registry) {
  if (!invocation.arguments.has("PLUGIN")) return config::data_json_schema(nullptr);
  const plugin::Manifest* manifest = chosen_plugin(invocation, registry, "schema data");
  const Type* rows = manifest ? rows_of(invocation, *manifest) : nullptr;
  return rows ? std::optional(config::data_json_schema(rows)) : std::nullopt;
}

std::optional<Json> wished_schema(const Invocation& invocation, const plugin::Registry& registry) {
  const std::string_view what = invocation.arguments.text("WHAT");
  if (what == "theme") return config::theme_json_schema();
  if (what == "project") return config::project_json_schema();
  if (what == "data") return data_schema(invocation, registry);
  if (what == "layout") return layout_schema(registry);
  const plugin::Manifest* manifest = chosen_plugin(invocation, registry, "schema plugin");
  if (!manifest) return {};
  return config::plugin_json_schema(schema_of(*manifest));
}

std::string text_of(const Json& schema) { return write_json(schema, JsonStyle::Indented) + "\n"; }

ExitCode print_schema(const Invocation& invocation, const plugin::Registry& registry) {
  if (!invocation.arguments.has("WHAT")) {
    invocation.terminal.err.write(
        "sheaf schema: say which one, or where to --write all\nTry: sheaf schema --help\n");
    return ExitCode::Usage;
  }
  const auto schema = wished_schema(invocation, registry);
  if (!schema) return ExitCode::Usage;
  invocation.terminal.out.write(text_of(*schema));
  return ExitCode::Ok;
}

/// What each schema holds, so that it may be written anew.
constexpr std::string_view kMark = "https://json-schema.org/draft/2020-12/schema";

ExitCode run_schema(const Invocation& invocation) {
  pipeline::Outcome found;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const plugin::Registry& registry = session.registry({}, found.diagnostics);
  print_findings(invocation, found);
  const ExitCode code = invocation.arguments.has("write")
                            ? renew_files(invocation, "schema", kMark, schema_files(registry),
                                          invocation.arguments.text("write"))
                            : print_schema(invocation, registry);
  return code == ExitCode::Ok ? exit_code_of(invocation, found) : code;
}

}  // namespace

std::vector<NewFile> schema_files(const plugin::Registry& registry) {
  std::vector<NewFile> made{{"layout.schema.json", text_of(layout_schema(registry))},
                            {"project.schema.json", text_of(config::project_json_schema())},
                            {"theme.schema.json", text_of(config::theme_json_schema())}};
  for (const plugin::Manifest& one : registry.all()) {
    made.push_back({fmt::format("{}.schema.json", one.id),
                    text_of(config::plugin_json_schema(schema_of(one)))});
  }
  return made;
}

Command schema_command() {
  return {
      "schema",
      "Print a JSON Schema for editors, or write all of them",
      "Prints a JSON Schema (2020-12, in words that draft-07 knows too), by which an editor "
      "with a YAML language\n"
      "server completes and checks: of layout files, including the parameters of the installed "
      "plugins; of theme\n"
      "files; of `sheaf.yaml` (project); of the file that a section takes with `from:` "
      "(plugin PLUGIN); or of a YAML or\n"
      "JSON file of rows (data, for any rows; data PLUGIN PARAMETER, for those of one parameter). "
      "With --write, all of\n"
      "them are written into a folder, each file whole or not at all.",
      {{"WHAT", false, "layout, theme, project, plugin or data",
        "layout|theme|project|plugin|data"},
       {"PLUGIN", false, "The plugin, after \"plugin\" or \"data\""},
       {"PARAMETER", false, "The parameter that takes the rows, after \"data PLUGIN\""}},
      {{"--write", "FOLDER", OptionKind::Value,
        "Write every schema into this folder, as layout.schema.json and so on"}},
      {{"sheaf schema layout > layout.schema.json", "for the editor"},
       {"sheaf schema plugin cover", "one plugin's parameters"},
       {"sheaf schema data ofsted-update actions", "the rows of one parameter"},
       {"sheaf schema --write schema", "all of them, for an editor's settings"}},
      run_schema};
}

}  // namespace sheaf::cli
