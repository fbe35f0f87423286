#include "base/file_system.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace sheaf {
namespace {

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return value_; }
  /// Closes now, because close() may be the first to tell of a full disk.
  bool close() { return ::close(std::exchange(value_, -1)) == 0; }

 private:
  int value_;
};

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

/// Writes everything; removes the file again when that fails. No fsync: a report can be built
/// again, and a rename after a whole write already keeps readers from half a file.
FileResult<void> fill(const std::string& temporary, Descriptor& file, std::string_view bytes) {
  const bool written =
      write_all(file.value(), bytes) && ::fchmod(file.value(), 0644) == 0 && file.close();
  if (written) return {};
  const int code = errno;
  ::unlink(temporary.c_str());
  return problem(code);
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

  FileResult<void> write(const Path& path, std::string_view bytes) override {
    if (kind(path) == FileKind::Directory) return problem(EISDIR);
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.value() < 0) {
      auto why = problem(errno);
      if (why.value().error == FileError::NotReadable) why.value().error = FileError::NotWritable;
      return why;
    }
    if (auto filled = fill(temporary, file, bytes); !filled) return filled;
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
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
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
    std::error_code error;
    const Path absolute = std::filesystem::absolute(path, error);
    Path result = error ? Path() : std::filesystem::weakly_canonical(absolute, error);
    return error ? path.lexically_normal() : result;
  }
};

}  // namespace

std::unique_ptr<FileSystem> make_real_file_system() { return std::make_unique<RealFileSystem>(); }

}  // namespace sheaf
