#include "cli/whole_plugin.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "plugin/elf_check.hpp"
#include "plugin/manifest.hpp"
#include "plugin/trust.hpp"

namespace sheaf::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Stamps = std::pair<std::optional<FileStamp>, std::optional<FileStamp>>;

constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kStill{60};

std::optional<FileStamp> stamp(const Path& path, const FileSystem& files) {
  const auto stamp = files.stamp(path);
  return stamp ? std::optional(*stamp) : std::nullopt;
}

Stamps stamps_of(const Path& library, const FileSystem& files) {
  return {stamp(library, files), stamp(plugin::manifest_beside(library), files)};
}

/// The linker is done, and the manifest was taken out of this library.
bool belong_together(const Path& library, const FileSystem& files) {
  if (plugin::find_library_problem(library)) return false;
  const auto manifest = plugin::read_manifest(plugin::manifest_beside(library), files);
  const auto bytes = plugin::read_library(library, files);
  return manifest && bytes && bytes->find(manifest->text) != bytes->npos;
}

/// A library that was deleted, or has no manifest, is no plugin: there is nothing to come.
bool is_plugin(const Stamps& stamps) { return stamps.first && stamps.second; }

void await_whole(const Path& library, const FileSystem& files, Clock::time_point end) {
  Stamps before = stamps_of(library, files);
  while (Clock::now() < end) {
    std::this_thread::sleep_for(kStill);
    Stamps now = stamps_of(library, files);
    if (now == before && (!is_plugin(now) || belong_together(library, files))) return;
    before = std::move(now);
  }
}

/// The library that the file belongs to; empty: the file belongs to no plugin.
Path library_of(const Path& file) {
  if (file.extension() == ".so") return file;
  if (file.string().ends_with(plugin::kManifestEnding)) return plugin::library_beside(file);
  return {};
}

}  // namespace

void await_whole_plugins(std::span<const Path> changed, const FileSystem& files) {
  std::set<Path> libraries;
  for (const Path& file : changed) {
    if (Path library = library_of(file); !library.empty()) libraries.insert(std::move(library));
  }
  const auto end = Clock::now() + kPatience;
  for (const Path& library : libraries) await_whole(library, files, end);
}

}  // namespace sheaf::cli
