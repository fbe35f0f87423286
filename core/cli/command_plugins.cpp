#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/installed.hpp"
#include "cli/plugins_trust.hpp"
#include "cli/surroundings.hpp"
#include "config/json_schema.hpp"
#include "config/type_words.hpp"
#include "config/yaml_text.hpp"
#include "model/example.hpp"
#include "plugin/trust.hpp"

namespace sheaf::cli {
namespace {

Json json_of(const plugin::Manifest& manifest) {
  Json json = Json::object({{"id", Json::string(manifest.id)},
                            {"version", Json::string(manifest.version)},
                            {"title", Json::string(manifest.title)},
                            {"description", Json::string(manifest.description)},
                            {"library", Json::string(manifest.library.string())}});
  if (const auto why = plugin::why_barred(manifest)) {
    json.set("not-run", Json::string(why->message));
  }
  return json;
}

void print_list(const Stream& out, const plugin::Registry& registry) {
  std::string text;
  for (const plugin::Manifest& manifest : registry.all()) {
    text += fmt::format("{:<20} {:<8} {}\n", out.paint(Ink::Bold, manifest.id), manifest.version,
                        manifest.title);
  }
  out.write(text);
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

/// Whether one PLUGIN was given at most; else it is said that `action` takes no more.
bool takes_one(const Invocation& invocation, std::string_view action) {
  const auto given = invocation.arguments.all("PLUGIN");
  if (given.size() < 2) return true;
  invocation.terminal.err.write(
      fmt::format("sheaf plugins {0}: it takes one PLUGIN\nTry: sheaf plugins {0} {1}\n", action,
                  given.front()));
  return false;
}

ExitCode show(const Invocation& invocation, const plugin::Registry& registry) {
  if (!takes_one(invocation, "show")) return ExitCode::Usage;
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

/// Those that are named, or all.
ExitCode trust(const Invocation& invocation, const plugin::Registry& registry) {
  std::set<const plugin::Manifest*> named;
  for (const std::string& id : invocation.arguments.all("PLUGIN")) {
    const plugin::Manifest* manifest = named_plugin(invocation, registry, id);
    if (!manifest) return ExitCode::Usage;
    named.insert(manifest);
  }
  std::vector<const plugin::Manifest*> listed;  // by id
  for (const plugin::Manifest& manifest : registry.all()) {
    if (named.empty() || named.contains(&manifest)) listed.push_back(&manifest);
  }
  return print_trust(invocation, listed);
}

ExitCode release(const Invocation& invocation, pipeline::Session& session) {
  if (!takes_one(invocation, "release")) return ExitCode::Usage;
  const std::string_view id = invocation.arguments.text("PLUGIN");
  if (session.release(id)) return ExitCode::Ok;
  std::vector<std::string> held;
  for (const plugin::Quarantined& one : session.quarantined()) held.push_back(one.id);
  invocation.terminal.err.write(fmt::format(
      "sheaf plugins release: {}\nIn quarantine: {}\n",
      id.empty() ? "give the id of a plugin" : fmt::format("\"{}\" is not in quarantine", id),
      held.empty() ? "none" : fmt::format("{}", fmt::join(held, ", "))));
  return ExitCode::Usage;
}

/// What is in the plugin folders and not used, or not for now.
void tell_left_out(const plugin::Registry& registry, Diagnostics& diagnostics) {
  for (const plugin::Manifest& manifest : registry.all()) {
    if (const auto why = plugin::why_barred(manifest)) {
      diagnostics.warning(why->id, {}, why->message, why->help);
    }
  }
  for (const plugin::Skipped& one : registry.skipped()) {
    diagnostics.advice("plugin-not-used", {}, one.why,
                       "Nothing is to be done if that is meant; else take one of the two away, or "
                       "build the plugin again");
  }
}

ExitCode run_plugins(const Invocation& invocation) {
  pipeline::Outcome found;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const std::string_view action = invocation.arguments.text("ACTION");
  if (action == "release") return release(invocation, session);
  // Only `show` says what they take.
  const plugin::Registry registry = action == "show" ? session.registry({}, found.diagnostics)
                                                     : session.plugin_headings(found.diagnostics);
  if (action.empty() || action == "list") tell_left_out(registry, found.diagnostics);
  print_findings(invocation, found);
  const ExitCode code = action == "show"    ? show(invocation, registry)
                        : action == "trust" ? trust(invocation, registry)
                                            : list(invocation, registry);
  return code == ExitCode::Ok ? exit_code_of(invocation, found) : code;
}

}  // namespace

Command plugins_command() {
  return {"plugins",
          "List the section plugins, or show what one takes",
          "Lists the section plugins that layouts can name, without loading any, or shows one with "
          "its parameters;\n"
          "prints the list of trusted plugins for a server; or has one tried again that crashed as "
          "it was loaded.",
          {{"ACTION", false, "list (the default); show, trust or release with a PLUGIN",
            "list|show|trust|release"},
           {"PLUGIN",
            false,
            "The plugin to show or to release, or those to trust (all, unless given)",
            {},
            true}},
          {{"--write", "FILE", OptionKind::Value, "trust: make this file, which is not there yet"}},
          {{"sheaf plugins", "all plugins, one line each"},
           {"sheaf plugins show ofsted-update", "its parameters with examples"},
           {"sheaf plugins trust --write trust.yaml", "all that are installed, by their SHA-256"},
           {"sheaf plugins trust cover sign-off", "the lines of these two, to look at first"}},
          run_plugins};
}

}  // namespace sheaf::cli
