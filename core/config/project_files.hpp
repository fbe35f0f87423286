#pragma once
// The files a build may read: those below its root, each once, each with its place in the source
// map.

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"
#include "config/yaml_memory.hpp"
#include "model/node.hpp"

namespace sheaf::config {

class ProjectFiles {
 public:
  /// All borrowed; `root` is canonical. `memory` may be null.
  ProjectFiles(Path root, FileSystem& files, SourceMap& sources, Diagnostics& diagnostics,
               YamlMemory* memory)
      : root_(std::move(root)),
        files_(files),
        sources_(sources),
        diagnostics_(diagnostics),
        memory_(memory) {}

  const Path& root() const { return root_; }

  /// The canonical path that a text names, relative to the file it was typed in (for --set: to the
  /// layout). Outside the root: reported, with `other_cure` where moving it is not the best;
  /// nothing.
  std::optional<Path> resolve(const model::Node& name, std::string_view other_cure = {});

  /// The canonical path of a file in the root that need not be there. What leads out of the root is
  /// reported; nothing then, and where there is none.
  std::optional<Path> find_own(std::string_view name);

  /// The bytes of a file of at most `limit` bytes. What cannot be read is reported at `named`.
  std::optional<std::string> bytes(const Path& path, std::uint64_t limit, SourceId named);

  /// Adds a YAML file to the source map: the place of its first byte.
  std::optional<SourceId> add(const Path& path, SourceId named, Inclusion how = Inclusion::Named);

  /// What stands in a YAML file that was added, as a tree.
  std::optional<model::Node> tree(SourceId start);

  /// A YAML file as a tree.
  std::optional<model::Node> read(const Path& path, SourceId named,
                                  Inclusion how = Inclusion::Named);

  /// As messages print it and programs can open it: relative to the working folder if below it.
  std::string shown(const Path& path) const;

 private:
  Path folder_of(SourceId place) const;
  std::nullopt_t refuse(const Path& path, const FileProblem& problem, SourceId named);

  Path root_;
  FileSystem& files_;
  SourceMap& sources_;
  Diagnostics& diagnostics_;
  YamlMemory* memory_;
};

/// Whether `path` is `folder` or lies in it; both canonical.
bool is_below(const Path& path, const Path& folder);

/// The nearest folder at or above `folder` with a `sheaf.yaml`, else `folder` itself; canonical.
Path find_root(const Path& folder, const FileSystem& files);

constexpr std::string_view kProjectFile = "sheaf.yaml";
constexpr std::string_view kSetOption = "--set ";  // starts the shown path of command-line values

}  // namespace sheaf::config
