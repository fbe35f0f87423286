#pragma once
// What profiles, sheaf.yaml, a layout and the project's word list say under `lint`.

#include <span>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"
#include "config/yaml_memory.hpp"
#include "model/layout_spec.hpp"

namespace sheaf::config {

/// Known words, one on each line, beside `sheaf.yaml`; a line that begins with # is a comment.
constexpr std::string_view kWordList = "words.txt";

/// Maps of the shape of lint_type(), weakest first: the profile with those it builds on, then
/// sheaf.yaml, the layout, and last the word list as `words`. A profile is a file (it ends in
/// .yaml; relative to the one that names it) or a name in one of `profile_folders`.
std::vector<model::Node> read_lint(const model::LayoutSpec& spec,
                                   std::span<const Path> profile_folders, FileSystem& files,
                                   SourceMap& sources, Diagnostics& diagnostics,
                                   YamlMemory* memory = nullptr);

}  // namespace sheaf::config
