#include "pipeline/session.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

namespace sheaf::pipeline {

struct Session::Known {
  std::mutex mutex;
  std::map<std::vector<Path>, plugin::Registry> plugins;  // its nodes do not move
  std::optional<plugin::Quarantine> quarantine;
  std::optional<text::FontIndex> fonts;
  std::shared_ptr<text::FaceStore> faces = text::make_face_store();
  std::vector<Bench> idle;
};

Session::Session(FileSystem& files, Setup setup)
    : files_(files), setup_(std::move(setup)), known_(std::make_unique<Known>()) {
  setup_.runner.fell_over = [this](const plugin::Manifest& manifest, const FileStamp& loaded,
                                   std::string_view says) {
    const std::lock_guard lock(known_->mutex);
    quarantine().add(manifest, loaded, says);
  };
  runner_ = plugin::make_runner(setup_.runner);
}

Session::~Session() = default;

plugin::Quarantine& Session::quarantine() {
  if (!known_->quarantine) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    known_->quarantine.emplace(setup_.quarantine_file, files_, now);
  }
  return *known_->quarantine;
}

std::vector<plugin::Quarantined> Session::quarantined() {
  const std::lock_guard lock(known_->mutex);
  return quarantine().all();
}

bool Session::release(std::string_view plugin) {
  const std::lock_guard lock(known_->mutex);
  return quarantine().release(plugin);
}

plugin::Registry Session::discover(std::span<const Path> folders, plugin::Reading reading) {
  plugin::ManifestCache cache(setup_.manifest_cache, files_, reading);
  auto registry = quarantine().apply(plugin::discover(folders, files_, &cache));
  cache.save();
  return registry;
}

plugin::Registry Session::plugin_headings(Diagnostics& diagnostics) {
  const std::lock_guard lock(known_->mutex);
  auto registry = discover(setup_.plugin_folders, plugin::Reading::Heading);
  plugin::warn_of_faults(registry, diagnostics);
  return registry;
}

const plugin::Registry& Session::registry(std::span<const Path> layout_folders) {
  std::vector<Path> folders(layout_folders.begin(), layout_folders.end());
  folders.insert(folders.end(), setup_.plugin_folders.begin(), setup_.plugin_folders.end());
  const std::lock_guard lock(known_->mutex);
  const auto known = known_->plugins.find(folders);
  if (known != known_->plugins.end()) return known->second;
  auto registry = discover(folders, plugin::Reading::Whole);
  return known_->plugins.emplace(std::move(folders), std::move(registry)).first->second;
}

const plugin::Registry& Session::registry(std::span<const Path> layout_folders,
                                          Diagnostics& diagnostics) {
  const plugin::Registry& found = registry(layout_folders);
  plugin::warn_of_faults(found, diagnostics);
  return found;
}

const text::FontIndex& Session::fonts() {
  const std::lock_guard lock(known_->mutex);
  if (!known_->fonts) known_->fonts = text::load_font_index(setup_.font_index_file, files_);
  return *known_->fonts;
}

Bench Session::borrow() {
  const text::FontIndex& index = fonts();
  const std::lock_guard lock(known_->mutex);
  if (known_->idle.empty()) {
    return {std::make_unique<text::Shop>(known_->faces, index), render::pdf::make_writer_cache(),
            std::make_unique<lint::TextMemory>()};
  }
  Bench bench = std::move(known_->idle.back());
  known_->idle.pop_back();
  bench.shop->trim();
  return bench;
}

void Session::give_back(Bench bench) {
  const std::lock_guard lock(known_->mutex);
  known_->idle.push_back(std::move(bench));
}

}  // namespace sheaf::pipeline
