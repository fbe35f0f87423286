#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/built_plugin.hpp"
#include "cli/check_formats.hpp"
#include "cli/installed.hpp"
#include "cli/plugin_action.hpp"
#include "cli/surroundings.hpp"
#include "config/trust_reader.hpp"
#include "pipeline/lone_section.hpp"
#include "plugin/check/samples.hpp"
#include "plugin/pinned_library.hpp"
#include "plugin/trust.hpp"

namespace sheaf::cli {
namespace {

namespace check = plugin::check;

/// What was named, or of an installed plugin its library; empty: there is none, which was said.
Path chosen_library(const Invocation& invocation) {
  const auto named = named_by_path(invocation, "plugin check");
  if (!named || !named->library.empty()) return named ? named->library : Path();
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  Diagnostics unheard;
  const plugin::Manifest* found =
      chosen_plugin(invocation, session.registry({}, unheard), "plugin check");
  return found ? found->library : Path();
}

using Hashes = std::vector<std::string>;

/// What the list wants the library to be, or why it does not let it run. What has no sound manifest
/// has no version.
tl::expected<Hashes, plugin::LoadProblem> trusted_hashes(const Path& library,
                                                         const FileSystem& files,
                                                         const model::TrustList& list) {
  plugin::Manifest manifest;
  manifest.id = library.stem().string();
  if (auto read = plugin::read_manifest(plugin::manifest_beside(library), files)) {
    manifest = *std::move(read);
  }
  manifest.library = library;
  const auto restricted = plugin::restrict_to(list, plugin::Registry({std::move(manifest)}));
  const plugin::Manifest& judged = restricted.all().front();
  if (auto problem = plugin::why_barred(judged)) return tl::unexpected(*std::move(problem));
  if (auto pinned = plugin::pin(judged); !pinned) return tl::unexpected(pinned.error());
  return judged.hashes;
}

/// The same, none without a list of trusted plugins; or the end, which was said.
tl::expected<Hashes, ExitCode> allowed_hashes(const Invocation& invocation, const Path& library) {
  const Path list = surroundings(invocation.arguments, invocation.files).trust_file;
  if (list.empty()) return {};
  pipeline::Outcome found;
  const auto trust = config::read_trust(invocation.files.canonical(list), invocation.files,
                                        found.sources, found.diagnostics);
  if (trust) {
    auto hashes = trusted_hashes(library, invocation.files, *trust);
    if (hashes) return *std::move(hashes);
    const plugin::LoadProblem& problem = hashes.error();
    found.diagnostics.error(problem.id, {}, problem.message, problem.help);
  }
  print_findings(invocation, found);
  return tl::unexpected(exit_code_of(invocation, found));
}

/// Whether the programs are there that make the checks wished for; else it was said.
bool is_equipped(const Invocation& invocation, const check::Options& options) {
  std::vector<Path> programs{options.program};
  if (check::needs_host(options)) programs.push_back(options.host);
  for (const Path& program : programs) {
    if (invocation.files.kind(program) == FileKind::File) continue;
    pipeline::Outcome found;
    found.diagnostics.error(
        "no-plugin-host", {},
        fmt::format("Section plugins cannot be checked: there is no {}", program.string()),
        "Install Sheaf again, whole");
    print_findings(invocation, found);
    return false;
  }
  return true;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

/// Nothing: --reproduce is no number, which was said.
std::optional<check::Options> options_of_check(const Invocation& invocation) {
  const Arguments& given = invocation.arguments;
  const auto only = given.all("only"), skip = given.all("skip");
  const Path host = surroundings(given, invocation.files).runner.host;
  check::Options options{.program = host.parent_path() / "sheaf-check",
                         .host = host,
                         .only = {only.begin(), only.end()},
                         .skip = {skip.begin(), skip.end()},
                         .reader = pipeline::read_alone};
  if (!given.has("reproduce")) return options;
  options.seed = number_of(given.text("reproduce"));
  options.only = {"random", "lint"};
  if (options.seed) return options;
  invocation.terminal.err.write(
      fmt::format("sheaf plugin check: --reproduce {}: write the number that a check gave\n",
                  given.text("reproduce")));
  return {};
}

/// The values of --reproduce, as a layout's `with:` would give them.
std::string sample_text(const Path& library, const FileSystem& files, std::uint64_t seed) {
  const auto manifest = plugin::read_manifest(plugin::manifest_beside(library), files);
  if (!manifest) return {};
  const Json sample = check::make_sample(manifest->parameters, check::SampleKind::Random, seed);
  return fmt::format("with: {}\n\n", write_json(sample, JsonStyle::Indented));
}

bool is_for_people(const Invocation& invocation) {
  const std::string_view format = invocation.arguments.text("format");
  return format != "json" && format != "junit";
}

/// What was not told as it came.
void print(const Invocation& invocation, std::span<const check::Verdict> verdicts,
           const Path& library) {
  const Stream& out = invocation.terminal.out;
  const std::string_view format = invocation.arguments.text("format");
  if (format == "json") {
    out.write(write_json(json_of(verdicts), JsonStyle::Indented) + "\n");
  } else if (format == "junit") {
    out.write(junit_of(verdicts, library.stem().string()));
  } else {
    out.write(sum_of(verdicts, out));
  }
}

ExitCode run_check(const Invocation& invocation) {
  auto options = options_of_check(invocation);
  const Path library = options ? chosen_library(invocation) : Path();
  if (library.empty()) return ExitCode::Usage;
  if (!is_equipped(invocation, *options)) return ExitCode::Environment;
  auto hashes = allowed_hashes(invocation, library);
  if (!hashes) return hashes.error();
  options->hashes = *std::move(hashes);
  const Stream& out = invocation.terminal.out;
  if (options->seed && !invocation.arguments.has("format")) {
    out.write(sample_text(library, invocation.files, *options->seed));
  }
  if (is_for_people(invocation)) {
    options->tell = [&](const check::Verdict& one) {
      if (one.outcome != check::Outcome::Skipped) out.write(line_of(one, out));
    };
  }
  const auto verdicts = check::validate(library, invocation.files, *options);
  print(invocation, verdicts, library);
  const bool failed =
      std::ranges::count(verdicts, check::Outcome::Failed, &check::Verdict::outcome) > 0;
  return failed ? ExitCode::DocumentErrors : ExitCode::Ok;
}

/// "library|exports|…"
std::string_view check_choices() {
  static const std::string choices = [] {
    std::vector<std::string_view> names;
    for (const check::CheckName& one : check::check_names()) names.push_back(one.name);
    return fmt::format("{}", fmt::join(names, "|"));
  }();
  return choices;
}

}  // namespace

PluginAction check_plugin_action() {
  return PluginAction{
      "check",
      {{"--only", "CHECK", OptionKind::Values,
        "check: make this check alone; may be given again (docs/plugin-checks.md lists them)",
        check_choices()},
       {"--skip", "CHECK", OptionKind::Values, "check: leave this check out; may be given again",
        check_choices()},
       {"--reproduce", "SEED", OptionKind::Value,
        "check: try the values made at random from this number alone, and show them"},
       {"--format", "text|json|junit", OptionKind::Value,
        "How to print results; text is for people, junit for check alone", "text|json|junit"}},
      {{"sheaf plugin check build/service-closures.so", "before it ships"},
       {"sheaf plugin check cover --format junit", "an installed plugin, for a build server"}},
      run_check};
}

}  // namespace sheaf::cli
