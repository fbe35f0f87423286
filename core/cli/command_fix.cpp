#include <unistd.h>

#include <fmt/format.h>

#include "cli/fixes.hpp"
#include "cli/surroundings.hpp"
#include "config/project_files.hpp"
#include "pipeline/file_letters.hpp"

namespace sheaf::cli {
namespace {

constexpr int kMostRounds = 5;  // a cure may bring another mistake to light
constexpr std::uint64_t kMostBytes = 16 << 20;

/// What was found before anything was changed, and after all was.
struct Cure {
  pipeline::Outcome before, after;
};

pipeline::Outcome look(const Invocation& invocation, FileSystem& files,
                       const pipeline::Request& request) {
  pipeline::Session session(files, surroundings(invocation.arguments, files));
  return pipeline::build(session, request);
}

/// The folder whose files may be changed; a layout that cannot be read has no spec yet.
Path root_of(const Invocation& invocation, const pipeline::Request& request) {
  if (!request.options.root.empty()) return invocation.files.canonical(request.options.root);
  const Path layout = invocation.files.canonical(request.layout);
  return config::find_root(layout.parent_path(), invocation.files);
}

Cure cure(const Invocation& invocation, const pipeline::Request& request, Overlay& files) {
  const Path root = root_of(invocation, request);
  Cure cure{look(invocation, files, request), {}};
  bool changed = apply_fixes(cure.before.diagnostics, cure.before.sources, root, files);
  for (int round = 1; changed && round <= kMostRounds; ++round) {
    cure.after = look(invocation, files, request);
    changed =
        round < kMostRounds && apply_fixes(cure.after.diagnostics, cure.after.sources, root, files);
  }
  return cure;
}

std::string shown(const Invocation& invocation, const Path& path) {
  const Path here = invocation.files.canonical(".");
  const Path near = path.lexically_relative(here);
  return near.empty() || *near.begin() == ".." ? path.string() : near.string();
}

/// In the colours that people know from elsewhere.
std::string painted(std::string_view diff, const Stream& stream) {
  std::string out;
  while (!diff.empty()) {
    const auto line = diff.substr(0, diff.find('\n'));
    const Ink ink = line.starts_with("---") || line.starts_with("+++") ? Ink::Bold
                    : line.starts_with('-')                            ? Ink::Red
                    : line.starts_with('+')                            ? Ink::Green
                    : line.starts_with('@')                            ? Ink::Cyan
                                                                       : Ink::Plain;
    out += stream.paint(ink, line) + "\n";
    diff.remove_prefix(std::min(line.size() + 1, diff.size()));
  }
  return out;
}

void show_changes(const Invocation& invocation, const Overlay& files) {
  const Stream& out = invocation.terminal.out;
  for (const auto& [path, text] : files.texts) {
    const auto before = invocation.files.read(path, kMostBytes);
    if (!before) continue;
    const std::string diff = unified_diff(shown(invocation, path), pipeline::shown_text(*before),
                                          pipeline::shown_text(text));
    out.write(painted(diff, out));
  }
}

/// A word from the person at the terminal.
bool agrees(const Stream& err) {
  err.write("Apply these changes? [y/N] ");
  std::string answer;
  for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) answer += c;
  return answer == "y" || answer == "Y" || answer == "yes";
}

bool may_write(const Invocation& invocation) {
  if (invocation.arguments.has("dry-run")) return false;
  if (invocation.arguments.has("yes")) return true;
  if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1)
    return agrees(invocation.terminal.err);
  invocation.terminal.err.write("Nothing was changed; --yes applies these changes\n");
  return false;
}

/// Whether the files are still what the changes were made for: an editor may have saved while the
/// question waited. Not: it was printed.
bool are_unchanged(const Invocation& invocation, const Overlay& files) {
  bool all = true;
  for (const auto& [path, text] : files.originals) {
    const auto now = invocation.files.read(path, kMostBytes);
    if (now && *now == text) continue;
    all = false;
    invocation.terminal.err.write(
        fmt::format("sheaf: {} was changed meanwhile; nothing was written, run sheaf fix again\n",
                    shown(invocation, path)));
  }
  return all;
}

/// Writes what was changed; false when a file cannot be written, which is told.
bool write_all(const Invocation& invocation, const Overlay& files) {
  bool all = true;
  for (const auto& [path, text] : files.texts) {
    const std::string name = shown(invocation, path);
    const auto written = invocation.files.write(path, text);
    if (written) {
      invocation.terminal.out.write(fmt::format("{}: mended\n", name));
    } else {
      invocation.terminal.err.write(
          fmt::format("sheaf: {} cannot be written: {}\n", name, written.error().reason));
      all = false;
    }
  }
  return all;
}

ExitCode run_fix(const Invocation& invocation) {
  auto request = request_of(invocation, pipeline::Stage::Pdf);
  if (!request) return ExitCode::Usage;
  request->options.edition = model::Edition::Exempt;  // it holds all there is
  Overlay files(invocation.files);
  const Cure found = cure(invocation, *request, files);
  if (files.texts.empty()) {
    print_findings(invocation, found.before);
    invocation.terminal.out.write("There is nothing that can be mended safely\n");
    return exit_code_of(invocation, found.before);
  }
  show_changes(invocation, files);
  if (!may_write(invocation)) return exit_code_of(invocation, found.before);
  if (!are_unchanged(invocation, files)) return ExitCode::DocumentErrors;
  if (!write_all(invocation, files)) return ExitCode::Environment;
  print_findings(invocation, found.after);
  return exit_code_of(invocation, found.after);
}

}  // namespace

Command fix_command() {
  return {"fix",
          "Mend the slips that can be mended safely",
          "Mends what can only be meant in one way: most misspelt keys, words and names, texts "
          "that need quotes,\n"
          "spaces missing behind a colon, curly quotation marks, dates in another form. What "
          "has no safe cure, such as\n"
          "a tab in the indent or an unclosed quote, is left to you: sheaf check says what to "
          "write. Shows the changes\n"
          "and asks before it writes; comments and layout stay.",
          {{"LAYOUT", true, "The layout file (YAML); files that it names are mended, too"}},
          {{"--yes", "", OptionKind::Flag, "Write without asking"},
           {"--dry-run", "", OptionKind::Flag, "Show the changes and write nothing"},
           {"--set", "NAME=VALUE", OptionKind::Values,
            "Replace a value of the layout while looking; may be given again"}},
          {{"sheaf fix report.yaml", "shows the changes and asks"},
           {"sheaf fix report.yaml --dry-run", "shows them only"}},
          run_fix};
}

}  // namespace sheaf::cli
