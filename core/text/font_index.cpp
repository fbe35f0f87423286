#include "text/font_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <set>
#include <tuple>

namespace sheaf::text {
namespace {

constexpr std::string_view kHeading = "sheaf-fonts 1";
constexpr std::uint64_t kLargestIndex = 16 << 20;
constexpr std::array<std::string_view, 3> kWeights{"regular", "semibold", "bold"};
constexpr std::array<std::string_view, 2> kSlants{"upright", "italic"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_family(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// A wrong slant is worse than any wrong weight.
int distance(const FontEntry& entry, model::Weight weight, model::Slant slant) {
  const int steps = std::abs(static_cast<int>(entry.weight) - static_cast<int>(weight));
  return steps + (entry.slant == slant ? 0 : 8);
}

/// Cuts the text before the next `separator` off the front.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

template <class Enum, std::size_t N>
std::optional<Enum> parse_name(std::string_view name,
                               const std::array<std::string_view, N>& names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

std::optional<FontEntry> parse_entry(std::string_view line) {
  const std::string_view family = take(line, '\t');
  const auto weight = parse_name<model::Weight>(take(line, '\t'), kWeights);
  const auto slant = parse_name<model::Slant>(take(line, '\t'), kSlants);
  if (family.empty() || !weight || !slant || line.empty()) return std::nullopt;
  return FontEntry{std::string(family), *weight, *slant, Path(line)};
}

/// The folders that fonts lie in, each with the time of its last change. A font that comes or goes
/// changes its folder, so that the index need not look at every file.
std::string folder_stamps(const FontIndex& index, const FileSystem& files) {
  std::set<Path> folders;
  for (const FontEntry& entry : index.entries()) folders.insert(entry.path.parent_path());
  std::string stamps;
  for (const Path& folder : folders) {
    const auto stamp = files.stamp(folder);
    stamps += fmt::format("{}\t{}\n", stamp ? stamp->modified : 0, folder.string());
  }
  return stamps;
}

bool folder_unchanged(std::string_view line, const FileSystem& files) {
  const std::string_view modified = take(line, '\t');
  std::int64_t value = 0;
  const auto [end, error] =
      std::from_chars(modified.data(), modified.data() + modified.size(), value);
  const auto stamp = files.stamp(Path(line));
  return error == std::errc() && end == modified.data() + modified.size() && stamp &&
         stamp->modified == value;
}

/// Heading, folder stamps, an empty line, entries.
std::optional<FontIndex> parse_cache(std::string_view text, const FileSystem& files) {
  if (take(text, '\n') != kHeading) return std::nullopt;
  for (std::string_view line = take(text, '\n'); !line.empty(); line = take(text, '\n')) {
    if (!folder_unchanged(line, files)) return std::nullopt;
  }
  auto index = FontIndex::parse(text);
  return index && !index->entries().empty() ? std::move(index) : std::nullopt;
}

}  // namespace

FontIndex::FontIndex(std::vector<FontEntry> entries) : entries_(std::move(entries)) {
  std::ranges::sort(entries_, {}, [](const FontEntry& e) {
    return std::tuple(std::string_view(e.family), e.weight, e.slant,
                      std::string_view(e.path.native()));
  });
  const auto repeated = std::ranges::unique(entries_);
  entries_.erase(repeated.begin(), repeated.end());
}

const FontEntry* FontIndex::find(std::string_view family, model::Weight weight,
                                 model::Slant slant) const {
  const FontEntry* best = nullptr;
  for (const FontEntry& entry : entries_) {
    if (!same_family(entry.family, family)) continue;
    if (!best || distance(entry, weight, slant) < distance(*best, weight, slant)) best = &entry;
  }
  return best;
}

std::vector<std::string_view> FontIndex::families() const {
  std::vector<std::string_view> names;
  for (const FontEntry& entry : entries_) {
    if (names.empty() || names.back() != entry.family) names.push_back(entry.family);
  }
  return names;
}

std::string FontIndex::serialise() const {
  std::string text;
  for (const FontEntry& e : entries_) {
    text += fmt::format("{}\t{}\t{}\t{}\n", e.family, kWeights[static_cast<std::size_t>(e.weight)],
                        kSlants[static_cast<std::size_t>(e.slant)], e.path.string());
  }
  return text;
}

std::optional<FontIndex> FontIndex::parse(std::string_view text) {
  std::vector<FontEntry> entries;
  while (!text.empty()) {
    auto entry = parse_entry(take(text, '\n'));
    if (!entry) return std::nullopt;
    entries.push_back(std::move(*entry));
  }
  return FontIndex(std::move(entries));
}

FontIndex refresh_font_index(const Path& cache_file, FileSystem& files) {
  FontIndex index = discover_fonts();
  if (cache_file.empty()) return index;
  // A cache that cannot be written costs time, not a build.
  (void)files.make_folder(cache_file.parent_path());
  (void)files.write(cache_file, fmt::format("{}\n{}\n{}", kHeading, folder_stamps(index, files),
                                            index.serialise()));
  return index;
}

FontIndex load_font_index(const Path& cache_file, FileSystem& files) {
  if (const auto text = files.read(cache_file, kLargestIndex)) {
    if (auto index = parse_cache(*text, files)) return std::move(*index);
  }
  return refresh_font_index(cache_file, files);
}

}  // namespace sheaf::text
