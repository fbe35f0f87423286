#pragma once
// The files that a layout names: found beside the file that says so, never outside the root.

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::document {

// Bytes. What is read becomes some fifty times as much in memory, an image does not.
inline constexpr std::uint64_t kLongestText = 1 << 20;
inline constexpr std::uint64_t kLongestData = 4 << 20;
inline constexpr std::uint64_t kLargestImages = 50 << 20;  // one, and all of a report
inline constexpr std::uint64_t kLargestDatabase = 50 << 20;

/// A text file without its byte order mark.
struct InputText {
  SourceId start;         // of the first byte of `text`
  std::string_view text;  // lives as long as the SourceMap
};

/// Every function reports what is wrong at `said`, the place that names the file, and then returns
/// nothing. Symbolic links are followed before the root is checked.
class InputFiles {
 public:
  struct Setup {
    Path layout, root;  // canonical
    FileSystem& files;
    SourceMap& sources;
    Diagnostics& diagnostics;
  };
  explicit InputFiles(Setup setup) : setup_(std::move(setup)) {}

  /// The canonical path of a file that may be read.
  std::optional<Path> find(std::string_view name, SourceId said) const;

  /// Whether there is such a file, and it may be read; reports nothing.
  bool has(std::string_view name, SourceId said) const;

  /// Bytes of the file at a path that find() gave.
  std::optional<std::string> read_bytes(const Path& path, std::string_view name, SourceId said,
                                        std::uint64_t limit) const;

  /// Reads text and adds it to the source map as UTF-8; what is wrong inside is reported there.
  /// `encoding` is what the layout says of it, where a text in another one is reported; Absent for
  /// UTF-8.
  std::optional<InputText> read_text(std::string_view name, SourceId said, std::uint64_t limit,
                                     const model::Node& encoding = {},
                                     Inclusion how = Inclusion::Named);

 private:
  Path folder_of(SourceId said) const;
  bool decode_letters(std::string& bytes, std::string_view name, const model::Node& encoding) const;
  std::string shown(const Path& folder) const;
  void explain(const FileProblem& problem, const Path& path, std::string_view name, SourceId said,
               std::uint64_t limit) const;
  void not_found(const Path& path, std::string_view name, SourceId said) const;

  Setup setup_;
};

}  // namespace sheaf::document
