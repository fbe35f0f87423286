#pragma once
// What a build looked at, so that it can be built again when any of it changes.

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.hpp"

namespace sheaf {

/// Passes everything on to another file system (borrowed) and notes what was read, asked for or
/// listed, also what was not there. Thread-safe.
class ReadRecord final : public FileSystem {
 public:
  /// Caches are not noted: any other process may rewrite them, and nothing comes out otherwise.
  explicit ReadRecord(FileSystem& files, std::set<Path> caches = {})
      : files_(files), caches_(std::move(caches)) {}

  FileResult<std::string> read(const Path& path, std::uint64_t limit) const override;
  FileResult<void> write(const Path& path, std::string_view bytes) override;
  FileResult<void> make_folder(const Path& folder) override;
  FileKind kind(const Path& path) const override;
  FileResult<FileStamp> stamp(const Path& path) const override;
  std::vector<std::string> list(const Path& folder) const override;
  Path canonical(const Path& path) const override;

  /// Folders in which what was noted lies, each once, sorted; those that exist.
  std::vector<Path> folders() const;

  /// How many files were read.
  std::size_t read_files() const;

  /// Whether it was read, or its reading was tried.
  bool has_read(const Path& path) const;

  /// What is no longer as it was when it was first noted, sorted: files that changed, came or went,
  /// also in listed folders. They are noted anew as they are now.
  std::vector<Path> changes();

 private:
  using Look = std::optional<FileStamp>;  // nothing: no file

  Look look(const Path& path) const;
  void note(const Path& path) const;
  void find_newcomers();

  FileSystem& files_;
  std::set<Path> caches_;
  mutable std::mutex mutex_;
  mutable std::map<Path, Look> seen_;
  mutable std::set<Path> read_, sought_;  // read; or at least tried
  mutable std::set<Path> listed_;         // folders
};

}  // namespace sheaf
