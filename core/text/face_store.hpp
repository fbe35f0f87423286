#pragma once
// Every face opened so far, by path. Shared between threads; a face lives as long as the store.

#include <map>
#include <memory>
#include <mutex>

#include "text/face.hpp"

namespace sheaf::text {

class FaceStore {
 public:
  /// Opens the file the first time. Safe from any thread.
  FileResult<const Face*> open(const Path& path);

 private:
  std::mutex lock_;
  std::map<Path, std::unique_ptr<Face>> faces_;
};

}  // namespace sheaf::text
