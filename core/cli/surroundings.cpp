#include "cli/surroundings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <system_error>

#include "cli/diagnostic_printer.hpp"
#include "cli/finding_formats.hpp"

namespace sheaf::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::string_view(value) : std::string_view();
}

Path program_folder() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

/// $NAME, else ~/FALLBACK; empty without a home.
Path user_folder(const char* name, std::string_view fallback) {
  if (const auto given = environment(name); given.starts_with('/')) return given;
  const auto home = environment("HOME");
  return home.empty() ? Path() : Path(home) / fallback;
}

void append_list(std::vector<Path>& folders, std::string_view list) {
  while (!list.empty()) {
    const auto colon = std::min(list.find(':'), list.size());
    if (colon > 0) folders.emplace_back(list.substr(0, colon));
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
}

/// Absolute, existing, each once.
std::vector<Path> existing(const std::vector<Path>& folders, const FileSystem& files) {
  std::vector<Path> kept;
  for (const Path& folder : folders) {
    if (files.kind(folder) != FileKind::Directory) continue;
    Path canonical = files.canonical(folder);
    if (std::ranges::find(kept, canonical) == kept.end()) kept.push_back(std::move(canonical));
  }
  return kept;
}

std::vector<Path> search_path(std::span<const std::string> given, const char* variable,
                              const Path& part, const FileSystem& files) {
  std::vector<Path> folders(given.begin(), given.end());
  append_list(folders, environment(variable));
  folders.push_back(program_folder().parent_path() / part);
  if (const Path user = user_folder("XDG_DATA_HOME", ".local/share"); !user.empty()) {
    folders.push_back(user / "sheaf" / part.filename());
  }
  folders.push_back(Path("/usr/local") / part);
  folders.push_back(Path("/usr") / part);
  return existing(folders, files);
}

/// The usual name of a layout in a folder of its own.
constexpr std::string_view kLayoutName = "report.yaml";

/// --max-findings, else 20; nothing when it is no number.
std::optional<std::size_t> most_findings(const Invocation& invocation) {
  const std::string_view given = invocation.arguments.text("max-findings");
  if (given.empty()) return kMostShown;
  std::size_t most = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), most);
  const bool whole = error == std::errc() && end == given.data() + given.size();
  return whole ? std::optional(most) : std::nullopt;
}

/// --isolation, SHEAF_ISOLATION, else a process for each plugin.
plugin::Isolation isolation(const Arguments& arguments) {
  const std::string_view given = arguments.text("isolation");
  const std::string_view wanted = given.empty() ? environment("SHEAF_ISOLATION") : given;
  return wanted == "in-process" ? plugin::Isolation::InProcess : plugin::Isolation::Process;
}

/// SHEAF_PLUGIN_SECONDS, from 1 to 3600: how long a plugin may take for one section.
plugin::host::Limits limits() {
  plugin::host::Limits made;
  const std::string_view given = environment("SHEAF_PLUGIN_SECONDS");
  unsigned seconds = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  const bool whole = error == std::errc() && end == given.data() + given.size();
  if (whole && seconds >= 1 && seconds <= 3600) {
    made.time = made.processor = std::chrono::seconds(seconds);
  }
  return made;
}

/// sheaf-host: beside this program, as it is built, or where programs lie that people do not start.
Path host_program(const FileSystem& files) {
  const Path beside = program_folder() / "sheaf-host";
  const Path installed = program_folder().parent_path() / SHEAF_LIBEXEC_FOLDER / "sheaf-host";
  return files.kind(beside) == FileKind::File ? beside : installed;
}

/// --trust, else SHEAF_TRUST.
Path trust_file(const Arguments& arguments) {
  const std::string_view given = arguments.text("trust");
  return given.empty() ? environment("SHEAF_TRUST") : given;
}

/// Kept by this program as it was built: another build of the same version may read manifests
/// otherwise.
plugin::ManifestCachePlace manifest_cache(const Path& cache, const FileSystem& files) {
  const auto program = files.stamp("/proc/self/exe");
  if (cache.empty() || !program) return {};
  return {
      cache / "sheaf" / "manifests.cache",
      fmt::format("{} {} {} {}", SHEAF_VERSION, program->size, program->modified, program->inode)};
}

/// Findings that mending the document cannot cure. What a section says is about the document.
bool is_environment(const Diagnostic& one) {
  constexpr std::array<std::string_view, 6> ids{"layout-not-found", "missing-font",
                                                "unreadable-font",  "font-damaged",
                                                "cannot-write",     "no-plugin-host"};
  return one.context.section.empty() && std::ranges::find(ids, one.id) != ids.end();
}

}  // namespace

