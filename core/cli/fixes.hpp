#pragma once
// The cures that findings carry, applied to the files they are about.

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"

namespace sheaf::cli {

/// Texts laid over another file system (borrowed) without writing them. Any number of threads may
/// read while no text is changed.
class Overlay final : public FileSystem {
 public:
  explicit Overlay(FileSystem& files) : files_(files) {}

  /// By canonical path.
  std::map<Path, std::string> texts;
  /// What stood in each file of `texts` when it was first changed.
  std::map<Path, std::string> originals;

  FileResult<std::string> read(const Path& path, std::uint64_t limit) const override;
  FileResult<void> write(const Path& path, std::string_view bytes) override;
  FileResult<void> make_folder(const Path& folder) override { return files_.make_folder(folder); }
  FileKind kind(const Path& path) const override { return files_.kind(path); }
  FileResult<FileStamp> stamp(const Path& path) const override { return files_.stamp(path); }
  std::vector<std::string> list(const Path& folder) const override { return files_.list(folder); }
  Path canonical(const Path& path) const override { return files_.canonical(path); }

 private:
  FileSystem& files_;
};

/// Applies the fixes of all findings to the texts of their files: only YAML, CSV and Markdown
/// files below `root`, where the text to replace still stands, each place once. True if anything
/// changed.
bool apply_fixes(const Diagnostics& diagnostics, const SourceMap& sources, const Path& root,
                 Overlay& files);

/// The changed lines of a text as `diff -u` shows them, with three lines around; empty for none.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace sheaf::cli
