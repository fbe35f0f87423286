#include "config/project_files.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_file.hpp"
#include "base/shown_path.hpp"
#include "config/yaml_reader.hpp"

namespace sheaf::config {
namespace {

constexpr std::uint64_t kMostBytes = 16'000'000;  // read_yaml refuses far smaller ones, in words

}  // namespace

bool is_below(const Path& path, const Path& folder) {
  const auto [in_folder, in_path] = std::ranges::mismatch(folder, path);
  return in_folder == folder.end();
}

Path find_root(const Path& folder, const FileSystem& files) {
  const Path start = files.canonical(folder);
  for (Path at = start;; at = at.parent_path()) {
    if (files.kind(at / kProjectFile) != FileKind::Absent) return at;
    if (at == at.parent_path()) return start;
  }
}

std::string ProjectFiles::shown(const Path& path) const {
  const Path here = files_.canonical(".");
  return shown_path(is_below(path, here) ? path.lexically_relative(here) : path);
}

Path ProjectFiles::folder_of(SourceId place) const {
  const SourceFile typed = sources_.file(place);
  if (typed.path.starts_with(kSetOption)) return folder_of(typed.included_from);
  return Path(typed.path).parent_path();
}

std::optional<Path> ProjectFiles::resolve(const model::Node& name, std::string_view other_cure) {
  Path path = files_.canonical(folder_of(name.source) / name.text);
  if (is_below(path, root_)) return path;
  const std::string root = shown(root_);
  diagnostics_.error(
      "outside-root", name.source,
      fmt::format("\"{}\" lies outside the folder that this layout may read", name.text),
      !other_cure.empty()
          ? std::string(other_cure)
          : fmt::format("Move the file into {}, or put an empty sheaf.yaml into a higher folder",
                        root == "." ? "the folder that you are in" : root));
  return std::nullopt;
}

std::optional<Path> ProjectFiles::find_own(std::string_view name) {
  if (files_.kind(root_ / name) == FileKind::Absent) return std::nullopt;
  Path path = files_.canonical(root_ / name);
  if (is_below(path, root_)) return path;
  diagnostics_.error("outside-root", {},
                     fmt::format("\"{}\" leads to a file outside the folder that this layout may "
                                 "read",
                                 shown(root_ / name)),
                     "Put the file itself in place of the link");
  return std::nullopt;
}

std::optional<std::string> ProjectFiles::bytes(const Path& path, std::uint64_t limit,
                                               SourceId named) {
  auto read = files_.read(path, limit);
  if (!read) return refuse(path, read.error(), named);
  return *std::move(read);
}

std::optional<SourceId> ProjectFiles::add(const Path& path, SourceId named, Inclusion how) {
  auto text = bytes(path, kMostBytes, named);
  if (!text) return std::nullopt;
  return sources_.add(shown(path), *std::move(text), named, how);
}

std::optional<model::Node> ProjectFiles::read(const Path& path, SourceId named, Inclusion how) {
  const auto start = add(path, named, how);
  return start ? tree(*start) : std::nullopt;
}

std::optional<model::Node> ProjectFiles::tree(SourceId start) {
  const auto yaml = sources_.text(start);
  auto tree =
      memory_ ? memory_->read(yaml, start, diagnostics_) : read_yaml(yaml, start, diagnostics_);
  if (!tree) return std::nullopt;
  if (!tree->source) tree->source = start;  // a file without any value
  return *std::move(tree);
}

std::nullopt_t ProjectFiles::refuse(const Path& path, const FileProblem& problem, SourceId named) {
  const auto name = shown(path);
  switch (problem.error) {
    case FileError::NotFound: {
      Diagnostic& finding = diagnostics_.error(named ? "file-not-found" : "layout-not-found", named,
                                               fmt::format("There is no file \"{}\"", name));
      if (!offer_nearest_file(finding, path, files_, sources_))
        finding.help = files_in_its_place(path, files_) + "Check its name and folder";
      break;
    }
    case FileError::IsDirectory:
      diagnostics_.error("not-a-file", named, fmt::format("\"{}\" is a folder", name),
                         "Name a file in it");
      break;
    case FileError::TooLarge:
      diagnostics_.error("too-large", named, fmt::format("\"{}\" is too large", name),
                         "Make the file smaller");
      break;
    default:
      diagnostics_.error("file-not-readable", named,
                         fmt::format("\"{}\" cannot be read: {}", name, problem.reason),
                         "Check that the file may be read");
  }
  return std::nullopt;
}

}  // namespace sheaf::config
