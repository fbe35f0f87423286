#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/command.hpp"

namespace sheaf::cli {
namespace {

constexpr std::array<OptionRule, 7> kCommonOptions{{
    {"--format", "text|json", OptionKind::Value,
     "How to print findings and results; text is for people", "text|json"},
    {"--plugin-path", "FOLDER", OptionKind::Values,
     "Look for section plugins here first; may be given again"},
    {"--trust", "FILE", OptionKind::Value,
     "Run no section plugin that is not on this list (trust.yaml)"},
    {"--theme-path", "FOLDER", OptionKind::Values,
     "Look for themes here first; may be given again"},
    {"--root", "FOLDER", OptionKind::Value, "Read nothing outside this folder"},
    {"--colour", "WHEN", OptionKind::Value, "auto, always or never; NO_COLOR is respected",
     "auto|always|never"},
    {"-h,--help", "", OptionKind::Flag, "Show this help"},
}};

/// "-o, --output FILE" padded, then the help.
std::string option_line(const OptionRule& rule) {
  std::string flags;
  for (const char c : rule.flags) flags += c == ',' ? std::string(", ") : std::string(1, c);
  if (!flags.starts_with("-h") && rule.flags.starts_with("--")) flags = "    " + flags;
  if (!rule.value.empty()) flags += fmt::format(" {}", rule.value);
  return fmt::format("  {:<26} {}\n", flags, rule.help);
}

std::string usage_of(const Command& command) {
  std::string usage = fmt::format("sheaf {}", command.name);
  for (const PositionalRule& rule : command.positionals) {
    usage += ' ' + usage_of(rule, rule.choices.empty() ? rule.name : rule.choices);
  }
  return usage + " [options]";
}

constexpr std::array<ExitMeaning, 4> kExitMeanings{{
    {ExitCode::Ok, "all is well"},
    {ExitCode::DocumentErrors, "the document has errors"},
    {ExitCode::Usage, "wrong usage"},
    {ExitCode::Environment, "the machine is not ready"},
}};

std::string exit_codes(std::span<const ExitMeaning> meanings) {
  std::string text;
  for (const ExitMeaning& one : meanings) {
    text += fmt::format("{} {} {}", text.empty() ? "Exit codes:" : ",", static_cast<int>(one.code),
                        one.says);
  }
  return text + ".\n";
}

}  // namespace

std::string usage_of(const PositionalRule& rule, std::string_view word) {
  const std::string_view more = rule.many ? "..." : "";
  return rule.required ? fmt::format("{}{}", word, more) : fmt::format("[{}{}]", word, more);
}

std::span<const ExitMeaning> exit_meanings() { return kExitMeanings; }

std::span<const ExitMeaning> exit_meanings(const Command& command) {
  return command.exit_meanings.empty() ? exit_meanings() : command.exit_meanings;
}

std::vector<OptionRule> options_of(const Command& command) {
  std::vector<OptionRule> options = command.options;
  for (const OptionRule& rule : kCommonOptions) {
    const bool known =
        std::ranges::find(command.options, rule.flags, &OptionRule::flags) != command.options.end();
    if (!known) options.push_back(rule);
  }
  return options;
}

std::span<const Command> commands() {
  static const std::vector<Command> all = {
      init_command(),   build_command(),     check_command(),   new_command(),     data_command(),
      diff_command(),   dump_command(),      plugins_command(), plugin_command(),  rules_command(),
      schema_command(), fonts_command(),     doctor_command(),  explain_command(), fix_command(),
      docs_command(),   completion_command()};
  return all;
}

std::string help_text() {
  std::string text =
      "Sheaf composes accessible PDF reports from YAML layouts and section plugins.\n\n"
      "Usage: sheaf COMMAND [options]\n\nCommands:\n";
  for (const Command& command : commands())
    text += fmt::format("  {:<10} {}\n", command.name, command.summary);
  text +=
      "\nOptions:\n  -h, --help                 Show this help, or that of a command\n"
      "  -V, --version              Print the version\n\n"
      "Examples:\n"
      "  sheaf build report.yaml            write the report's PDF beside its layout\n"
      "  sheaf check report.yaml            say what is wrong, write nothing\n"
      "  sheaf plugins show cover           what a section takes\n\n";
  return text + exit_codes(exit_meanings());
}

std::string help_text(const Command& command) {
  std::string text = fmt::format("{}\n\nUsage: {}\n", command.description, usage_of(command));
  if (!command.positionals.empty()) text += "\nArguments:\n";
  for (const PositionalRule& rule : command.positionals) {
    text += fmt::format("  {:<26} {}\n", rule.name, rule.help);
  }
  text += "\nOptions:\n";
  for (const OptionRule& rule : options_of(command)) text += option_line(rule);
  text += "\nExamples:\n";
  for (const Example& example : command.examples) {
    text += fmt::format("  {:<52} {}\n", example.command, example.says);
  }
  return text + "\n" + exit_codes(exit_meanings(command));
}

}  // namespace sheaf::cli
