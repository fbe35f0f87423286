#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/installed.hpp"
#include "cli/new_files.hpp"
#include "cli/plugin_action.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

/// The template is a plugin of its own, of this id.
constexpr std::string_view kPlaceholder = "your-section";

std::string with_underscores(std::string text) {
  std::ranges::replace(text, '-', '_');
  return text;
}

/// "Service closures" of "service-closures".
std::string title_of(std::string id) {
  std::ranges::replace(id, '-', ' ');
  id.front() = static_cast<char>(id.front() - 'a' + 'A');
  return id;
}

void replace_all(std::string& text, std::string_view placeholder, std::string_view by) {
  for (auto at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + by.size())) {
    text.replace(at, placeholder.size(), by);
  }
}

/// Writes `id` for the template's own, in all three spellings.
void rename(std::string& text, const std::string& id) {
  const std::string mine(kPlaceholder);
  replace_all(text, mine, id);
  replace_all(text, with_underscores(mine), with_underscores(id));
  replace_all(text, title_of(mine), title_of(id));
}

/// Lower case, digits and single hyphens, beginning with a letter, as the SDK asks.
bool is_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return std::ranges::all_of(id, fits) && id.front() >= 'a' && id.back() != '-' &&
         id.find("--") == std::string_view::npos;
}

/// Names of targets that CMake makes itself: a plugin's id is a target's name, too.
bool is_taken_by_cmake(std::string_view id) {
  constexpr std::array<std::string_view, 8> names{"all",     "clean",   "depend",     "help",
                                                  "install", "package", "preinstall", "test"};
  return std::ranges::find(names, id) != names.end();
}

/// Why a plugin cannot have this id; empty when it can.
std::string problem_of(std::string_view id, const plugin::Registry& registry) {
  if (!is_id(id))
    return "is no id: use lower case letters, digits and hyphens, as in service-closures";
  if (id == kPlaceholder)
    return "is the template's own name: choose one that says what it is about";
  if (is_taken_by_cmake(id)) return "is a word that CMake needs: choose another";
  if (const plugin::Manifest* there = registry.find(id))
    return fmt::format("is the id of an installed plugin, \"{}\": choose another",
                       there->title.empty() ? there->id : there->title);
  return {};
}

ExitCode refuse(const Invocation& invocation, std::string_view id, std::string_view problem) {
  invocation.terminal.err.write(fmt::format("sheaf plugin new: \"{}\" {}\n", id, problem));
  return ExitCode::Usage;
}

std::vector<NewFile> project_files(const Invocation& invocation, const std::string& id) {
  const auto folders = plugin_template_folders(invocation.files);
  if (folders.empty()) return {};
  auto made = files_below(invocation.files, folders.front());
  for (NewFile& file : made) {
    rename(file.name, id);
    rename(file.bytes, id);
  }
  std::ranges::sort(made, {}, &NewFile::name);
  return made;
}

void tell(const Invocation& invocation, const std::vector<NewFile>& files, const Path& folder) {
  std::string text = fmt::format("Made in {}:\n", folder.string());
  for (const NewFile& file : files) text += fmt::format("  {}\n", file.name);
  text += fmt::format(
      "\nNow build and test it, and look at what it makes:\n  cd {}\n"
      "  cmake --workflow --preset default\n  sheaf plugin preview . --with params.yaml\n",
      folder.string());
  invocation.terminal.out.write(text);
}

ExitCode run_new(const Invocation& invocation) {
  const std::string id(invocation.arguments.text("PLUGIN"));
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  Diagnostics unheard;  // what is wrong with installed plugins is no news here
  const std::string problem = problem_of(id, session.registry({}, unheard));
  if (!problem.empty()) return refuse(invocation, id, problem);
  const auto files = project_files(invocation, id);
  if (files.empty()) {
    invocation.terminal.err.write(
        "sheaf plugin new: the template (share/sheaf/template) is missing; install sheaf-dev\n");
    return ExitCode::Environment;
  }
  const Path folder = Path(invocation.arguments.text("in")) / id;
  const ExitCode code = write_new_files(invocation, "plugin new", files, folder);
  if (code == ExitCode::Ok) tell(invocation, files, folder);
  return code;
}

}  // namespace

PluginAction new_plugin_action() {
  return {"new",
          {{"--in", "FOLDER", OptionKind::Value,
            "new: where to make the project's folder; here unless given"}},
          {{"sheaf plugin new service-closures", "a project that builds, tests and previews"}},
          run_new};
}

}  // namespace sheaf::cli
