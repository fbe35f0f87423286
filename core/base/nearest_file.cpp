#include "base/nearest_file.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text_distance.hpp"

namespace sheaf {
namespace {

/// Where a word stands on the line of `place`, at that place or behind it.
SourceId place_of(std::string_view word, SourceId place, const SourceMap& sources) {
  const SourceId start = sources.file_start(place);
  if (!start) return {};
  const auto rest = sources.text(place).substr(place.offset - start.offset);
  const auto at = rest.substr(0, rest.find('\n')).find(word);
  return at == rest.npos ? SourceId{} : place + at;
}

/// `..\monthly.yaml`, as Windows writes it.
bool offer_slashes(Diagnostic& finding, const Path& missing, const FileSystem& files,
                   const SourceMap& sources) {
  const std::string typed = missing.filename().string();
  std::string meant = typed;
  std::ranges::replace(meant, '\\', '/');
  finding.help = fmt::format("Write {}, with / between the names of folders", meant);
  const SourceId place = place_of(typed, finding.source, sources);
  if (place && files.kind(files.canonical(missing.parent_path() / meant)) == FileKind::File)
    finding.fixes = {{place, typed, meant}};
  return true;
}

}  // namespace

bool offer_nearest_file(Diagnostic& finding, const Path& missing, const FileSystem& files,
                        const SourceMap& sources) {
  const std::vector<std::string> names = files.list(missing.parent_path());
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string typed = missing.filename().string();
  if (std::ranges::find(names, typed) != names.end()) {
    finding.help = "It is a link that leads nowhere; put the file itself in its place";
    return true;
  }
  if (typed.find('\\') != typed.npos) return offer_slashes(finding, missing, files, sources);
  const auto near = nearest(typed, known);
  if (!near) return false;
  finding.help = fmt::format("Did you mean \"{}\"?", *near);
  const SourceId place = place_of(typed, finding.source, sources);
  if (place && surely_named(typed, known) == near)
    finding.fixes = {{place, typed, std::string(*near)}};
  return true;
}

std::string files_in_its_place(const Path& missing, const FileSystem& files) {
  constexpr std::size_t kMostNamed = 5;
  std::vector<std::string> names = files.list(missing.parent_path());
  const Path ending = missing.extension();
  std::erase_if(names, [&](const Path& name) { return name.extension() != ending; });
  if (names.empty() || ending.empty()) return {};
  const std::size_t named = std::min(names.size(), kMostNamed);
  std::string text = names[0];
  for (std::size_t i = 1; i < named; ++i) {
    text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  if (named < names.size()) text += fmt::format(" and {} more", names.size() - named);
  return fmt::format("There {} {} in that folder. ", names.size() == 1 ? "is" : "are", text);
}

}  // namespace sheaf
