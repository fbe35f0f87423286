#pragma once
// Files that a layout names without their folder: themes and lint profiles.

#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"

namespace sheaf::config {

/// What sort of file is looked for, as messages say it.
struct NamedKind {
  std::string_view name;     // "theme"
  std::string_view id;       // of the message when there is none: "unknown-theme"
  std::string_view example;  // of a path: "house.yaml"
};

/// NAME.yaml in the first of `folders` that has it. Without one: reported at `from`, with the
/// nearest name.
std::optional<Path> find_named_file(const NamedKind& kind, std::string_view name, SourceId from,
                                    std::span<const Path> folders, const FileSystem& files,
                                    Diagnostics& diagnostics);

}  // namespace sheaf::config
