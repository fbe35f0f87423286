// sheaf: composes accessible PDF reports from YAML layouts and section plugins.

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/file_system.hpp"
#include "base/sanitizers.hpp"
#include "cli/command.hpp"
#include "cli/completion.hpp"

using namespace sheaf;

namespace {

/// A named folder that is not there, which would otherwise show only as a missing plugin or theme.
std::string missing_folder(const cli::Arguments& arguments, const FileSystem& files) {
  for (const char* option : {"plugin-path", "theme-path", "root"}) {
    for (const std::string& folder : arguments.all(option)) {
      if (files.kind(folder) == FileKind::Directory) continue;
      return std::string("sheaf: --") + option + ": there is no folder \"" + folder + "\"\n";
    }
  }
  return {};
}

/// Output that did not arrive is no success. A reader who has gone (`| head`) is no problem.
cli::ExitCode told(cli::ExitCode code, const cli::Terminal& terminal) {
  const int problem = terminal.out.problem();
  if (problem == 0 || problem == EPIPE) return code;
  terminal.err.write(std::string("sheaf: standard output cannot be written: ") +
                     std::generic_category().message(problem) + "\n");
  return cli::ExitCode::Environment;
}

/// Output is not buffered: nothing waits to be written. Sanitizers look for leaks at a proper end.
void leave(cli::ExitCode code, const cli::Terminal& terminal) {
  if (!kSanitised) std::_Exit(static_cast<int>(told(code, terminal)));
}

/// `sheaf __complete`, by which a shell asks what may stand next; its words are no command line.
cli::ExitCode answer_shell(std::span<const char* const> arguments) {
  const std::vector<std::string_view> words(arguments.begin(), arguments.end());
  const auto files = make_real_file_system();
  return cli::run_complete(words, cli::standard_terminal("never"), *files);
}

cli::ExitCode run(std::span<const char* const> arguments) {
  if (arguments.size() > 1 && arguments[1] == cli::kCompleteWord) {
    return answer_shell(arguments.subspan(2));
  }
  cli::Parsed parsed = cli::parse_arguments(arguments);
  const cli::Terminal terminal = cli::standard_terminal(parsed.arguments.text("colour"));
  if (!parsed.command) {
    const bool asked = parsed.exit == cli::ExitCode::Ok;
    (asked ? terminal.out : terminal.err).write(parsed.message);
    return told(parsed.exit, terminal);
  }
  const auto files = make_real_file_system();
  if (const std::string missing = missing_folder(parsed.arguments, *files); !missing.empty()) {
    terminal.err.write(missing);
    return cli::ExitCode::Usage;
  }
  const auto leave_with = [&](cli::ExitCode code) { leave(code, terminal); };
  return told(parsed.command->run({parsed.arguments, terminal, *files, leave_with}), terminal);
}

}  // namespace

int main(int argc, char** argv) try {
  std::signal(SIGXFSZ, SIG_IGN);  // a file size limit is then an error of write(), like a full disk
  return static_cast<int>(run({argv, static_cast<std::size_t>(argc)}));
} catch (const std::exception& error) {
  cli::standard_terminal("never").err.write(std::string("sheaf: internal error: ") + error.what() +
                                            "\n");
  return static_cast<int>(cli::ExitCode::Environment);
}
