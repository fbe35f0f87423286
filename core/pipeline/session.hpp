#pragma once
// The injected world and the caches that outlive a build.

#include <memory>
#include <vector>

#include "base/file_system.hpp"
#include "plugin/registry.hpp"
#include "plugin/runner.hpp"
#include "render/pdf/pdf_writer.hpp"
#include "text/shop.hpp"

namespace sheaf::pipeline {

/// Made once per process and shared: builds may run side by side, each borrows a bench of its own.
class Session {
 public:
  struct Setup {
    std::vector<Path> plugin_folders, theme_folders;
    Path font_index_file;
  };
  Session(FileSystem& files, Setup setup);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace sheaf::pipeline