pipeline::Session::Setup surroundings(const Arguments& arguments, const FileSystem& files) {
  const Path cache = user_folder("XDG_CACHE_HOME", ".cache");
  const Path state = user_folder("XDG_STATE_HOME", ".local/state");
  return {
      search_path(arguments.all("plugin-path"), "SHEAF_PLUGIN_PATH", "lib/sheaf/plugins", files),
      search_path(arguments.all("theme-path"), "SHEAF_THEME_PATH", "share/sheaf/themes", files),
      cache.empty() ? Path() : cache / "sheaf" / "fonts.index",
      search_path({}, "SHEAF_LINT_PATH", "share/sheaf/lint", files),
      search_path({}, "DICPATH", "share/hunspell", files),
      {.isolation = isolation(arguments), .host = host_program(files), .limits = limits()},
      trust_file(arguments),
      state.empty() ? Path() : state / "sheaf" / "quarantine.json",
      manifest_cache(cache, files)};
}

pipeline::Session::Setup surroundings(const Invocation& invocation) {
  auto setup = surroundings(invocation.arguments, invocation.files);
  if (!invocation.arguments.has("verbose")) return setup;
  const Stream& err = invocation.terminal.err;
  setup.runner.log = [&err](std::string_view plugin, std::string_view line) {
    err.write(fmt::format("{}: {}\n", plugin, line));
  };
  return setup;
}

std::vector<Path> message_folders(const FileSystem& files) {
  return search_path({}, "SHEAF_MESSAGE_PATH", "share/sheaf/messages", files);
}

std::vector<Path> template_folders(const FileSystem& files) {
  return search_path({}, "SHEAF_INIT_PATH", "share/sheaf/init", files);
}

std::vector<Path> plugin_template_folders(const FileSystem& files) {
  return search_path({}, "SHEAF_TEMPLATE_PATH", "share/sheaf/template", files);
}

Path layout_of(std::string_view given, const FileSystem& files) {
  const Path path(given);
  const bool is_folder = files.kind(path) == FileKind::Directory;
  return is_folder && files.kind(path / kLayoutName) == FileKind::File ? path / kLayoutName : path;
}

std::optional<pipeline::Request> request_of(const Invocation& invocation, pipeline::Stage last) {
  const Arguments& given = invocation.arguments;
  pipeline::Request request{
      layout_of(given.text("LAYOUT"), invocation.files), {Path(given.text("root")), {}}, last};
  if (!most_findings(invocation)) {
    invocation.terminal.err.write(fmt::format(
        "sheaf: --max-findings {}: write a number, 0 for all\n", given.text("max-findings")));
    return {};
  }
  if (given.has("edition")) {
    const bool exempt = given.text("edition") == "exempt";
    request.options.edition = exempt ? model::Edition::Exempt : model::Edition::Public;
  }
  for (const std::string& setting : given.all("set")) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      invocation.terminal.err.write(fmt::format(
          "sheaf: --set {}: write it as name=value, for example --set status=draft\n", setting));
      return {};
    }
    request.options.set.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
  }
  return request;
}

bool wants_json(const Invocation& invocation) {
  return invocation.arguments.text("format") == "json";
}

bool wants_sarif(const Invocation& invocation) {
  return invocation.arguments.text("format") == "sarif";
}

void print_findings(const Invocation& invocation, const pipeline::Outcome& outcome) {
  const Stream& out = invocation.terminal.out;
  const Stream& err = invocation.terminal.err;
  if (wants_json(invocation)) return;
  if (wants_sarif(invocation)) {
    SourceMap sources;
    Diagnostics ignored;  // findings about the explanations are no findings about the layout
    const auto explained = config::read_explanations(message_folders(invocation.files),
                                                     invocation.files, sources, ignored);
    const Json log = sarif_of(outcome.diagnostics, outcome.sources, explained, SHEAF_VERSION);
    return out.write(write_json(log, JsonStyle::Indented) + "\n");
  }
  if (invocation.arguments.text("format") == "github")
    return out.write(github_of(outcome.diagnostics, outcome.sources));
  err.write(text_of(outcome.diagnostics, outcome.sources, err,
                    most_findings(invocation).value_or(kMostShown)));
}

bool may_write(const Invocation& invocation, const pipeline::Outcome& outcome) {
  const bool strict = invocation.arguments.has("strict") && outcome.diagnostics.warnings() > 0;
  return outcome.may_be_written() && !strict;
}

ExitCode exit_code_of(const Invocation& invocation, const pipeline::Outcome& outcome) {
  const Diagnostics& found = outcome.diagnostics;
  if (found.errors() == 0) {
    return may_write(invocation, outcome) ? ExitCode::Ok : ExitCode::DocumentErrors;
  }
  const auto is_error = [](const Diagnostic& one) { return one.severity == Severity::Error; };
  const auto first = std::ranges::find_if(found.all(), is_error);
  const bool environment = first != found.all().end() && is_environment(*first);
  return environment ? ExitCode::Environment : ExitCode::DocumentErrors;
}

}  // namespace sheaf::cli
