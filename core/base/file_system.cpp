#include "base/file_system.hpp"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "base/descriptor.hpp"

namespace sheaf {
namespace {

FileError error_of(int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR: return FileError::NotFound;
    case EISDIR: return FileError::IsDirectory;
    case EACCES:
    case EPERM: return FileError::NotReadable;
    case EROFS: return FileError::NotWritable;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return FileError::NoSpace;
    default: return FileError::Other;
  }
}

tl::unexpected<FileProblem> problem(int code) {
  return tl::unexpected<FileProblem>({error_of(code), std::generic_category().message(code)});
}

tl::unexpected<FileProblem> problem(FileError error, std::string reason) {
  return tl::unexpected<FileProblem>({error, std::move(reason)});
}

FileResult<std::string> read_all(int file, std::uint64_t size) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto got = ::read(file, bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return problem(errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// A name beside `path` that no other process or thread has.
std::string name_beside(const Path& path) {
  static std::atomic<unsigned> count{0};
  return path.string() + '.' + std::to_string(::getpid()) + '-' + std::to_string(count++) + ".tmp";
}

/// Writes everything. The mode is that of the file that stands at `path`, else what the umask
/// leaves. No fsync: a report can be built again, and a rename after a whole write already keeps
/// readers from half a file.
bool fill(const Descriptor& file, const Path& path, std::string_view bytes) {
  if (struct stat old{}; ::stat(path.c_str(), &old) == 0) {
    ::fchmod(file.value(), old.st_mode & 0777);
  }
  return write_all(file.value(), bytes);
}

/// A file that has no name until it is whole: a program that is killed leaves nothing behind. Not
/// every file system has such files.
bool make_at_once(const std::string& name, const Path& path, std::string_view bytes) {
  const Descriptor file(::open(path.parent_path().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
  if (file.value() < 0 || !fill(file, path, bytes)) return false;
  const std::string link = "/proc/self/fd/" + std::to_string(file.value());
  return ::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

/// The same with its name from the first, which is taken away again when writing fails.
FileResult<void> make_named(const std::string& name, const Path& path, std::string_view bytes) {
  Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (file.value() < 0) return problem(errno);
  if (fill(file, path, bytes) && file.close()) return {};
  const int code = errno;
  ::unlink(name.c_str());
  return problem(code);
}

tl::unexpected<FileProblem> unwritable(FileProblem why) {
  if (why.error == FileError::NotReadable) why.error = FileError::NotWritable;
  return tl::unexpected<FileProblem>(std::move(why));
}

/// Whether there is something at `path` and no link on the way to it: one look, where realpath
/// takes one at each folder. A system that cannot tell says no.
bool is_without_links(const Path& path) {
  open_how how{};
  how.flags = O_PATH | O_CLOEXEC;
  how.resolve = RESOLVE_NO_SYMLINKS;
  const Descriptor file(
      static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path.c_str(), &how, sizeof how)));
  return static_cast<bool>(file);
}

/// Without a step or a slash at its end, so that the normal form of the path has none.
bool ends_with_name(const Path& path) {
  const Path name = path.filename();
  return !name.empty() && name != "." && name != "..";
}

/// What realpath says, where dots are all that there is to resolve; else nothing.
Path plain_canonical(const Path& path) {
  if (!ends_with_name(path) || !is_without_links(path)) return {};
  if (path.is_absolute()) return path.lexically_normal();
  char here[PATH_MAX];
  const bool is_known = ::getcwd(here, sizeof here) && here[0] == '/';
  return is_known ? (Path(here) / path).lexically_normal() : Path();
}

class RealFileSystem final : public FileSystem {
 public:
  FileResult<std::string> read(const Path& path, std::uint64_t limit) const override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.value() < 0) return problem(errno);
    struct stat status {};
    if (::fstat(file.value(), &status) != 0) return problem(errno);
    if (S_ISDIR(status.st_mode)) return problem(EISDIR);
    if (!S_ISREG(status.st_mode)) return problem(FileError::NotRegular, "Not a regular file");
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) return problem(FileError::TooLarge, "File is too large");
    return read_all(file.value(), size);
  }

  FileResult<void> write(const Path& given, std::string_view bytes) override {
    const Path path = canonical(given);  // a link stays, and its target is replaced
    const FileKind there = kind(path);
    if (there == FileKind::Directory) return problem(EISDIR);
    if (there == FileKind::Other) return problem(FileError::NotRegular, "Not a regular file");
    const std::string temporary = name_beside(path);
    if (!make_at_once(temporary, path, bytes)) {
      if (const auto made = make_named(temporary, path, bytes); !made)
        return unwritable(made.error());
    }
    if (::rename(temporary.c_str(), path.c_str()) == 0) return {};
    const int code = errno;
    ::unlink(temporary.c_str());
    return problem(code);
  }

  FileResult<void> make_folder(const Path& folder) override {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return problem(error.value());
    return {};
  }

  FileKind kind(const Path& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return FileKind::Absent;
    if (S_ISREG(status.st_mode)) return FileKind::File;
    return S_ISDIR(status.st_mode) ? FileKind::Directory : FileKind::Other;
  }

  FileResult<FileStamp> stamp(const Path& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return problem(errno);
    const auto seconds = static_cast<std::uint64_t>(status.st_mtim.tv_sec);  // wraps in 2262
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     static_cast<std::int64_t>(seconds * 1'000'000'000 +
                                               static_cast<std::uint64_t>(status.st_mtim.tv_nsec)),
                     status.st_ino};
  }

  std::vector<std::string> list(const Path& folder) const override {
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      names.push_back(at->path().filename().string());
    }
    std::ranges::sort(names);
    return names;
  }

  Path canonical(const Path& path) const override {
    if (Path plain = plain_canonical(path); !plain.empty()) return plain;
    char real[PATH_MAX];
    if (::realpath(path.c_str(), real)) return real;  // of a file that is there
    std::error_code error;
    const Path absolute = std::filesystem::absolute(path, error);
    Path result = error ? Path() : std::filesystem::weakly_canonical(absolute, error);
    return error ? path.lexically_normal() : result;
  }
};

}  // namespace

std::unique_ptr<FileSystem> make_real_file_system() { return std::make_unique<RealFileSystem>(); }

}  // namespace sheaf
