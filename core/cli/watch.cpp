#include "cli/watch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "base/file_watch.hpp"
#include "base/read_record.hpp"
#include "cli/surroundings.hpp"
#include "cli/whole_plugin.hpp"

namespace sheaf::cli {
namespace {

constexpr std::chrono::milliseconds kQuiet{15};  // between the steps in which an editor saves
constexpr std::size_t kMostNamed = 5;

void say(const Invocation& invocation, std::string_view text) {
  const Stream& err = invocation.terminal.err;
  err.write(err.paint(Ink::Dim, text) + "\n");
}

std::string names_of(const std::vector<Path>& changed) {
  std::string text;
  for (const Path& path : std::span(changed).first(std::min(changed.size(), kMostNamed))) {
    text += (text.empty() ? "" : ", ") + path.filename().string();
  }
  if (changed.size() > kMostNamed) text += fmt::format(" and {} more", changed.size() - kMostNamed);
  return text;
}

bool is_plugin(const Path& path) {
  return path.extension() == ".so" || path.string().ends_with(".plugin.json");
}

/// What changed, but for what a compiler leaves in the workshop besides a plugin.
std::vector<Path> news_of(ReadRecord& record, const Path& workshop) {
  std::vector<Path> changed = record.changes();
  if (workshop.empty()) return changed;
  std::erase_if(changed, [&](const Path& path) {
    return path.parent_path() == workshop && !is_plugin(path) && !record.has_read(path);
  });
  return changed;
}

std::vector<Path> wait_for_change(ReadRecord& record, FileWatch& watch, const Path& workshop) {
  const std::vector<Path> folders = record.folders();
  watch.follow(folders);
  std::vector<Path> changed = news_of(record, workshop);  // since it was read
  while (changed.empty()) {
    watch.wait(kQuiet);
    changed = news_of(record, workshop);
  }
  return changed;
}

/// This program again, with the arguments it was given. Comes back only when that cannot be done.
void start_anew() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string given{std::istreambuf_iterator<char>(file), {}};
  std::vector<char*> arguments;
  for (std::size_t at = 0; at < given.size(); at = given.find('\0', at) + 1)
    arguments.push_back(given.data() + at);
  arguments.push_back(nullptr);
  ::execv("/proc/self/exe", arguments.data());
}

}  // namespace

ExitCode watch(const Invocation& invocation,
               const std::function<ExitCode(const Invocation&, pipeline::Session&)>& build,
               const Path& workshop) {
  const auto setup = surroundings(invocation);
  ReadRecord record(invocation.files,
                    {setup.font_index_file, setup.quarantine_file, setup.manifest_cache.file});
  const Invocation watched{invocation.arguments, invocation.terminal, record};
  std::optional<pipeline::Session> session(std::in_place, record, setup);
  FileWatch folders;
  for (;;) {
    const auto start = std::chrono::steady_clock::now();
    const ExitCode result = build(watched, *session);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    const std::string said = result == ExitCode::Ok ? fmt::format("Built in {} ms", took.count())
                                                    : "Not built, the PDF is as it was";
    say(invocation, fmt::format("{}; watching {} files, Ctrl-C ends", said, record.read_files()));
    const std::vector<Path> changed = wait_for_change(record, folders, workshop);
    say(invocation, fmt::format("Changed: {}", names_of(changed)));
    if (!std::ranges::any_of(changed, is_plugin)) continue;
    await_whole_plugins(changed, invocation.files);
    session.reset();  // or the processes of the plugins would be left to the new program
    start_anew();
    session.emplace(record, surroundings(invocation));
  }
}

}  // namespace sheaf::cli
