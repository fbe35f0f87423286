#pragma once
// The file system as the engine sees it: injected, so that tests can break it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace sheaf {

using Path = std::filesystem::path;

enum class FileError {
  NotFound,
  IsDirectory,
  NotRegular,
  NotReadable,
  NotWritable,
  TooLarge,
  NoSpace,
  Other
};

/// What happened, and the system's words for it ("No space left on device").
struct FileProblem {
  FileError error;
  std::string reason;
};

template <class T>
using FileResult = tl::expected<T, FileProblem>;

enum class FileKind { Absent, File, Directory, Other };

/// Two that are equal are of the same bytes, but for a file written in place twice within one tick
/// of the drive's clock (a second on some).
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since the epoch
  std::uint64_t inode = 0;    // another where a file was replaced
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Implementations may be called from any thread.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole of a regular file; a device, a pipe or a file over `limit` bytes is refused unread.
  virtual FileResult<std::string> read(const Path& path, std::uint64_t limit) const = 0;

  /// Writes to a temporary beside `path`, then renames: a reader sees the old file or the new one.
  virtual FileResult<void> write(const Path& path, std::string_view bytes) = 0;

  /// Makes a folder and those above it; nothing to do when it is there.
  virtual FileResult<void> make_folder(const Path& folder) = 0;

  virtual FileKind kind(const Path& path) const = 0;
  virtual FileResult<FileStamp> stamp(const Path& path) const = 0;

  /// Names in a folder, sorted by bytes; empty when it cannot be read.
  virtual std::vector<std::string> list(const Path& folder) const = 0;

  /// Absolute, without `..` and symbolic links as far as the path exists.
  virtual Path canonical(const Path& path) const = 0;
};

std::unique_ptr<FileSystem> make_real_file_system();

}  // namespace sheaf
