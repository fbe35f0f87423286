#pragma once
// Where a value was typed. Every value, block and structure element carries a SourceId.

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace sheaf {

/// A byte offset into the concatenation of all files read by one build; 0 means "no place".
/// Line and column are computed only when a message is printed.
struct SourceId {
  std::uint32_t offset = 0;

  explicit operator bool() const { return offset != 0; }
  friend auto operator<=>(SourceId, SourceId) = default;
  /// The place `bytes` further on in the same file.
  SourceId operator+(std::size_t bytes) const {
    return offset == 0 ? SourceId{} : SourceId{offset + static_cast<std::uint32_t>(bytes)};
  }
};

/// How the place that named a file takes it in.
enum class Inclusion : std::uint8_t { Named, BasedOn, From, Data };

/// A place as people read it.
struct Location {
  std::string_view path;       // as it should be shown; "--set title=…" for a command-line value
  int line = 0;                // 1-based; 0 when the place is a whole file
  int column = 0;              // 1-based, counted in code points
  std::string_view line_text;  // without its line end
  SourceId included_from;      // the place that named this file, if any
  Inclusion inclusion = Inclusion::Named;
};

/// A file as messages name it.
struct SourceFile {
  std::string_view path;   // openable, or "--set title=…"
  SourceId included_from;  // the place that named it, if any
  Inclusion inclusion = Inclusion::Named;
};

/// All files of one build, in the order they were read. Owned by the build, not thread-safe.
/// Views it returns live as long as the map.
class SourceMap {
 public:
  /// Adds a file and returns the place of its first byte. `shown_path` is what messages print.
  /// Bytes are kept. A binary file (an image) is added with empty text: its id names the whole
  /// file. Returns no place once 4 GiB have been read.
  SourceId add(std::string shown_path, std::string text, SourceId included_from = {},
               Inclusion inclusion = Inclusion::Named);

  /// The place of line `line_delta` lines below `from`, `column` bytes into that line.
  SourceId at(SourceId from, int line_delta, int column) const;

  /// The text of the file that holds `id`.
  std::string_view text(SourceId id) const;
  /// The place of the first byte of the file that holds `id`.
  SourceId file_start(SourceId id) const;
  /// The file that holds `id`; empty for no place.
  SourceFile file(SourceId id) const;
  /// Line and column too; reads the file from its start to `id`.
  Location locate(SourceId id) const;

 private:
  struct File {
    std::uint32_t begin;
    std::string path, text;
    SourceId included_from;
    Inclusion inclusion;
  };
  const File* find(SourceId id) const;

  std::deque<File> files_;
  std::uint64_t next_ = 1;
};

}  // namespace sheaf
