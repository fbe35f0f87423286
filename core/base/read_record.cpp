#include "base/read_record.hpp"

namespace sheaf {

FileResult<std::string> ReadRecord::read(const Path& path, std::uint64_t limit) const {
  note(path);
  auto bytes = files_.read(path, limit);
  const std::scoped_lock lock(mutex_);
  sought_.insert(path);
  if (bytes && !caches_.contains(path)) read_.insert(path);
  return bytes;
}

std::size_t ReadRecord::read_files() const {
  const std::scoped_lock lock(mutex_);
  return read_.size();
}

bool ReadRecord::has_read(const Path& path) const {
  const std::scoped_lock lock(mutex_);
  return sought_.contains(path);
}

/// What is written here is no news.
FileResult<void> ReadRecord::write(const Path& path, std::string_view bytes) {
  auto written = files_.write(path, bytes);
  if (caches_.contains(path)) return written;
  const std::scoped_lock lock(mutex_);
  seen_[path] = look(path);
  return written;
}

FileResult<void> ReadRecord::make_folder(const Path& folder) { return files_.make_folder(folder); }

FileKind ReadRecord::kind(const Path& path) const {
  note(path);
  return files_.kind(path);
}

FileResult<FileStamp> ReadRecord::stamp(const Path& path) const {
  note(path);
  return files_.stamp(path);
}

std::vector<std::string> ReadRecord::list(const Path& folder) const {
  std::vector<std::string> names = files_.list(folder);
  for (const std::string& name : names) note(folder / name);
  const std::scoped_lock lock(mutex_);
  listed_.insert(folder);
  return names;
}

Path ReadRecord::canonical(const Path& path) const { return files_.canonical(path); }

std::vector<Path> ReadRecord::folders() const {
  const std::scoped_lock lock(mutex_);
  std::set<Path> found = listed_;
  for (const auto& [path, look] : seen_) found.insert(path.parent_path());
  std::erase_if(found,
                [this](const Path& folder) { return files_.kind(folder) != FileKind::Directory; });
  return {found.begin(), found.end()};
}

std::vector<Path> ReadRecord::changes() {
  find_newcomers();
  std::vector<Path> changed;
  const std::scoped_lock lock(mutex_);
  for (auto& [path, before] : seen_) {
    const Look now = look(path);
    if (now == before) continue;
    before = now;
    changed.push_back(path);
  }
  return changed;
}

ReadRecord::Look ReadRecord::look(const Path& path) const {
  if (files_.kind(path) != FileKind::File) return std::nullopt;
  const auto stamp = files_.stamp(path);
  return stamp ? Look(*stamp) : std::nullopt;
}

/// Before the first look inside: a change while it is being read counts as a change.
void ReadRecord::note(const Path& path) const {
  if (caches_.contains(path)) return;
  const std::scoped_lock lock(mutex_);
  if (!seen_.contains(path)) seen_.emplace(path, look(path));
}

/// Notes what appeared in a listed folder as something that was not there.
void ReadRecord::find_newcomers() {
  const std::scoped_lock lock(mutex_);
  for (const Path& folder : listed_) {
    for (const std::string& name : files_.list(folder)) seen_.try_emplace(folder / name);
  }
}

}  // namespace sheaf
