#pragma once
// Reads the sections' own files ahead, on another thread: most of a long layout lies in them.

#include <atomic>
#include <future>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "config/yaml_memory.hpp"

namespace sheaf::config {

/// While a layout is read from its first line on, reads the files that its sections take in into
/// the memory, from the last one on, until the two meet. What it cannot read or understand is left
/// to the layout: nothing is reported here, and nothing depends on how far it comes.
class ReadAhead {
 public:
  /// Finds the files in the layout's text: it starts before the layout is understood. Does nothing
  /// when they are few or there is no memory; reads nothing outside the root. Borrows files and
  /// memory.
  ReadAhead(const Path& layout, const Path& root, const FileSystem& files, YamlMemory* memory);
  /// Waits for the file it is at.
  ~ReadAhead() { stop_ = true; }
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

 private:
  void read(const std::vector<std::string>& names);

  Path layout_, root_;
  const FileSystem& files_;
  YamlMemory* memory_;
  std::atomic<bool> stop_ = false;
  std::future<void> work_;  // its destructor waits
};

}  // namespace sheaf::config
