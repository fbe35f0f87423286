#pragma once
// Plugins that fell over as they were loaded, and are left alone for a while.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "base/fingerprint.hpp"
#include "plugin/registry.hpp"

namespace sheaf::plugin {

using Seconds = std::chrono::sys_seconds;

/// One library that is not loaded until `until`, or until anything of it or of Sheaf changes.
struct Quarantined {
  std::string id;
  Path library;
  FileStamp stamp;          // of the library
  Fingerprint fingerprint;  // of its bytes
  std::string host;         // version of the Sheaf that tried
  std::string reason;       // what was said of it then
  Seconds until;
};

/// What is said of it where it is asked for: why, until when, and how it is tried before.
LoadProblem problem_of(const Quarantined& one);

/// A file in the user's state folder, read once. One that cannot be read, or written, counts for
/// nothing: every plugin is then tried. Not thread-safe.
class Quarantine {
 public:
  static constexpr std::chrono::hours kTime{24};

  /// `file` empty: none is kept. `files` is borrowed.
  Quarantine(Path file, FileSystem& files, Seconds now);

  /// What is in quarantine now, by id.
  const std::vector<Quarantined>& all() const { return all_; }
  /// Bars those of `registry` that are in quarantine.
  Registry apply(Registry registry) const;

  /// `loaded`: the library as it was before; one that has changed since is not the one that fell.
  void add(const Manifest& manifest, const FileStamp& loaded, std::string_view reason);
  /// False: it was not in quarantine.
  bool release(std::string_view id);

 private:
  bool holds(const Quarantined& one) const;
  void save();

  Path file_;
  FileSystem& files_;
  Seconds now_;
  std::vector<Quarantined> all_;
};

}  // namespace sheaf::plugin
