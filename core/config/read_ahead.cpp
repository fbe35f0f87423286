#include "config/read_ahead.hpp"

#include <string_view>
#include <utility>

#include "config/project_files.hpp"

namespace sheaf::config {
namespace {

constexpr std::size_t kFew = 8;  // files that are not worth a thread
constexpr std::uint64_t kMostBytes = 1'000'000;

/// Names behind `from:`, as far as they need no understanding of YAML.
std::vector<std::string> names_in(std::string_view layout) {
  constexpr std::string_view kFrom = "from: ", kEnds = " \t\r\n,}'\"";
  std::vector<std::string> names;
  for (auto at = layout.find(kFrom); at != layout.npos; at = layout.find(kFrom)) {
    layout.remove_prefix(at + kFrom.size());
    const std::string_view name = layout.substr(0, layout.find_first_of(kEnds));
    if (name.ends_with(".yaml")) names.emplace_back(name);
  }
  return names;
}

}  // namespace

ReadAhead::ReadAhead(const Path& layout, const Path& root, const FileSystem& files,
                     YamlMemory* memory)
    : layout_(layout), root_(root), files_(files), memory_(memory) {
  const auto text = memory ? files.read(layout, kMostBytes) : std::string();
  if (!text) return;
  auto names = names_in(*text);
  if (names.size() <= kFew) return;
  // Deferred where there may be no more threads, and then never done.
  constexpr auto either = std::launch::async | std::launch::deferred;
  work_ = std::async(either, [this, names = std::move(names)] { read(names); });
}

void ReadAhead::read(const std::vector<std::string>& names) {
  for (auto name = names.rbegin(); name != names.rend() && !stop_; ++name) {
    const Path path = files_.canonical(layout_.parent_path() / *name);
    if (!is_below(path, root_)) continue;
    const auto text = files_.read(path, kMostBytes);
    if (!text) continue;
    if (memory_->knows(*text)) return;  // met the layout, or was here before
    Diagnostics unheard;
    memory_->read(*text, SourceId{1}, unheard);
  }
}

}  // namespace sheaf::config
