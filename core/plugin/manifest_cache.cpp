#include "plugin/manifest_cache.hpp"

#include <algorithm>
#include <utility>

#include "plugin/host/frames.hpp"
#include "plugin/manifest_packing.hpp"

namespace sheaf::plugin {
namespace {

constexpr std::uint64_t kLargest = 8 << 20;

}  // namespace

ManifestCache::ManifestCache(const ManifestCachePlace& place, FileSystem& files)
    : file_(place.file), files_(files), heading_("sheaf-manifests " + place.host + "\n") {
  if (file_.empty()) return;
  bytes_ = files_.read(file_, kLargest).value_or(std::string());
  if (!bytes_.starts_with(heading_)) return;
  host::PayloadReader in(std::string_view(bytes_).substr(heading_.size()));
  while (in.has_more()) {
    const auto of_text = in.number<Fingerprint>(), of_bytes = in.number<Fingerprint>();
    entries_.push_back({of_text, of_bytes, in.text()});
  }
}

tl::expected<Manifest, std::string> ManifestCache::parse(std::string text) {
  if (file_.empty()) return parse_manifest(std::move(text));
  const Fingerprint hash = fingerprint(text);
  if (auto known = find(hash)) {
    known->text = std::move(text);
    return *std::move(known);
  }
  auto manifest = parse_manifest(std::move(text));
  if (manifest) keep(hash, *manifest);
  return manifest;
}

std::optional<Manifest> ManifestCache::find(Fingerprint text) {
  const auto entry = std::ranges::find(entries_, text, &Entry::of_text);
  if (entry == entries_.end()) return {};
  const bool sound = fingerprint(entry->bytes) == entry->of_bytes;
  auto manifest = sound ? unpack(entry->bytes) : std::nullopt;
  entry->asked_for = manifest.has_value();
  if (!manifest) entries_.erase(entry);
  return manifest;
}

void ManifestCache::keep(Fingerprint text, const Manifest& manifest) {
  const std::string& bytes = fresh_.emplace_back(pack(manifest));
  entries_.push_back({text, fingerprint(bytes), bytes, true});
}

std::string ManifestCache::written(bool all) const {
  host::PayloadWriter out;
  out.rest(heading_);
  for (const Entry& entry : entries_) {
    if (!all && !entry.asked_for) continue;
    out.number(entry.of_text).number(entry.of_bytes).text(entry.bytes);
  }
  return out.bytes();
}

void ManifestCache::save() {
  if (fresh_.empty()) return;
  std::string bytes = written(true);
  if (bytes.size() > kLargest) bytes = written(false);
  if (bytes.size() > kLargest) return;
  // What cannot be written costs time, nothing else.
  (void)files_.make_folder(file_.parent_path());
  (void)files_.write(file_, bytes);
}

}  // namespace sheaf::plugin
