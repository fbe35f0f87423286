#include <fmt/format.h>

#include "cli/installed.hpp"
#include "cli/surroundings.hpp"
#include "config/json_schema.hpp"
#include "config/type_words.hpp"
#include "config/yaml_text.hpp"
#include "model/example.hpp"

namespace sheaf::cli {
namespace {

Json json_of(const plugin::Manifest& manifest) {
  return Json::object({{"id", Json::string(manifest.id)},
                       {"version", Json::string(manifest.version)},
                       {"title", Json::string(manifest.title)},
                       {"description", Json::string(manifest.description)},
                       {"library", Json::string(manifest.library.string())}});
}

void print_list(const Stream& out, const plugin::Registry& registry) {
  for (const plugin::Manifest& manifest : registry.all()) {
    out.write(fmt::format("{:<20} {:<8} {}\n", out.paint(Ink::Bold, manifest.id), manifest.version,
                          manifest.title));
  }
}

/// "for example:" and the value as it is typed, on the same line where it fits.
void append_example(std::string& text, std::string_view margin, std::string_view says,
                    const model::Field& field, const Json& example) {
  if (example.kind == Json::Kind::Null) return;
  text += fmt::format("{}    {}\n", margin, says);
  config::append_yaml(text, field.name, example, margin.size() + 6);
}

void append_fields(std::string& text, const Stream& out, const model::Type& record, int depth) {
  const std::string margin(static_cast<std::size_t>(2 + 2 * depth), ' ');
  for (const model::Field& field : record.fields) {
    text += fmt::format(
        "{}{}{}  {}\n", margin, out.paint(Ink::Bold, field.name),
        field.required ? "" : " (optional)",
        out.paint(Ink::Dim, config::type_in_words(field.type, config::Place::Parameters)));
    text += fmt::format("{}    {}\n", margin, field.description);
    append_example(text, margin, "for example:", field, model::example_of(field));
    append_example(text, margin, "or:", field, config::other_form(field));
    append_example(text, margin, "unless given:", field, field.fallback);
    for (const std::string& old_name : field.was) {
      text += fmt::format("{}    earlier: {}\n", margin, old_name);
    }
    if (const model::Type* inner = config::record_in(field.type))
      append_fields(text, out, *inner, depth + 1);
  }
}

void print_one(const Stream& out, const plugin::Manifest& manifest) {
  std::string text =
      fmt::format("{} {}: {}\n{}\n\nParameters (with:)\n", out.paint(Ink::Bold, manifest.id),
                  manifest.version, manifest.title, manifest.description);
  append_fields(text, out, manifest.parameters, 0);
  out.write(text);
}

ExitCode show(const Invocation& invocation, const plugin::Registry& registry) {
  const plugin::Manifest* manifest = chosen_plugin(invocation, registry, "plugins show");
  if (!manifest) return ExitCode::Usage;
  if (!wants_json(invocation)) {
    print_one(invocation.terminal.out, *manifest);
    return ExitCode::Ok;
  }
  Json json = json_of(*manifest);
  json.set("parameters", config::json_schema(manifest->parameters));
  invocation.terminal.out.write(write_json(json, JsonStyle::Indented) + "\n");
  return ExitCode::Ok;
}

ExitCode list(const Invocation& invocation, const plugin::Registry& registry) {
  if (invocation.arguments.has("PLUGIN")) {
    invocation.terminal.err.write(fmt::format(
        "sheaf plugins list: it lists all, and takes no PLUGIN\nTry: sheaf plugins show {}\n",
        invocation.arguments.text("PLUGIN")));
    return ExitCode::Usage;
  }
  if (!wants_json(invocation)) {
    print_list(invocation.terminal.out, registry);
    return ExitCode::Ok;
  }
  std::vector<Json> all;
  for (const plugin::Manifest& manifest : registry.all()) all.push_back(json_of(manifest));
  invocation.terminal.out.write(write_json(Json::array(std::move(all)), JsonStyle::Indented) +
                                "\n");
  return ExitCode::Ok;
}

ExitCode run_plugins(const Invocation& invocation) {
  pipeline::Outcome found;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const plugin::Registry& registry = session.registry({}, found.diagnostics);
  print_findings(invocation, found);
  const bool one = invocation.arguments.text("ACTION") == "show";
  const ExitCode code = one ? show(invocation, registry) : list(invocation, registry);
  return code == ExitCode::Ok ? exit_code_of(invocation, found) : code;
}

}  // namespace

Command plugins_command() {
  return {"plugins",
          "List the section plugins, or show what one takes",
          "Lists the section plugins that layouts can name, without loading any, or shows one with "
          "its parameters.",
          {{"ACTION", false, "list (the default), or show with a PLUGIN", "list|show"},
           {"PLUGIN", false, "The plugin to show"}},
          {},
          {{"sheaf plugins", "all plugins, one line each"},
           {"sheaf plugins show ofsted-update", "its parameters with examples"}},
          run_plugins};
}

}  // namespace sheaf::cli
