#pragma once
// Commands as a table: from it come parsing and help. CLI11 stays in arguments.cpp.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace sheaf::cli {

enum class OptionKind { Flag, Value, Values };

struct OptionRule {
  std::string_view flags;  // "-o,--output"; its name is the last one without dashes
  std::string_view value;  // "FILE"; empty for a flag
  OptionKind kind;
  std::string_view help;
  std::string_view choices = {};  // "text|json"; empty for any text
};

struct PositionalRule {
  std::string_view name;  // "LAYOUT"
  bool required;
  std::string_view help;
  std::string_view choices = {};
  bool many = false;  // the last one: as many words as are given
};

/// "LAYOUT", "[PLUGIN...]": how a positional is shown, with `word` for its name.
std::string usage_of(const PositionalRule& rule, std::string_view word);

struct Example {
  std::string_view command, says;
};

/// What was given, by option name ("output") or positional name ("LAYOUT").
class Arguments {
 public:
  std::string_view text(std::string_view name) const;
  bool has(std::string_view name) const { return values_.contains(name); }
  std::span<const std::string> all(std::string_view name) const;
  void add(std::string_view name, std::string value) {
    values_[std::string(name)].push_back(std::move(value));
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

struct Invocation {
  const Arguments& arguments;
  const Terminal& terminal;
  FileSystem& files;
  /// Ends the program once all has been told and every file has its name, and leaves it to the
  /// system to take back the memory: piece by piece, that is a tenth of a build. May do nothing.
  std::function<void(ExitCode)> leave = [](ExitCode) {};
};

/// What an exit code says, for help and the manual.
struct ExitMeaning {
  ExitCode code;
  std::string_view says;
};
struct Command {
  std::string_view name, summary, description;
  std::vector<PositionalRule> positionals;
  std::vector<OptionRule> options;  // besides those that every command has
  std::vector<Example> examples;
  ExitCode (*run)(const Invocation&);
  std::span<const ExitMeaning> exit_meanings = {};  // where they differ from those of others
};

/// In the order of `sheaf --help`.
std::span<const Command> commands();
/// A command's own options, then those of every command that it does not give a meaning of its own;
/// --help comes last.
std::vector<OptionRule> options_of(const Command& command);

/// What the exit codes of every command say that does not give them a meaning of its own.
std::span<const ExitMeaning> exit_meanings();
std::span<const ExitMeaning> exit_meanings(const Command& command);

Command init_command();
Command build_command();
Command check_command();
Command data_command();
Command diff_command();
Command dump_command();
Command plugin_command();
Command plugins_command();
Command rules_command();
Command schema_command();
Command docs_command();
Command completion_command();
Command fonts_command();
Command doctor_command();
Command explain_command();
Command new_command();
Command fix_command();

/// The command line as parsed, or what to print instead.
struct Parsed {
  const Command* command = nullptr;  // null: print `message` and end
  Arguments arguments;
  std::string message;
  ExitCode exit = ExitCode::Ok;
};
Parsed parse_arguments(std::span<const char* const> arguments);

std::string help_text();
std::string help_text(const Command& command);

}  // namespace sheaf::cli
