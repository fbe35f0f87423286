#include "plugin/registry.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/clean_line.hpp"

namespace sheaf::plugin {
namespace {

/// Stands for a plugin of which the manifest is at fault.
Manifest at_fault(std::string id, Path file, LoadProblem problem) {
  Manifest made;
  made.id = std::move(id);
  made.library = library_beside(file);
  made.file = std::move(file);
  made.bar = {std::move(problem), Bar::Cure::AsItStands};
  return made;
}

Manifest malformed(const Path& file, std::string_view what) {
  return at_fault(
      library_beside(file).stem().string(), file,
      {"malformed-manifest",
       clean_line(fmt::format("The plugin manifest {} {}", file.string(), what), std::string::npos),
       "Build the plugin again, after mending its source where that is at fault, or "
       "take it out of the plugin folder"});
}

Manifest doubled(const Manifest& one, const Manifest& other) {
  return at_fault(one.id, one.file,
                  {"duplicate-plugin",
                   fmt::format("{} and {} both say that they are the plugin \"{}\"",
                               one.file.string(), other.file.string(), one.id),
                   "Keep one of the two in this folder"});
}

/// Looks through one folder after the other; what is found earlier stands.
class Search {
 public:
  Search(const FileSystem& files, ManifestCache* cache) : files_(files), cache_(cache) {}

  void folder(const Path& folder) {
    const auto names = files_.list(folder);
    std::vector<Manifest> faulty;  // whatever their names, what can be read comes first
    for (const std::string& name : names) {
      if (name.size() > kManifestEnding.size() && name.ends_with(kManifestEnding)) {
        read(folder / name, faulty);
      } else if (name.ends_with(".so")) {
        look_at_library(folder / name, names);
      }
    }
    for (Manifest& manifest : faulty) add_faulty(std::move(manifest));
  }

  Registry take() {
    const auto good =
        std::ranges::stable_partition(found_, [](const Manifest& one) { return !one.bar; });
    std::vector<Manifest> faulty(std::move_iterator(good.begin()), std::move_iterator(good.end()));
    found_.erase(good.begin(), good.end());
    return Registry(std::move(found_), std::move(skipped_), std::move(faulty));
  }

 private:
  void read(const Path& file, std::vector<Manifest>& faulty) {
    auto manifest = read_manifest(file, files_, cache_);
    if (manifest) return add(std::move(*manifest));
    faulty.push_back(malformed(file, manifest.error()));
  }

  /// `names`: all in its folder, sorted.
  void look_at_library(const Path& library, const std::vector<std::string>& names) {
    const std::string manifest = manifest_beside(library).filename().string();
    if (std::ranges::binary_search(names, manifest)) return;
    skip(library, library.stem().string(),
         fmt::format("{} has no manifest: {} is not beside it", library.string(), manifest));
  }

  void add(Manifest manifest) {
    const auto other = std::ranges::find(found_, manifest.id, &Manifest::id);
    if (other == found_.end()) {
      found_.push_back(std::move(manifest));
    } else if (other->file.parent_path() != manifest.file.parent_path()) {
      skip(manifest.file, manifest.id,
           fmt::format("{} is hidden by {}, which is the same plugin in a folder that is searched "
                       "before",
                       manifest.file.string(), other->file.string()));
    } else {
      *other = doubled(*other, manifest);
    }
  }

  void add_faulty(Manifest manifest) {
    const bool is_known = std::ranges::find(found_, manifest.id, &Manifest::id) != found_.end();
    if (is_known) return skip(manifest.file, manifest.id, manifest.bar->problem.message);
    found_.push_back(std::move(manifest));
  }

  void skip(const Path& file, std::string id, std::string why) {
    skipped_.push_back({file, std::move(id), std::move(why)});
  }

  const FileSystem& files_;
  ManifestCache* cache_;
  std::vector<Manifest> found_;  // barred: at fault
  std::vector<Skipped> skipped_;
};

const Manifest* find_in(const std::vector<Manifest>& sorted, std::string_view id) {
  const auto at = std::ranges::lower_bound(
      sorted, id, {}, [](const Manifest& manifest) { return std::string_view(manifest.id); });
  return at == sorted.end() || at->id != id ? nullptr : &*at;
}

}  // namespace

Registry::Registry(std::vector<Manifest> manifests, std::vector<Skipped> skipped,
                   std::vector<Manifest> faulty)
    : manifests_(std::move(manifests)), skipped_(std::move(skipped)), faulty_(std::move(faulty)) {
  std::ranges::sort(manifests_, {}, &Manifest::id);
  std::ranges::sort(faulty_, {}, &Manifest::id);
}

const Manifest* Registry::find(std::string_view id) const {
  const Manifest* found = find_in(manifests_, id);
  return found ? found : find_in(faulty_, id);
}

std::vector<std::string_view> Registry::ids() const {
  std::vector<std::string_view> ids;
  for (const Manifest& manifest : manifests_) ids.push_back(manifest.id);
  return ids;
}

Registry discover(std::span<const Path> folders, const FileSystem& files, ManifestCache* cache) {
  Search search(files, cache);
  std::vector<Path> seen;
  for (const Path& folder : folders) {
    Path place = files.canonical(folder);
    if (std::ranges::find(seen, place) != seen.end()) continue;
    search.folder(place);
    seen.push_back(std::move(place));
  }
  return search.take();
}

void warn_of_faults(const Registry& registry, Diagnostics& diagnostics,
                    const std::set<std::string_view>& asked_for) {
  for (const Manifest& one : registry.faulty()) {
    if (asked_for.contains(one.id)) continue;
    const LoadProblem& problem = one.bar->problem;
    diagnostics.warning(problem.id, {}, problem.message, problem.help);
  }
}

}  // namespace sheaf::plugin
