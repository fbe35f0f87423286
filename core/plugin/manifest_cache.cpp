#include "plugin/manifest_cache.hpp"

#include <algorithm>
#include <utility>

#include "plugin/host/frames.hpp"
#include "plugin/manifest_packing.hpp"

namespace sheaf::plugin {
namespace {

constexpr std::uint64_t kLargest = 16 << 20;

/// The file's first line.
std::string heading_of(const ManifestCachePlace& place) {
  return "sheaf-manifests " + place.host + "\n";
}

template <class Part>
bool is_sound(const Part& part) {
  return fingerprint(part.bytes) == part.hash;
}

}  // namespace

ManifestCache::ManifestCache(ManifestCachePlace place, FileSystem& files, Reading reading)
    : place_(std::move(place)), files_(files), reading_(reading) {}

void ManifestCache::open() {
  if (std::exchange(open_, true)) return;
  bytes_ = files_.read(place_.file, kLargest).value_or(std::string());
  const std::string heading = heading_of(place_);
  if (!bytes_.starts_with(heading)) return;
  host::PayloadReader in(std::string_view(bytes_).substr(heading.size()));
  while (in.has_more()) {
    Entry entry{in.text(), {}, {}};
    for (Part* part : {&entry.heading, &entry.parameters}) {
      part->hash = in.number<Fingerprint>();
      part->bytes = in.text();
    }
    const bool is_cut = !in.has_more() && !in.is_whole();
    if (!is_cut) entries_.push_back(entry);
  }
}

tl::expected<Manifest, std::string> ManifestCache::parse(std::string text) {
  if (place_.file.empty()) return parse_manifest(std::move(text));
  open();
  if (auto known = find(text)) {
    if (reading_ == Reading::Whole) known->text = std::move(text);
    return *std::move(known);
  }
  auto manifest = parse_manifest(std::move(text));
  if (manifest) keep(*manifest);
  return manifest;
}

std::optional<Manifest> ManifestCache::find(std::string_view text) {
  const auto entry = std::ranges::find(entries_, text, &Entry::text);
  if (entry == entries_.end()) return {};
  auto manifest = unpack(*entry);
  entry->asked_for = manifest.has_value();
  if (!manifest) entries_.erase(entry);
  return manifest;
}

std::optional<Manifest> ManifestCache::unpack(const Entry& entry) const {
  if (!is_sound(entry.heading)) return {};
  auto manifest = unpack_heading(entry.heading.bytes);
  if (!manifest || reading_ == Reading::Heading) return manifest;
  if (!is_sound(entry.parameters)) return {};
  auto parameters = unpack_type(entry.parameters.bytes);
  if (!parameters) return {};
  manifest->parameters = std::move(*parameters);
  return manifest;
}

void ManifestCache::keep(const Manifest& manifest) {
  const auto part = [this](std::string bytes) {
    const std::string& kept = fresh_.emplace_back(std::move(bytes));
    return Part{fingerprint(kept), kept};
  };
  const std::string& text = fresh_.emplace_back(manifest.text);
  entries_.push_back({text, part(pack_heading(manifest)), part(pack(manifest.parameters)), true});
}

std::string ManifestCache::written(bool all) const {
  host::PayloadWriter out;
  out.rest(heading_of(place_));
  for (const Entry& entry : entries_) {
    if (!all && !entry.asked_for) continue;
    out.text(entry.text);
    for (const Part* part : {&entry.heading, &entry.parameters}) {
      out.number(part->hash).text(part->bytes);
    }
  }
  return out.bytes();
}

void ManifestCache::save() {
  if (fresh_.empty()) return;
  std::string bytes = written(true);
  if (bytes.size() > kLargest) bytes = written(false);
  if (bytes.size() > kLargest) return;
  // What cannot be written costs time, nothing else.
  (void)files_.make_folder(place_.file.parent_path());
  (void)files_.write(place_.file, bytes);
}

}  // namespace sheaf::plugin
