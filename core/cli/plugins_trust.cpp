#include "cli/plugins_trust.hpp"

#include <fmt/format.h>

#include "plugin/trust.hpp"

namespace sheaf::cli {
namespace {

ExitCode refuse(const Invocation& invocation, std::string_view reason, ExitCode code) {
  invocation.terminal.err.write(fmt::format("sheaf plugins trust: {}\n", reason));
  return code;
}

}  // namespace

ExitCode print_trust(const Invocation& invocation,
                     std::span<const plugin::Manifest* const> plugins) {
  std::string list = "trust: 1\nplugins:\n";
  for (const plugin::Manifest* manifest : plugins) {
    const auto line = plugin::trust_line(*manifest, invocation.files);
    if (!line) return refuse(invocation, line.error(), ExitCode::Environment);
    list += *line + "\n";
  }
  const Path file(invocation.arguments.text("write"));
  if (file.empty()) {
    invocation.terminal.out.write(list);
    return ExitCode::Ok;
  }
  if (invocation.files.kind(file) != FileKind::Absent) {
    return refuse(invocation,
                  fmt::format("{} is there already; take from the list without --write what is to "
                              "change in it",
                              file.string()),
                  ExitCode::Usage);
  }
  const auto written = invocation.files.write(file, list);
  if (written) return ExitCode::Ok;
  return refuse(invocation,
                fmt::format("{} cannot be written: {}", file.string(), written.error().reason),
                ExitCode::Environment);
}

}  // namespace sheaf::cli
