#pragma once
// A file system in memory, with links, for tests that must break one.

#include <map>
#include <set>

#include "base/file_system.hpp"

namespace sheaf::test {

/// Paths are absolute. Folders are there when a file lies in them.
class MemoryFileSystem final : public FileSystem {
 public:
  std::map<Path, std::string> files;
  std::map<Path, Path> links;  // a file or folder to its target
  std::set<Path> unreadable;   // files that may not be read

  FileResult<std::string> read(const Path& path, std::uint64_t limit) const override {
    const Path real = canonical(path);
    if (kind(real) == FileKind::Directory) return problem(FileError::IsDirectory, "Is a directory");
    const auto at = files.find(real);
    if (at == files.end()) return problem(FileError::NotFound, "No such file or directory");
    if (unreadable.contains(real)) return problem(FileError::NotReadable, "Permission denied");
    if (at->second.size() > limit) return problem(FileError::TooLarge, "File is too large");
    return at->second;
  }

  FileResult<void> write(const Path& path, std::string_view bytes) override {
    files[canonical(path)] = bytes;
    return {};
  }

  FileResult<void> make_folder(const Path&) override { return {}; }

  FileKind kind(const Path& path) const override {
    const Path real = canonical(path);
    if (files.contains(real)) return FileKind::File;
    return list(real).empty() ? FileKind::Absent : FileKind::Directory;
  }

  FileResult<FileStamp> stamp(const Path& path) const override {
    const auto at = files.find(canonical(path));
    if (at == files.end()) return problem(FileError::NotFound, "No such file or directory");
    return FileStamp{at->second.size(), 0, 0};
  }

  std::vector<std::string> list(const Path& folder) const override {
    std::set<std::string> names;
    for (const auto& [path, bytes] : files) {
      const Path inside = path.lexically_relative(canonical(folder));
      if (!inside.empty() && *inside.begin() != ".." && inside != ".")
        names.insert(*inside.begin());
    }
    return {names.begin(), names.end()};
  }

  Path canonical(const Path& path) const override {
    Path real;
    for (const Path& part : path.lexically_normal()) {
      real /= part;
      if (const auto link = links.find(real); link != links.end()) real = link->second;
    }
    return real.lexically_normal();
  }

 private:
  static tl::unexpected<FileProblem> problem(FileError error, std::string reason) {
    return tl::unexpected<FileProblem>({error, std::move(reason)});
  }
};

}  // namespace sheaf::test
