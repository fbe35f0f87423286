#pragma once
// How many sections a layout lists, as anybody counts them who reads the file.

#include "config/yaml_reader.hpp"

namespace sheaf::test {

/// The entries of `sections` in the YAML, whatever they hold; of the layout that it is based on
/// where it lists none itself. For layouts that were read without an error.
inline std::size_t typed_sections(const Path& layout, const FileSystem& files) {
  const auto text = files.read(layout, 1'000'000);
  Diagnostics unheard;
  const auto tree = text ? config::read_yaml(*text, SourceId{1}, unheard) : failed();
  if (!tree) return 0;
  if (const model::Node* sections = tree->find("sections")) return sections->items.size();
  const model::Node* base = tree->find("based_on");
  return base ? typed_sections(files.canonical(layout.parent_path() / base->text), files) : 0;
}

}  // namespace sheaf::test
