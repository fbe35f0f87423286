#include "base/source.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"

namespace sheaf {
namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const auto newline = text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  auto line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

SourceId SourceMap::add(std::string shown_path, std::string text, SourceId included_from,
                        Inclusion inclusion) {
  const std::uint64_t size = text.size() + 1;  // one more, so that the end of a file has a place
  if (next_ + size > std::numeric_limits<std::uint32_t>::max()) return {};
  const auto begin = static_cast<std::uint32_t>(next_);
  files_.push_back({begin, std::move(shown_path), std::move(text), included_from, inclusion});
  next_ += size;
  return {begin};
}

const SourceMap::File* SourceMap::find(SourceId id) const {
  const auto after = std::ranges::upper_bound(files_, id.offset, {}, &File::begin);
  return !id || after == files_.begin() ? nullptr : &*std::prev(after);
}

SourceId SourceMap::at(SourceId from, int line_delta, int column) const {
  const File* file = find(from);
  if (!file) return {};
  std::size_t at = line_begin(file->text, from.offset - file->begin);
  for (; line_delta > 0; --line_delta) {
    const auto newline = file->text.find('\n', at);
    if (newline == std::string::npos) break;
    at = newline + 1;
  }
  const auto line = line_at(file->text, at);
  at += std::min(line.size(), static_cast<std::size_t>(std::max(column, 0)));
  return {file->begin + static_cast<std::uint32_t>(at)};
}

std::string_view SourceMap::text(SourceId id) const {
  const File* file = find(id);
  return file ? std::string_view(file->text) : std::string_view();
}

SourceId SourceMap::file_start(SourceId id) const {
  const File* file = find(id);
  return file ? SourceId{file->begin} : SourceId{};
}

SourceFile SourceMap::file(SourceId id) const {
  const File* file = find(id);
  return file ? SourceFile{file->path, file->included_from, file->inclusion} : SourceFile{};
}

Location SourceMap::locate(SourceId id) const {
  const File* file = find(id);
  if (!file) return {};
  Location place{.path = file->path,
                 .line_text = {},
                 .included_from = file->included_from,
                 .inclusion = file->inclusion};
  if (file->text.empty()) return place;
  const std::string_view text = file->text;
  const auto at = std::min<std::size_t>(id.offset - file->begin, text.size());
  const auto begin = line_begin(text, at);
  place.line = 1 + static_cast<int>(std::ranges::count(text.substr(0, begin), '\n'));
  place.column = 1 + static_cast<int>(count_code_points(text.substr(begin, at - begin)));
  place.line_text = line_at(text, begin);
  return place;
}

}  // namespace sheaf
