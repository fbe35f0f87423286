#include "config/named_file.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "model/conform.hpp"

namespace sheaf::config {
namespace {

constexpr std::string_view kEnding = ".yaml";

std::vector<std::string> names_in(std::span<const Path> folders, const FileSystem& files) {
  std::vector<std::string> names;
  for (const Path& folder : folders) {
    for (const std::string& name : files.list(folder)) {
      if (name.ends_with(kEnding)) names.push_back(name.substr(0, name.size() - kEnding.size()));
    }
  }
  return names;
}

}  // namespace

std::optional<Path> find_named_file(const NamedKind& kind, std::string_view name, SourceId from,
                                    std::span<const Path> folders, const FileSystem& files,
                                    Diagnostics& diagnostics) {
  for (const Path& folder : folders) {
    const Path path = folder / fmt::format("{}{}", name, kEnding);
    if (files.kind(path) == FileKind::File) return files.canonical(path);
  }
  const auto names = names_in(folders, files);
  const std::vector<std::string_view> known(names.begin(), names.end());
  diagnostics
      .error(std::string(kind.id), from, fmt::format("There is no {} `{}`", kind.name, name),
             known.empty()
                 ? fmt::format("Give the path of a {} file, such as {}", kind.name, kind.example)
                 : model::offer(name, known))
      .fixes = model::slip_fix(from, name, known);
  return std::nullopt;
}

}  // namespace sheaf::config
