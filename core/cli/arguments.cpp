#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

#include "base/text_distance.hpp"
#include "cli/command.hpp"

namespace sheaf::cli {
namespace {

constexpr std::string_view kHelp = "-h,--help";

std::string_view name_of_flags(std::string_view flags) {
  return flags.substr(flags.rfind("--") + 2);
}

std::vector<std::string> split(std::string_view choices) {
  std::vector<std::string> parts;
  while (!choices.empty()) {
    const auto bar = std::min(choices.find('|'), choices.size());
    parts.emplace_back(choices.substr(0, bar));
    choices.remove_prefix(std::min(bar + 1, choices.size()));
  }
  return parts;
}

/// What CLI11 fills in for one option or positional.
struct Slot {
  std::string_view name;
  std::string value;                // a positional's
  std::vector<std::string> values;  // an option's, or of a positional that may be many
  bool flag = false;
};

class Parser {
 public:
  explicit Parser(std::span<const Command> commands) : app_("", "sheaf") {
    app_.set_help_flag(std::string(kHelp));
    app_.add_flag("-V,--version", version_);
    app_.require_subcommand(0, 1);  // `sheaf schema data`: not the command of that name
    for (const Command& command : commands) add(command);
  }

  Parsed parse(std::span<const char* const> arguments) {
    if (arguments.size() > 1 && std::string_view(arguments[1]) == "help")
      return help_about(arguments.size() > 2 ? arguments[2] : "");
    try {
      app_.parse(static_cast<int>(arguments.size()), arguments.data());
    } catch (const CLI::CallForHelp&) {
      return {nullptr, {}, chosen() ? help_text(*chosen()) : help_text(), ExitCode::Ok};
    } catch (const CLI::ParseError& error) {
      return {nullptr, {}, refusal(error.what(), arguments), ExitCode::Usage};
    }
    if (version_) return {nullptr, {}, fmt::format("sheaf {}\n", SHEAF_VERSION), ExitCode::Ok};
    if (!chosen()) return {nullptr, {}, help_text(), ExitCode::Usage};
    return given();
  }

 private:
  struct Sub {
    const Command* command;
    CLI::App* app;
    std::deque<Slot> slots;
  };

  void add(const Command& command) {
    Sub& sub =
        subs_.emplace_back(Sub{&command, app_.add_subcommand(std::string(command.name)), {}});
    sub.app->set_help_flag(std::string(kHelp));
    for (const PositionalRule& rule : command.positionals) add(sub, rule);
    for (const OptionRule& rule : options_of(command)) add(sub, rule);
  }

  static void restrict(CLI::Option* option, std::string_view choices) {
    if (!choices.empty()) option->check(CLI::IsMember(split(choices)));
  }

  static void add(Sub& sub, const PositionalRule& rule) {
    Slot& slot = sub.slots.emplace_back(Slot{rule.name, {}, {}, false});
    const std::string name(rule.name);
    restrict(
        rule.many ? sub.app->add_option(name, slot.values) : sub.app->add_option(name, slot.value),
        rule.choices);
  }

  static void add(Sub& sub, const OptionRule& rule) {
    if (rule.flags == kHelp) return;  // CLI11's own
    Slot& slot = sub.slots.emplace_back(Slot{name_of_flags(rule.flags), {}, {}, false});
    const std::string flags(rule.flags);
    if (rule.kind == OptionKind::Flag) {
      sub.app->add_flag(flags, slot.flag);
      return;
    }
    CLI::Option* option = sub.app->add_option(flags, slot.values);
    // One value each: the word after it may be LAYOUT.
    option->expected(1)->take_all()->allow_extra_args(false);
    if (rule.kind == OptionKind::Value) option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    restrict(option, rule.choices);
  }

  /// `sheaf help` and `sheaf help build`, as other programs have it.
  static Parsed help_about(std::string_view name) {
    if (name.empty()) return {nullptr, {}, help_text(), ExitCode::Ok};
    const auto command = std::ranges::find(commands(), name, &Command::name);
    if (command == commands().end()) return {nullptr, {}, unknown_command(name), ExitCode::Usage};
    return {nullptr, {}, help_text(*command), ExitCode::Ok};
  }

  const Command* chosen() const {
    for (const Sub& sub : subs_) {
      if (sub.app->parsed()) return sub.command;
    }
    return nullptr;
  }

  Parsed given() const {
    Parsed parsed;
    for (const Sub& sub : subs_) {
      if (!sub.app->parsed()) continue;
      parsed.command = sub.command;
      for (const Slot& slot : sub.slots) {
        if (slot.flag) parsed.arguments.add(slot.name, "yes");
        if (!slot.value.empty()) parsed.arguments.add(slot.name, slot.value);
        for (const std::string& value : slot.values) parsed.arguments.add(slot.name, value);
      }
    }
    for (const PositionalRule& rule : parsed.command->positionals) {
      if (rule.required && !parsed.arguments.has(rule.name)) return missing(*parsed.command, rule);
    }
    return parsed;
  }

  static Parsed missing(const Command& command, const PositionalRule& rule) {
    return {
        nullptr,
        {},
        fmt::format("sheaf {0}: {1} is missing\nTry: sheaf {0} --help\n", command.name, rule.name),
        ExitCode::Usage};
  }

  /// CLI11's words, or better ones for the two most common slips.
  std::string refusal(std::string_view reason, std::span<const char* const> arguments) const {
    if (!chosen()) return unknown_command(arguments.size() > 1 ? arguments[1] : "");
    const Command& command = *chosen();
    if (const auto option = unknown_option(command, arguments)) return *option;
    return fmt::format("sheaf {0}: {1}\nTry: sheaf {0} --help\n", command.name, reason);
  }

  static std::string suggestion(std::string_view typed,
                                const std::vector<std::string_view>& names) {
    const auto meant = nearest(typed, names);
    return meant ? fmt::format("Did you mean: {}\n", *meant) : "";
  }

  static std::string unknown_command(std::string_view typed) {
    std::vector<std::string_view> names;
    for (const Command& command : commands()) names.push_back(command.name);
    return fmt::format("sheaf: there is no command \"{}\"\n{}Try: sheaf --help\n", typed,
                       suggestion(typed, names));
  }

  static std::optional<std::string> unknown_option(const Command& command,
                                                   std::span<const char* const> arguments) {
    std::vector<std::string_view> names;
    const auto add_name = [&](const OptionRule& rule) {
      names.push_back(rule.flags.substr(rule.flags.rfind("--")));
    };
    for (const OptionRule& rule : options_of(command)) add_name(rule);
    for (const std::string_view typed : arguments) {
      const std::string_view name = typed.substr(0, typed.find('='));
      if (!name.starts_with("--") || std::ranges::find(names, name) != names.end()) continue;
      return fmt::format("sheaf {0}: there is no option {1}\n{2}Try: sheaf {0} --help\n",
                         command.name, name, suggestion(name, names));
    }
    return {};
  }

  CLI::App app_;
  bool version_ = false;
  std::deque<Sub> subs_;
};

}  // namespace

std::string_view Arguments::text(std::string_view name) const {
  const auto values = all(name);
  return values.empty() ? std::string_view() : std::string_view(values.back());
}

std::span<const std::string> Arguments::all(std::string_view name) const {
  const auto at = values_.find(name);
  return at == values_.end() ? std::span<const std::string>() : std::span(at->second);
}

Parsed parse_arguments(std::span<const char* const> arguments) {
  return Parser(commands()).parse(arguments);
}

}  // namespace sheaf::cli
