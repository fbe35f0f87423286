#pragma once
// The injected world and the caches that outlive a build.

#include <atomic>
#include <memory>
#include <span>
#include <vector>

#include "base/file_system.hpp"
#include "config/yaml_memory.hpp"
#include "lint/text_memory.hpp"
#include "plugin/manifest_cache.hpp"
#include "plugin/quarantine.hpp"
#include "plugin/registry.hpp"
#include "plugin/runner.hpp"
#include "render/pdf/pdf_writer.hpp"
#include "text/shop.hpp"

namespace sheaf::pipeline {

/// What one build at a time works with: shaped words and paragraphs, the writer's cache, and texts
/// that lint has read.
struct Bench {
  std::unique_ptr<text::Shop> shop;
  render::pdf::WriterCachePointer writer_cache;
  std::unique_ptr<lint::TextMemory> texts;
};

/// Made once per process and shared by threads: builds run side by side, each on a bench of its
/// own.
class Session {
 public:
  struct Setup {
    std::vector<Path> plugin_folders;  // searched in order, after those that a layout names
    std::vector<Path> theme_folders;
    Path font_index_file;                       // the cache of `sheaf fonts`; empty for none
    std::vector<Path> lint_folders = {};        // of lint profiles
    std::vector<Path> dictionary_folders = {};  // of Hunspell's dictionaries
    plugin::RunnerSetup runner = {};            // how section plugins are run
    Path trust_file = {};                       // the list of those that may be; empty for none
    Path quarantine_file = {};                  // of those that fell over; empty for none
    plugin::ManifestCachePlace manifest_cache = {};  // of manifests, read
  };

  Session(FileSystem& files, Setup setup);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  FileSystem& files() { return files_; }
  const Setup& setup() const { return setup_; }
  plugin::Runner& runner() { return *runner_; }
  /// Waits for the plugins' processes to end. No report is built afterwards.
  void end_plugins() { runner_.reset(); }
  config::YamlMemory& yaml() { return yaml_; }

  /// True for who asks first.
  bool is_first_build() { return !built_.exchange(true); }

  /// The plugins in a layout's folders and the session's own; found once per list of folders.
  const plugin::Registry& registry(std::span<const Path> layout_folders);
  /// The same, with a warning for each whose manifest is at fault.
  const plugin::Registry& registry(std::span<const Path> layout_folders, Diagnostics& diagnostics);

  /// The session's own, without parameters and texts, which takes a fraction of the time. Not kept.
  plugin::Registry plugin_headings(Diagnostics& diagnostics);

  /// Plugins that are not loaded for a while. A copy.
  std::vector<plugin::Quarantined> quarantined();
  /// Lets a plugin be loaded again; false: it was not kept from it.
  bool release(std::string_view plugin);

  /// Read on first use: it may have to ask the system for its fonts.
  const text::FontIndex& fonts();

  /// A bench that nobody else has; give it back when the build is done.
  Bench borrow();
  void give_back(Bench bench);

 private:
  // With the mutex held.
  plugin::Quarantine& quarantine();
  plugin::Registry discover(std::span<const Path> folders, plugin::Reading reading);

  struct Known;  // registries, the font index and idle benches, behind a mutex
  FileSystem& files_;
  Setup setup_;
  std::unique_ptr<plugin::Runner> runner_;
  config::YamlMemory yaml_;
  std::atomic<bool> built_ = false;
  std::unique_ptr<Known> known_;
};

}  // namespace sheaf::pipeline
