#include <fmt/format.h>

#include <algorithm>

#include "cli/installed.hpp"
#include "cli/plugin_action.hpp"
#include "cli/surroundings.hpp"
#include "plugin/check/validator.hpp"

namespace sheaf::cli {
namespace {

using plugin::check::Outcome;
using plugin::check::Verdict;

std::string mark_of(Outcome outcome, const Stream& out) {
  switch (outcome) {
    case Outcome::Passed: return out.paint(Ink::Green, "passed ");
    case Outcome::Warned: return out.paint(Ink::Yellow, "warning");
    case Outcome::Failed: return out.paint(Ink::Red, "failed ");
    case Outcome::Skipped: return out.paint(Ink::Dim, "skipped");
  }
  return {};
}

std::string as_text(const std::vector<Verdict>& verdicts, const Stream& out) {
  std::string text;
  for (const Verdict& one : verdicts) {
    text += fmt::format("{} {}{}{}\n", mark_of(one.outcome, out), one.check,
                        one.says.empty() ? "" : ": ", one.says);
    if (!one.help.empty()) text += fmt::format("        {}\n", one.help);
  }
  return text;
}

/// The library of a file's name or of an installed plugin's id; empty: neither, which was said.
Path chosen_library(const Invocation& invocation) {
  const Path given(invocation.arguments.text("PLUGIN"));
  if (invocation.files.kind(given) == FileKind::File) return invocation.files.canonical(given);
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  Diagnostics unheard;
  const plugin::Manifest* found =
      chosen_plugin(invocation, session.registry({}, unheard), "plugin check");
  return found ? found->library : Path();
}

ExitCode run_check(const Invocation& invocation) {
  const Path library = chosen_library(invocation);
  if (library.empty()) return ExitCode::Usage;
  const auto verdicts = plugin::check::validate(library, invocation.files, {});
  invocation.terminal.out.write(as_text(verdicts, invocation.terminal.out));
  const bool failed = std::ranges::count(verdicts, Outcome::Failed, &Verdict::outcome) > 0;
  return failed ? ExitCode::DocumentErrors : ExitCode::Ok;
}

}  // namespace

PluginAction check_plugin_action() {
  return {"check",
          {},
          {{"sheaf plugin check build/service-closures.so", "before it ships"}},
          run_check};
}

}  // namespace sheaf::cli
