#pragma once
// The manifest of a section plugin: the JSON beside its library, made when the plugin was built.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "base/json.hpp"
#include "model/schema.hpp"

namespace sheaf::plugin {

/// The last generation of the plugin boundary that this Sheaf serves (sdk/include/sheaf/abi.h).
constexpr int kGeneration = 1;

/// Why a library cannot be used: a diagnostic without its place.
struct LoadProblem {
  std::string id, message, help;
};

/// Why a plugin that is installed may not be run. See why_barred() in trust.hpp.
struct Bar {
  enum class Cure { AsItStands, TrustLine };  // the help, or the help and a line with the hash
  LoadProblem problem;
  Cure cure = Cure::AsItStands;
};

struct Manifest {
  std::string id, version, title, description;
  int generation = kGeneration;
  model::Type parameters;                // Record
  std::vector<std::string> blocks;       // kinds it may return: "table/1"; none: any
  Path library;                          // absolute
  Path file;                             // of the manifest
  std::string text;                      // the file's bytes; the library holds the same
  std::optional<Bar> bar = {};           // it may not be run
  std::vector<std::string> hashes = {};  // SHA-256 of which the library must have one; none: any

  /// Whether a section of this plugin may hold this kind of block.
  bool declares(std::string_view block) const;
};

/// A manifest of which `library` and `file` are still to be filled in, or what is wrong with the
/// text, as the end of a sentence: "is no JSON: …".
tl::expected<Manifest, std::string> parse_manifest(std::string text);

/// "folder/x.plugin.json": how the manifest beside a library is called, and back.
constexpr std::string_view kManifestEnding = ".plugin.json";
Path manifest_beside(const Path& library);
Path library_beside(const Path& manifest);

class ManifestCache;

/// The same of a file, complete; one of more than 4 MiB is not read. `cache` is asked for what the
/// text comes to; null: there is none.
tl::expected<Manifest, std::string> read_manifest(const Path& file, const FileSystem& files,
                                                  ManifestCache* cache = nullptr);

}  // namespace sheaf::plugin
