#pragma once
// Where this program finds its plugins, themes and caches.

#include <optional>
#include <vector>

#include "cli/command.hpp"
#include "pipeline/build.hpp"
#include "pipeline/session.hpp"

namespace sheaf::cli {

/// --plugin-path, SHEAF_PLUGIN_PATH, ../lib/sheaf/plugins beside the program, the user's and the
/// system's folders; likewise for themes (../share/sheaf/themes). Folders that do not exist are
/// left out.
pipeline::Session::Setup surroundings(const Arguments& arguments, const FileSystem& files);
/// The same; with --verbose, what plugins print goes to standard error. Borrows the terminal.
pipeline::Session::Setup surroundings(const Invocation& invocation);

/// Where the explanations of messages are: SHEAF_MESSAGE_PATH, then as for themes.
std::vector<Path> message_folders(const FileSystem& files);

/// Where the templates of `sheaf init` are: SHEAF_INIT_PATH, then as for themes.
std::vector<Path> template_folders(const FileSystem& files);

/// Where the template of `sheaf plugin new` is: SHEAF_TEMPLATE_PATH, then as for themes.
std::vector<Path> plugin_template_folders(const FileSystem& files);

/// `--edition`, which request_of() reads.
inline constexpr OptionRule kEditionOption{
    "--edition", "EDITION", OptionKind::Value,
    "public (unless given) or exempt, for a layout with sections that are not for publication",
    "public|exempt"};

/// `--isolation` and `--verbose`, for commands that run plugins.
inline constexpr OptionRule kIsolationOption{
    "--isolation", "HOW", OptionKind::Value,
    "process (unless given): each plugin in a process of its own; in-process is for debugging",
    "process|in-process"};
inline constexpr OptionRule kVerboseOption{"--verbose", "", OptionKind::Flag,
                                           "Show what plugins print and log"};

/// The layout that people name: a file, or the report.yaml in a folder.
Path layout_of(std::string_view given, const FileSystem& files);

/// The layout, --root and --set of an invocation. Nothing: a --set without "=", which was printed.
std::optional<pipeline::Request> request_of(const Invocation& invocation, pipeline::Stage last);

/// Prints the findings of a build: text to standard error, SARIF and GitHub's commands to standard
/// output; JSON is the caller's to print.
void print_findings(const Invocation& invocation, const pipeline::Outcome& outcome);

bool wants_json(const Invocation& invocation);
/// Nothing but the findings goes to standard output then.
bool wants_sarif(const Invocation& invocation);

/// No errors but those that leave a gap in the report, nor, with --strict, warnings.
bool may_write(const Invocation& invocation, const pipeline::Outcome& outcome);

/// DocumentErrors when there are errors, or warnings with --strict; Environment when the machine is
/// at fault.
ExitCode exit_code_of(const Invocation& invocation, const pipeline::Outcome& outcome);

}  // namespace sheaf::cli
