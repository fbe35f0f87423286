#include <fmt/format.h>

#include "cli/installed.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

constexpr std::string_view kFirstReport = "2021-01/report.yaml";

/// The templates, and the schemas of the plugins that are installed here.
std::vector<NewFile> project_files(const Invocation& invocation, pipeline::Session& session,
                                   Diagnostics& diagnostics) {
  const auto folders = template_folders(invocation.files);
  if (folders.empty()) return {};
  std::vector<NewFile> files = files_below(invocation.files, folders.front());
  if (files.empty()) return {};
  for (NewFile& schema : schema_files(session.registry({}, diagnostics))) {
    files.push_back({"schema/" + schema.name, std::move(schema.bytes)});
  }
  return files;
}

void tell(const Invocation& invocation, const Path& folder, const std::vector<NewFile>& files) {
  std::string text = fmt::format("Made in {}:\n", folder.string());
  for (const NewFile& file : files) {
    if (!file.name.starts_with("schema/")) text += fmt::format("  {}\n", file.name);
  }
  text +=
      fmt::format("  schema/  (for your editor)\n\nNow build the first report:\n  sheaf build {}\n",
                  (folder / kFirstReport).string());
  invocation.terminal.out.write(text);
}

ExitCode run_init(const Invocation& invocation) {
  const Path folder = invocation.arguments.text("FOLDER");
  pipeline::Outcome found;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const auto files = project_files(invocation, session, found.diagnostics);
  print_findings(invocation, found);
  if (files.empty()) {
    invocation.terminal.err.write(
        "sheaf init: the templates (share/sheaf/init) are missing; install Sheaf again\n");
    return ExitCode::Environment;
  }
  const ExitCode code = write_new_files(invocation, "init", files, folder);
  if (code == ExitCode::Ok) tell(invocation, folder, files);
  return code;
}

}  // namespace

Command init_command() {
  return {
      "init",
      "Make a folder with a first report to build and change",
      "Makes a folder with all that a series of reports needs, small and working: `sheaf.yaml`, "
      "a layout with what stays\n"
      "the same, a first report with its text and table, the schemas and settings for an "
      "editor, and a README. Nothing\n"
      "is written when one of these files is there already.",
      {{"FOLDER", true, "The folder to make; it may be there, if it holds none of these files"}},
      {},
      {{"sheaf init reports", "makes the folder reports"},
       {"sheaf build reports/2021-01/report.yaml", "builds the report in it"}},
      run_init};
}

}  // namespace sheaf::cli
