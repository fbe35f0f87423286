#pragma once
// What a layout's sections come to, for the golden tests of section plugins. Link sheaf_pipeline.

#include <fstream>
#include <string>
#include <string_view>

#include "pipeline/build.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

/// "…/folder/layout.yaml:3:5 …" without the folder.
inline std::string without_folder(std::string line, const Path& folder) {
  const std::string prefix = folder.string() + "/";
  return line.starts_with(prefix) ? line.substr(prefix.size()) : line;
}

/// The `--stage sections` dump of a layout, then its findings, one line each: paths relative to the
/// layout. The bundled plugins must have been built.
inline std::string section_dump(const Path& layout) {
  const auto files = make_real_file_system();
  pipeline::Session session(*files, {{Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins"}, {}, {}});
  const auto made = pipeline::build(session, {layout, {}, pipeline::Stage::Sections});
  std::string text = model::dump(made.sections);
  for (const Diagnostic& one : made.diagnostics.all()) {
    text += without_folder(finding(one, made.sources), layout.parent_path()) + "\n";
  }
  return text;
}

/// The same for one section, given by its plugin and the YAML below its `with:`, in a file of its
/// own below the binary folder. Findings name that file.
inline std::string section_dump(std::string_view plugin, std::string_view with) {
  const Path folder = Path(SHEAF_BINARY_FOLDER) / "sections" / plugin;
  std::filesystem::create_directories(folder);
  std::ofstream file(folder / "layout.yaml", std::ios::binary);
  file << "sheaf: 1\ntitle: A report\nlanguage: en-GB\nsections:\n  - plugin: " << plugin
       << "\n    with:\n";
  for (std::size_t at = 0; at < with.size();) {
    const auto end = std::min(with.find('\n', at), with.size());
    file << "      " << with.substr(at, end - at) << '\n';
    at = end + 1;
  }
  file.close();
  return section_dump(folder / "layout.yaml");
}

}  // namespace sheaf::test
