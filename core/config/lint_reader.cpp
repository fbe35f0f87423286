#include "config/lint_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "config/layout_schema.hpp"
#include "config/named_file.hpp"
#include "config/project_files.hpp"
#include "config/shape.hpp"

namespace sheaf::config {
namespace {

using model::Node;
using model::NodeKind;

constexpr std::uint64_t kMostWordBytes = 4'000'000;
constexpr NamedKind kProfile{"profile", "unknown-profile", "house-rules.yaml"};

const Node* profile_in(const Node& layer) {
  const Node* profile = layer.find("profile");
  return profile && profile->is_text() ? profile : nullptr;
}

/// The profiles that a layout names, each under the ones that build on it.
class Profiles {
 public:
  Profiles(const model::LayoutSpec& spec, std::span<const Path> folders, FileSystem& files,
           SourceMap& sources, Diagnostics& diagnostics, YamlMemory* memory)
      : spec_(spec),
        folders_(folders),
        files_(files),
        sources_(sources),
        diagnostics_(diagnostics),
        memory_(memory) {}

  /// Strongest first. `name` is what the layout or sheaf.yaml says.
  std::vector<Node> read(const Node* name) {
    std::vector<Node> profiles;
    std::vector<Path> seen;
    for (std::optional<Node> next = name ? std::optional(*name) : std::nullopt; next;) {
      const auto path = find(*next);
      if (!path || is_cycle(*next, *path, seen)) break;
      seen.push_back(*path);
      auto profile = read_file(*path, next->source);
      if (!profile) break;
      const Node* base = profile_in(*profile);
      next = base ? std::optional(*base) : std::nullopt;
      profiles.push_back(*std::move(profile));
    }
    return profiles;
  }

 private:
  ProjectFiles project_at(const Path& root) {
    return {root, files_, sources_, diagnostics_, memory_};
  }

  std::optional<Path> find(const Node& name) {
    if (name.text.ends_with(".yaml")) return project_at(spec_.root).resolve(name);
    return find_named_file(kProfile, name.text, name.source, folders_, files_, diagnostics_);
  }

  bool is_cycle(const Node& name, const Path& path, const std::vector<Path>& seen) {
    if (std::ranges::find(seen, path) == seen.end()) return false;
    diagnostics_.error("profile-cycle", name.source,
                       fmt::format("The profile `{}` builds on itself", name.text),
                       "Take `profile` out of one of these files");
    return true;
  }

  std::optional<Node> read_file(const Path& path, SourceId named) {
    const Path root = is_below(path, spec_.root) ? spec_.root : path.parent_path();
    auto tree = project_at(root).read(path, named);
    if (!tree || tree->is_absent()) return std::nullopt;
    const std::size_t errors = diagnostics_.errors();
    check_shape(*tree, lint_type(), {}, diagnostics_);
    return diagnostics_.errors() == errors ? tree : std::nullopt;
  }

  const model::LayoutSpec& spec_;
  std::span<const Path> folders_;
  FileSystem& files_;
  SourceMap& sources_;
  Diagnostics& diagnostics_;
  YamlMemory* memory_;
};

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
}

/// `words: [ … ]` of the project's list; nothing when there is none.
std::optional<Node> word_list(ProjectFiles& project) {
  const auto path = project.find_own(kWordList);
  const auto bytes = path ? project.bytes(*path, kMostWordBytes, {}) : std::nullopt;
  if (!bytes) return std::nullopt;
  Node words;
  words.kind = NodeKind::Sequence;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view word = trimmed(rest.substr(0, end));
    if (!word.empty() && !word.starts_with('#')) {
      words.items.push_back(model::text_node(std::string(word), {}));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Node layer;
  layer.kind = NodeKind::Map;
  layer.members.push_back({"words", {}, std::move(words)});
  return layer;
}

}  // namespace

std::vector<Node> read_lint(const model::LayoutSpec& spec, std::span<const Path> profile_folders,
                            FileSystem& files, SourceMap& sources, Diagnostics& diagnostics,
                            YamlMemory* memory) {
  const Node* name = nullptr;
  for (const Node& layer : spec.lint) {
    if (const Node* profile = profile_in(layer)) name = profile;
  }
  Profiles profiles(spec, profile_folders, files, sources, diagnostics, memory);
  std::vector<Node> layers = profiles.read(name);
  std::ranges::reverse(layers);
  layers.insert(layers.end(), spec.lint.begin(), spec.lint.end());
  ProjectFiles project(spec.root, files, sources, diagnostics, memory);
  if (auto words = word_list(project)) layers.push_back(*std::move(words));
  return layers;
}

}  // namespace sheaf::config
