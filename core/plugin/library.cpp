#include "plugin/library.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <exception>
#include <string_view>

#include <fmt/format.h>

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>

#include "plugin/elf_check.hpp"

namespace sheaf::plugin {
namespace {

constexpr const char* kEntry = "sheaf_section_entry_1";
constexpr const char* kLaterEntry = "sheaf_section_entry_2";
// Of minor 0, for ever: members that are added stand behind `extension`, and a plugin that was
// built before them stays welcome.
constexpr std::uint32_t kLeastSize =
    offsetof(sheaf_plugin, extension) + sizeof(sheaf_plugin::extension);
static_assert(sizeof(void*) != 8 || kLeastSize == 120);
constexpr std::uint32_t kLargestSize = 64 * 1024;
constexpr const char* kRebuild = "Build the plugin again, or ask those who maintain it";

using Problem = tl::unexpected<LoadProblem>;
using Entry = decltype(sheaf_section_entry_1);

struct Opened {
  boost::dll::shared_library library;
  Descriptor from;
};

/// Keeps its library loaded: the destructor of what is in a union does not run. The descriptor that
/// it was loaded from stays open, too: the loader knows libraries by their names, and would take
/// the next one with this number for the same.
union Kept {
  explicit Kept(Opened opened) : it(std::move(opened)) {}
  ~Kept() {}
  Opened it;
};

Problem problem(std::string id, std::string message, std::string help = kRebuild) {
  return Problem({std::move(id), std::move(message), std::move(help)});
}

Problem too_new(const Manifest& manifest) {
  return problem("newer-plugin",
                 fmt::format("The plugin \"{}\" was made for a newer Sheaf", manifest.id),
                 "Update Sheaf, or use an earlier version of the plugin");
}

/// The loader's own words out of Boost's sentence around them.
std::string loader_words(std::string_view what) {
  constexpr std::string_view before = "message: ";
  if (const auto begin = what.find(before); begin != std::string_view::npos) {
    what.remove_prefix(begin + before.size());
  }
  return std::string(what.substr(0, what.rfind("): ")));
}

tl::expected<boost::dll::shared_library, LoadProblem> open(const Manifest& manifest,
                                                           const PinnedLibrary& from) {
  try {
    return boost::dll::shared_library(from.path(), boost::dll::load_mode::rtld_now);
  } catch (const std::exception& exception) {
    return problem("plugin-not-loaded",
                   fmt::format("The library of the plugin \"{}\" cannot be loaded: {}", manifest.id,
                               loader_words(exception.what())));
  }
}

/// Text that lies in the plugin: null, or longer than it could be, is no text.
bool is_text(sheaf_str text, std::size_t most) { return text.n <= most && (text.p || text.n == 0); }

std::string_view view(sheaf_str text) {
  return text.n == 0 ? std::string_view() : std::string_view(text.p, text.n);
}

bool is_sound(const sheaf_plugin& plugin) {
  return plugin.create && plugin.render && is_text(plugin.id, 64) && is_text(plugin.version, 256) &&
         is_text(plugin.build, 4096);
}

/// The embedded manifest; its size is compared first, so that a wrong one is never read.
bool is_same_manifest(const sheaf_plugin& plugin, const Manifest& manifest) {
  return plugin.manifest.n == manifest.text.size() && plugin.manifest.p &&
         view(plugin.manifest) == manifest.text;
}

tl::expected<sheaf_plugin, LoadProblem> check(sheaf_plugin plugin, const Manifest& manifest) {
  if (plugin.min_host_minor > SHEAF_MINOR) return too_new(manifest);
  if (!is_sound(plugin)) {
    return problem("unsound-plugin",
                   fmt::format("The library of the plugin \"{}\" is not made as a "
                               "section plugin is",
                               manifest.id));
  }
  if (!is_same_manifest(plugin, manifest)) {
    return problem(
        "manifest-mismatch",
        fmt::format("The library of the plugin \"{}\" and its manifest {} are not of the "
                    "same build",
                    manifest.id, manifest.file.string()),
        "Put both files of one build into the plugin folder");
  }
  return plugin;
}

/// What the plugin says of itself, cut to the members that this Sheaf knows.
tl::expected<sheaf_plugin, LoadProblem> ask(Entry* entry, const Manifest& manifest) {
  const sheaf_plugin* given = nullptr;
  try {
    given = entry(SHEAF_MINOR);
  } catch (...) {  // against the contract
    return problem(
        "unsound-plugin",
        fmt::format("The plugin \"{}\" breaks off when it is asked what it is", manifest.id));
  }
  if (!given) {
    return problem(
        "unsound-plugin",
        fmt::format("The plugin \"{}\" says that it cannot work with this Sheaf", manifest.id));
  }
  if (given->size < kLeastSize || given->size > kLargestSize) {
    return problem("unsound-plugin",
                   fmt::format("The plugin \"{}\" describes itself in {} bytes, which cannot be",
                               manifest.id, given->size));
  }
  sheaf_plugin plugin{};
  std::memcpy(&plugin, given, std::min<std::size_t>(given->size, sizeof plugin));
  return check(plugin, manifest);
}

tl::expected<Entry*, LoadProblem> find_entry(const boost::dll::shared_library& library,
                                             const Manifest& manifest) {
  if (library.has(kEntry)) return &library.get<Entry>(kEntry);
  if (library.has(kLaterEntry)) return too_new(manifest);
  return problem("no-plugin",
                 fmt::format("{} is a library, but no section plugin", manifest.library.string()));
}

}  // namespace

tl::expected<sheaf_plugin, LoadProblem> load(const Manifest& manifest) {
  auto from = pin(manifest);
  return from ? load(manifest, std::move(*from)) : Problem(from.error());
}

tl::expected<sheaf_plugin, LoadProblem> load(const Manifest& manifest, PinnedLibrary from) {
  if (manifest.generation > kGeneration) return too_new(manifest);
  if (const auto wrong = find_library_problem(from.path())) {
    return problem("plugin-not-loaded",
                   fmt::format("The library of the plugin \"{}\", {}, {}", manifest.id,
                               manifest.library.string(), *wrong));
  }
  auto library = open(manifest, from);
  if (!library) return Problem(library.error());
  const Kept kept({std::move(*library), from.take_copy()});
  const auto entry = find_entry(kept.it.library, manifest);
  if (!entry) return Problem(entry.error());
  return ask(*entry, manifest);
}

}  // namespace sheaf::plugin
