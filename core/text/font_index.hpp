#pragma once
// Which file holds which family and style. Built by fontconfig, kept in the user's cache folder.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "model/theme.hpp"

namespace sheaf::text {

struct FontEntry {
  std::string family;
  model::Weight weight = model::Weight::Regular;
  model::Slant slant = model::Slant::Upright;
  Path path;
  friend bool operator==(const FontEntry&, const FontEntry&) = default;
};

/// Sorted by family, weight, slant, path. A value; cheap to read, made rarely.
class FontIndex {
 public:
  explicit FontIndex(std::vector<FontEntry> entries);

  /// The nearest style of a family; the family must match exactly (ASCII case apart).
  const FontEntry* find(std::string_view family, model::Weight weight, model::Slant slant) const;
  const std::vector<FontEntry>& entries() const { return entries_; }
  /// Each once, sorted.
  std::vector<std::string_view> families() const;

  /// One line per entry: family, weight, slant, path, with tabs between.
  std::string serialise() const;
  static std::optional<FontIndex> parse(std::string_view text);

 private:
  std::vector<FontEntry> entries_;
};

/// Asks fontconfig: 6 to 600 ms. Only outline fonts that may be embedded.
FontIndex discover_fonts();

/// A fresh index, written to `cache_file` when that can be done; empty for no cache.
FontIndex refresh_font_index(const Path& cache_file, FileSystem& files);

/// The index in `cache_file`, or a fresh one when it is absent, malformed, or older than a change
/// in one of the folders that its fonts lie in.
FontIndex load_font_index(const Path& cache_file, FileSystem& files);

}  // namespace sheaf::text
