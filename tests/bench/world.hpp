#pragma once
// The world of the benchmarks: the real file system with some files made up, and the built plugins.

#include <map>
#include <memory>
#include <string>

#include "pipeline/build.hpp"

namespace sheaf::bench {

/// Reads made-up files from memory and all others from the disk; writes nothing.
class OverlayFileSystem final : public FileSystem {
 public:
  std::map<Path, std::string> made_up;

  FileResult<std::string> read(const Path& path, std::uint64_t limit) const override {
    const auto at = made_up.find(path);
    return at == made_up.end() ? real_->read(path, limit) : FileResult<std::string>(at->second);
  }
  FileResult<void> write(const Path&, std::string_view) override { return {}; }
  FileResult<void> make_folder(const Path&) override { return {}; }
  FileKind kind(const Path& path) const override {
    return made_up.contains(path) ? FileKind::File : real_->kind(path);
  }
  FileResult<FileStamp> stamp(const Path& path) const override { return real_->stamp(path); }
  std::vector<std::string> list(const Path& folder) const override { return real_->list(folder); }
  Path canonical(const Path& path) const override { return real_->canonical(path); }

 private:
  std::unique_ptr<FileSystem> real_ = make_real_file_system();
};

inline Path november() {
  return Path(SHEAF_SOURCE_FOLDER) / "examples/nottingham/people/2020-11/report.yaml";
}

inline pipeline::Session::Setup setup() {
  const Path binary(SHEAF_BINARY_FOLDER);
  return {{binary / "lib/sheaf/plugins"},
          {Path(SHEAF_SOURCE_FOLDER) / "configs/themes"},
          binary / "fonts.index"};
}

}  // namespace sheaf::bench
