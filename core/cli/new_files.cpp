#include "cli/new_files.hpp"

#include <fmt/format.h>

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

}  // namespace

std::vector<std::string> collisions(const Invocation& invocation, const std::vector<NewFile>& files,
                                    const Path& folder) {
  std::vector<std::string> found;
  for (const NewFile& file : files) {
    if (invocation.files.kind(folder / file.name) != FileKind::Absent) found.push_back(file.name);
  }
  return found;
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
