#pragma once
// What manifests came to when they were read before, so that only new ones are parsed.

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "base/fingerprint.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin {

/// Where that is kept, and by whom: what one Sheaf kept, no other believes.
struct ManifestCachePlace {
  Path file;         // empty: nowhere
  std::string host;  // its version and build, on one line
};

/// How much of a manifest is asked for. What is wrong with any of it is found in both cases.
enum class Reading {
  Whole,
  Heading,  // neither `parameters` nor `text`, which may be there or not
};

/// A file of the user's, by each manifest's whole text (another could be made to have its hash),
/// and read once. It changes no answer: a file that cannot be read or written, is damaged, or is
/// another Sheaf's counts for nothing. Not thread-safe.
class ManifestCache {
 public:
  /// `files` is borrowed.
  ManifestCache(ManifestCachePlace place, FileSystem& files, Reading reading = Reading::Whole);

  /// As parse_manifest(). What is wrong with a manifest is not kept: it is found out again.
  tl::expected<Manifest, std::string> parse(std::string text);

  /// Writes the file again if anything was new, with all that it held; when that would be too
  /// much, with what was asked for this time.
  void save();

 private:
  struct Part {
    Fingerprint hash;  // tells whether the bytes are damaged
    std::string_view bytes;
  };
  struct Entry {
    std::string_view text;  // of the manifest
    Part heading, parameters;
    bool asked_for = false;
  };

  void open();
  std::optional<Manifest> find(std::string_view text);
  std::optional<Manifest> unpack(const Entry& entry) const;
  void keep(const Manifest& manifest);
  std::string written(bool all) const;

  ManifestCachePlace place_;
  FileSystem& files_;
  Reading reading_;
  bool open_ = false;
  std::string bytes_;              // the file as it was read; entries refer to it …
  std::deque<std::string> fresh_;  // … or to what was packed since
  std::vector<Entry> entries_;
};

}  // namespace sheaf::plugin
