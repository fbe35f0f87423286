#pragma once
// Waiting for files to change. Linux's inotify(7), and a regular look for what it does not see
// (network drives).

#include <chrono>
#include <map>
#include <span>

#include "base/file_system.hpp"

namespace sheaf {

/// Tells that something happened in a folder, not what: the caller looks. Owns its descriptor; one
/// thread at a time.
class FileWatch {
 public:
  /// Looks at what tells of nothing this often. A caller's look at a hundred files costs 0.1 ms.
  explicit FileWatch(std::chrono::milliseconds glance = std::chrono::milliseconds(50));
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// Watches these folders and no others. One that cannot be watched is looked at all the same.
  void follow(std::span<const Path> folders);

  /// Until something happened and nothing more does for `quiet` (an editor saves in several
  /// steps), or it is time to look at what tells of nothing.
  void wait(std::chrono::milliseconds quiet);

 private:
  bool has_event(std::chrono::milliseconds within);
  void drop_events();

  std::chrono::milliseconds glance_;
  int descriptor_;  // -1: inotify is not to be had
  std::map<Path, int> watched_;
};

}  // namespace sheaf
