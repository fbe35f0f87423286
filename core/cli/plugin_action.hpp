#pragma once
// `sheaf plugin`, for those who write section plugins: one action, one file plugin_<action>.cpp.

#include "cli/command.hpp"

namespace sheaf::cli {

/// `sheaf plugin NAME PLUGIN`; its options are refused for other actions.
struct PluginAction {
  std::string_view name;
  std::vector<OptionRule> options;
  std::vector<Example> examples;
  ExitCode (*run)(const Invocation&);  // what to work on is the argument "PLUGIN"
};

PluginAction new_plugin_action();
PluginAction preview_plugin_action();
PluginAction check_plugin_action();

}  // namespace sheaf::cli
