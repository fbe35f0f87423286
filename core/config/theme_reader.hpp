#pragma once
// A theme file to finished styles.

#include <span>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "config/yaml_memory.hpp"
#include "model/theme.hpp"

namespace sheaf::config {

/// Of a layout that names none.
inline constexpr std::string_view kDefaultTheme = "civic";

/// `name` is a path (it ends in .yaml; relative to `folder`) or a theme in one of `theme_folders`
/// (`civic` is civic.yaml there). `from` is where the layout names it.
Result<model::Theme> read_theme(std::string_view name, SourceId from, const Path& folder,
                                std::span<const Path> theme_folders, FileSystem& files,
                                SourceMap& sources, Diagnostics& diagnostics,
                                YamlMemory* memory = nullptr);

}  // namespace sheaf::config
