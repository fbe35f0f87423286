#include "cli/new_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ranges>
#include <system_error>

namespace sheaf::cli {
namespace {

/// Remembers what was not there before, so that a failure leaves nothing behind.
class Undo {
 public:
  explicit Undo(const FileSystem& files) : files_(files) {}

  /// Before `path` is made, and the folders above it.
  void note(const Path& path) {
    if (path.empty() || files_.kind(path) != FileKind::Absent) return;
    note(path.parent_path());
    made_.push_back(path);
  }

  /// The last made first; a folder that holds something else stays.
  void take_away() const {
    for (const Path& path : made_ | std::views::reverse) {
      std::error_code ignored;
      std::filesystem::remove(path, ignored);
    }
  }

 private:
  const FileSystem& files_;
  std::vector<Path> made_;
};

FileResult<void> write_one(FileSystem& files, const Path& path, std::string_view bytes) {
  const auto folder = files.make_folder(path.parent_path());
  return folder ? files.write(path, bytes) : folder;
}

constexpr std::uint64_t kLargestTemplate = 1'000'000;

/// The files of a folder and those below, by their names from its top. False: one was not readable.
bool collect(const FileSystem& files, const Path& top, const std::string& below,
             std::vector<NewFile>& found) {
  for (const std::string& name : files.list(top / below)) {
    const std::string inner = below.empty() ? name : below + "/" + name;
    if (files.kind(top / inner) == FileKind::Directory) {
      if (!collect(files, top, inner, found)) return false;
      continue;
    }
    auto bytes = files.read(top / inner, kLargestTemplate);
    if (!bytes) return false;
    found.push_back({inner, *std::move(bytes)});
  }
  return true;
}

/// "README.md, sheaf.yaml and 17 more".
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  if (names.size() <= kShown) return fmt::format("{}", fmt::join(names, ", "));
  return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + kShown, ", "),
                     names.size() - kShown);
}

}  // namespace

std::vector<NewFile> files_below(const FileSystem& files, const Path& top) {
  std::vector<NewFile> found;
  return collect(files, top, {}, found) ? found : std::vector<NewFile>();
}

std::vector<std::string> collisions(const Invocation& invocation, const std::vector<NewFile>& files,
                                    const Path& folder) {
  std::vector<std::string> found;
  for (const NewFile& file : files) {
    if (invocation.files.kind(folder / file.name) != FileKind::Absent) found.push_back(file.name);
  }
  return found;
}

ExitCode write_new_files(const Invocation& invocation, std::string_view command,
                         const std::vector<NewFile>& files, const Path& folder) {
  const auto there = collisions(invocation, files, folder);
  if (there.empty()) return write_files(invocation, files, folder);
  invocation.terminal.err.write(
      fmt::format("sheaf {}: {} already holds {}\nNothing was written; give another folder\n",
                  command, folder.string(), some_of(there)));
  return ExitCode::Usage;
}

ExitCode renew_files(const Invocation& invocation, std::string_view command, std::string_view mark,
                     const std::vector<NewFile>& files, const Path& folder) {
  constexpr std::uint64_t kMostRead = 16 << 20;
  std::vector<std::string> others;
  for (const NewFile& file : files) {
    const Path path = folder / file.name;
    if (invocation.files.kind(path) == FileKind::Absent) continue;
    const auto there = invocation.files.read(path, kMostRead);
    const bool is_ours = there && (*there == file.bytes || there->find(mark) != there->npos);
    if (!is_ours) others.push_back(file.name);
  }
  if (others.empty()) return write_files(invocation, files, folder);
  invocation.terminal.err.write(
      fmt::format("sheaf {}: {} holds {}, which Sheaf has not written\nNothing was written; give "
                  "another folder\n",
                  command, folder.string(), some_of(others)));
  return ExitCode::Usage;
}

ExitCode write_files(const Invocation& invocation, const std::vector<NewFile>& files,
                     const Path& folder) {
  Undo undo(invocation.files);
  for (const NewFile& file : files) {
    const Path path = folder / file.name;
    undo.note(path);
    const auto written = write_one(invocation.files, path, file.bytes);
    if (written) continue;
    undo.take_away();
    invocation.terminal.err.write(
        fmt::format("sheaf: {} cannot be written: {}\n", path.string(), written.error().reason));
    return ExitCode::Environment;
  }
  return ExitCode::Ok;
}

}  // namespace sheaf::cli
