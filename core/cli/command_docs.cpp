#include <fmt/format.h>

#include "cli/installed.hpp"
#include "cli/man_page.hpp"
#include "cli/surroundings.hpp"
#include "config/reference.hpp"

namespace sheaf::cli {
namespace {

/// What each page holds, so that it may be written anew.
constexpr std::string_view kReferenceMark = "`sheaf docs reference`";
constexpr std::string_view kManualMark = "\"Sheaf\"\n.SH NAME";

std::vector<NewFile> man_files() {
  std::vector<NewFile> made{{"sheaf.1", man_page()}};
  for (const Command& command : commands()) {
    made.push_back({fmt::format("sheaf-{}.1", command.name), man_page(command)});
  }
  return made;
}

std::string contents(const plugin::Registry& registry) {
  std::string text =
      "# Reference\n\nWhat may stand in each file, key by key. (Written by `sheaf docs "
      "reference`.)\n\n"
      "- [The layout file](layout.md)\n- [The theme file](theme.md)\n"
      "- [The project file](project.md), `sheaf.yaml`\n\nSection plugins:\n\n";
  for (const plugin::Manifest& one : registry.all()) {
    text += fmt::format("- [`{0}`](plugin-{0}.md): {1}\n", one.id, one.description);
  }
  return text;
}

std::vector<NewFile> reference_files(const plugin::Registry& registry) {
  std::vector<NewFile> made{{"README.md", contents(registry)},
                            {"layout.md", config::layout_reference()},
                            {"theme.md", config::theme_reference()},
                            {"project.md", config::project_reference()}};
  for (const plugin::Manifest& one : registry.all()) {
    made.push_back({fmt::format("plugin-{}.md", one.id),
                    config::plugin_reference(schema_of(one), one.version)});
  }
  return made;
}

ExitCode run_docs(const Invocation& invocation) {
  pipeline::Outcome found;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const bool manual = invocation.arguments.text("WHAT") == "man";
  const Path folder = invocation.arguments.has("output") ? invocation.arguments.text("output")
                                                         : invocation.arguments.text("WHAT");
  const auto files =
      manual ? man_files() : reference_files(session.registry({}, found.diagnostics));
  print_findings(invocation, found);
  const ExitCode code =
      renew_files(invocation, "docs", manual ? kManualMark : kReferenceMark, files, folder);
  if (code != ExitCode::Ok) return code;
  invocation.terminal.out.write(fmt::format("{}: {} files\n", folder.string(), files.size()));
  return exit_code_of(invocation, found);
}

}  // namespace

Command docs_command() {
  return {"docs",
          "Write the reference or the manual pages",
          "Writes the reference of the layout file, of themes and of every installed plugin as "
          "Markdown (reference), or the\n"
          "manual pages of the commands (man), from the same declarations by which Sheaf checks "
          "and reads.",
          {{"WHAT", true, "reference or man", "reference|man"}},
          {{"-o,--output", "FOLDER", OptionKind::Value,
            "Where to write; a folder called reference or man unless given"}},
          {{"sheaf docs reference --output docs/reference", "one page for each file and plugin"},
           {"sheaf docs man --output man/man1", "then read it with: man -l man/man1/sheaf.1"}},
          run_docs};
}

}  // namespace sheaf::cli
