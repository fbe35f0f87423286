#include <fmt/format.h>

#include <algorithm>

#include "cli/plugin_action.hpp"

namespace sheaf::cli {
namespace {

constexpr std::string_view kActions = "new|preview|check";

/// In the order of kActions.
std::vector<PluginAction> plugin_actions() {
  return {new_plugin_action(), preview_plugin_action(), check_plugin_action()};
}

std::string_view name_of(const OptionRule& rule) {
  return rule.flags.substr(rule.flags.rfind("--") + 2);
}

bool has_option(const PluginAction& action, std::string_view name) {
  return std::ranges::find(action.options, name, name_of) != action.options.end();
}

/// An option that was given and belongs to other actions alone, or nothing.
std::string_view foreign_option(const Arguments& given, const PluginAction& action,
                                const std::vector<PluginAction>& actions) {
  for (const PluginAction& other : actions) {
    for (const OptionRule& rule : other.options) {
      const std::string_view name = name_of(rule);
      if (given.has(name) && name != "format" && !has_option(action, name)) return name;
    }
  }
  return {};
}

ExitCode run_plugin(const Invocation& invocation) {
  const auto actions = plugin_actions();
  const auto& action =
      *std::ranges::find(actions, invocation.arguments.text("ACTION"), &PluginAction::name);
  const std::string_view foreign = foreign_option(invocation.arguments, action, actions);
  if (foreign.empty()) return action.run(invocation);
  invocation.terminal.err.write(
      fmt::format("sheaf plugin {}: --{} is for another action\nTry: sheaf plugin --help\n",
                  action.name, foreign));
  return ExitCode::Usage;
}

}  // namespace

Command plugin_command() {
  Command command{
      "plugin",
      "For authors of section plugins: make, preview or check one",
      "For those who write section plugins.\n"
      "  new     make a project for a plugin of that id: it builds, tests and previews at once\n"
      "  preview set one section as a PDF\n"
      "  check   try a plugin hard, each check in a process of its own, and say what is "
      "wrong with it\n"
      "What --trust or SHEAF_TRUST names holds here, too. The trust: of a project's sheaf.yaml "
      "does "
      "not: it is for the project's reports, and a plugin that is being written is another file "
      "after each build.",
      {{"ACTION", true, "What to do", kActions},
       {"PLUGIN", true,
        "The plugin's library, the folder it was built in, or the id of an installed one; of "
        "`new`, the id to be"}},
      {},
      {},
      run_plugin};
  for (const PluginAction& action : plugin_actions()) {
    command.options.insert(command.options.end(), action.options.begin(), action.options.end());
    command.examples.insert(command.examples.end(), action.examples.begin(), action.examples.end());
  }
  return command;
}

}  // namespace sheaf::cli
