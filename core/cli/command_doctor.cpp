#include <fmt/format.h>

#include <algorithm>

#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"
#include "config/theme_reader.hpp"
#include "lint/speller.hpp"
#include "plugin/host/process.hpp"
#include "plugin/host/sandbox.hpp"

namespace sheaf::cli {
namespace {

/// One line of the doctor's report.
struct Check {
  std::string name, says;
  bool well;
  std::string cure = {};
};

std::string list_text(const std::vector<Path>& folders) {
  std::vector<std::string> names;
  for (const Path& folder : folders) names.push_back(folder.string());
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

Check check_folders(std::string_view what, const std::vector<Path>& folders) {
  return {fmt::format("{} folders", what), list_text(folders), !folders.empty(),
          fmt::format("Give one with --{}-path, or install Sheaf again", what)};
}

Check check_plugins(pipeline::Session& session, Diagnostics& found) {
  const plugin::Registry& registry = session.registry({}, found);
  return {"plugins", fmt::format("{}: {}", registry.all().size(), fmt::join(registry.ids(), ", ")),
          !registry.all().empty() && registry.faulty().empty(), "See the findings below"};
}

/// Plugins that crashed as they were loaded, and files in plugin folders that are not used.
std::vector<Check> check_left_out(pipeline::Session& session) {
  std::vector<Check> checks;
  for (const plugin::Quarantined& one : session.quarantined()) {
    const auto why = plugin::problem_of(one);
    checks.push_back({"quarantine", fmt::format("{}: {}", one.id, why.message), false, why.help});
  }
  Diagnostics heard;
  for (const plugin::Skipped& one : session.registry({}, heard).skipped()) {
    checks.push_back({"not used", one.why, true});
  }
  return checks;
}

Check check_fonts(pipeline::Session& session) {
  const auto& index = session.fonts();
  return {"fonts",
          fmt::format("{} families in {}", index.families().size(),
                      session.setup().font_index_file.string()),
          !index.entries().empty(),
          "Install fonts-open-sans and fonts-noto-core, then run `sheaf fonts`"};
}

/// The English dictionary; without one everything else goes on, so nothing is wrong.
Check check_spelling(const pipeline::Session::Setup& setup, const FileSystem& files) {
  const auto missing = lint::why_no_speller("en-GB", setup.dictionary_folders, files);
  if (missing) return {"spelling", fmt::format("{}: {}", missing->reason, missing->cure), true};
  const auto found = lint::find_dictionary("en-GB", setup.dictionary_folders, files);
  return {"spelling", found.words.string(), true};
}

/// How plugins are held, as far as this system can.
Check check_isolation(const plugin::RunnerSetup& setup) {
  if (setup.isolation == plugin::Isolation::InProcess) {
    return {"isolation", "off: SHEAF_ISOLATION=in-process", true};
  }
  const auto host = plugin::host::HostProcess::start(setup.host);
  if (!host)
    return {"isolation", host.error(), false, "Install Sheaf again: sheaf-host belongs to it"};
  return {"isolation",
          fmt::format("a process for each plugin; {}", plugin::host::sandbox_in_words()), true};
}

/// Every theme that can be found, with its fonts.
std::vector<Check> check_themes(pipeline::Session& session, SourceMap& sources,
                                Diagnostics& found) {
  std::vector<Check> checks;
  for (const Path& folder : session.setup().theme_folders) {
    for (const std::string& name : session.files().list(folder)) {
      if (!name.ends_with(".yaml")) continue;
      const auto errors = found.errors();
      const Path file = folder / name;
      const auto theme =
          config::read_theme(file.string(), {}, folder, {}, session.files(), sources, found);
      if (theme) {
        pipeline::Bench bench = session.borrow();
        bench.shop->use(*theme, found);
        session.give_back(std::move(bench));
      }
      checks.push_back({fmt::format("theme {}", file.stem().string()), file.string(),
                        found.errors() == errors, "See the findings below"});
    }
  }
  return checks;
}

std::string as_text(const std::vector<Check>& checks, const Stream& out) {
  std::string text;
  for (const Check& check : checks) {
    text += fmt::format("{} {:<16} {}\n",
                        check.well ? out.paint(Ink::Bold, "ok   ") : out.paint(Ink::Red, "wrong"),
                        check.name, check.says);
    if (!check.well) text += fmt::format("      {:<16} {}\n", "", check.cure);
  }
  return text;
}

Json as_json(const Check& check) {
  Json made = Json::object({{"check", Json::string(check.name)},
                            {"ok", Json::boolean(check.well)},
                            {"says", Json::string(check.says)}});
  if (!check.well) made.set("cure", Json::string(check.cure));
  return made;
}

/// The findings as `sheaf check` gives them, and the checks.
Json as_json(const std::vector<Check>& checks, const pipeline::Outcome& found) {
  std::vector<Json> all;
  for (const Check& check : checks) all.push_back(as_json(check));
  Json made = json_of(found.diagnostics, found.sources);
  return made.set("checks", Json::array(std::move(all)));
}

ExitCode run_doctor(const Invocation& invocation) {
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  pipeline::Outcome found;
  std::vector<Check> checks{{"version", SHEAF_VERSION, true},
                            check_folders("plugin", session.setup().plugin_folders),
                            check_plugins(session, found.diagnostics),
                            check_isolation(session.setup().runner),
                            check_folders("theme", session.setup().theme_folders),
                            check_fonts(session),
                            check_spelling(session.setup(), session.files())};
  for (Check& check : check_left_out(session)) checks.push_back(std::move(check));
  for (Check& check : check_themes(session, found.sources, found.diagnostics))
    checks.push_back(std::move(check));
  const Stream& out = invocation.terminal.out;
  out.write(wants_json(invocation) ? write_json(as_json(checks, found), JsonStyle::Indented) + "\n"
                                   : as_text(checks, out));
  print_findings(invocation, found);
  const bool well = std::ranges::all_of(checks, &Check::well);
  return well ? ExitCode::Ok : ExitCode::Environment;
}

}  // namespace

Command doctor_command() {
  return {"doctor",
          "Check that this machine has all that Sheaf needs",
          "Checks the plugin and theme folders, every plugin's manifest, the font index and the "
          "fonts of every theme.",
          {},
          {},
          {{"sheaf doctor", "after installing, or when something is odd"}},
          run_doctor};
}

}  // namespace sheaf::cli
