#include "cli/fixes.hpp"

#include <algorithm>
#include <array>

#include "pipeline/file_letters.hpp"

namespace sheaf::cli {
namespace {

/// A replacement in one file, by offset.
struct Edit {
  std::size_t begin;
  std::string_view typed, replacement;

  std::size_t end() const { return begin + typed.size(); }
};

/// The edits of one file, and its text as it was read.
struct FileEdits {
  std::string_view read;
  std::vector<Edit> edits;
};

using EditsByFile = std::map<Path, FileEdits>;

bool is_ours(const Path& path, const Path& root) {
  constexpr std::array<std::string_view, 4> kEndings{".yaml", ".yml", ".csv", ".md"};
  const bool known = std::ranges::find(kEndings, path.extension().string()) != kEndings.end();
  return known && std::ranges::mismatch(root, path).in1 == root.end();
}

/// Two insertions at one place would depend on their order.
bool overlap(const Edit& a, const Edit& b) {
  return a.begin == b.begin || (a.begin < b.end() && b.begin < a.end());
}

class Gathering {
 public:
  Gathering(const SourceMap& sources, const Path& root, const FileSystem& files)
      : sources_(sources), root_(root), files_(files) {}

  /// All fixes of a finding, or none.
  void add(const Diagnostic& finding) {
    std::vector<std::pair<Path, Edit>> edits;
    for (const Fix& fix : finding.fixes) {
      const SourceFile file = sources_.file(fix.at);
      const Path path = file.path.starts_with("--") ? Path() : files_.canonical(Path(file.path));
      const Edit edit{fix.at.offset - sources_.file_start(fix.at).offset, fix.typed,
                      fix.replacement};
      if (!is_ours(path, root_) || !fits(path, edit, sources_.text(fix.at))) return;
      edits.emplace_back(path, edit);
    }
    for (std::size_t i = 0; i < edits.size(); ++i) {
      const auto& [path, edit] = edits[i];
      edits_[path].read = sources_.text(finding.fixes[i].at);
      edits_[path].edits.push_back(edit);
    }
  }

  EditsByFile take() { return std::move(edits_); }

 private:
  bool fits(const Path& path, const Edit& edit, std::string_view text) {
    const auto& others = edits_[path].edits;
    return text.substr(std::min(edit.begin, text.size())).starts_with(edit.typed) &&
           std::ranges::none_of(others, [&](const Edit& one) { return overlap(one, edit); });
  }

  const SourceMap& sources_;
  const Path& root_;
  const FileSystem& files_;
  EditsByFile edits_;
};

std::string edited(std::string text, std::vector<Edit> edits) {
  std::ranges::sort(edits, std::ranges::greater{}, &Edit::begin);
  for (const Edit& edit : edits) {
    if (std::string_view(text).substr(std::min(edit.begin, text.size())).starts_with(edit.typed))
      text.replace(edit.begin, edit.typed.size(), edit.replacement);
  }
  return text;
}

}  // namespace

FileResult<std::string> Overlay::read(const Path& path, std::uint64_t limit) const {
  const auto laid_over = texts.find(canonical(path));
  return laid_over == texts.end() ? files_.read(path, limit) : laid_over->second;
}

FileResult<void> Overlay::write(const Path& path, std::string_view bytes) {
  return files_.write(path, bytes);
}

bool apply_fixes(const Diagnostics& diagnostics, const SourceMap& sources, const Path& root,
                 Overlay& files) {
  constexpr std::uint64_t kMostBytes = 16 << 20;
  Gathering gathering(sources, root, files);
  for (const Diagnostic& finding : diagnostics.all()) gathering.add(finding);
  bool changed = false;
  for (const auto& [path, file] : gathering.take()) {
    const auto bytes = files.read(path, kMostBytes);
    if (!bytes || file.edits.empty()) continue;
    auto after =
        pipeline::bytes_of_edited(*bytes, file.read, edited(std::string(file.read), file.edits));
    if (!after || *after == *bytes) continue;
    files.originals.try_emplace(path, *bytes);
    files.texts[path] = *std::move(after);
    changed = true;
  }
  return changed;
}

}  // namespace sheaf::cli
