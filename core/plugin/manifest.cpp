#include "plugin/manifest.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/clean_line.hpp"
#include "base/utf8.hpp"
#include "base/version.hpp"
#include "plugin/manifest_cache.hpp"
#include "plugin/schema_reader.hpp"

namespace sheaf::plugin {
namespace {

using Problem = tl::unexpected<std::string>;

constexpr std::uint64_t kLargest = 4 << 20;
constexpr std::string_view kLibraryEnding = ".so";

/// The file's name with another ending.
Path renamed(const Path& file, std::string_view ending, std::string_view other) {
  std::string name = file.filename().string();
  if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return file.parent_path() / name.append(other);
}

/// Fills `into` from a text member; an empty one counts as missing.
std::string missing_text(const Json& json, std::string_view key, std::string& into) {
  const Json* value = json.find(key);
  if (value && value->kind == Json::Kind::String) into = value->text;
  return into.empty() ? fmt::format("gives no `{}`", key) : std::string();
}

/// The first character of a text that must not reach a terminal. Lines may end in one that is none
/// of a heading's.
std::optional<char32_t> find_steering(std::string_view text, bool is_heading) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool may_stand = !is_heading && (point.value == U'\n' || point.value == U'\t');
    if (is_steering(point.value) && !may_stand) return point.value;
    at += point.bytes;
  }
  return {};
}

/// All texts and keys are looked at: some are printed, and some go into other files.
std::optional<char32_t> find_steering(const Json& json) {
  if (const auto found = find_steering(json.text, false)) return found;
  for (const Json& item : json.items) {
    if (const auto found = find_steering(item)) return found;
  }
  for (const auto& [key, value] : json.members) {
    if (const auto found = find_steering(key, true)) return found;
    if (const auto found = find_steering(value)) return found;
  }
  return {};
}

std::string steering_problem(const Json& json, const Manifest& manifest) {
  auto found = find_steering(json);
  for (const std::string* text : {&manifest.title, &manifest.description}) {
    if (!found) found = find_steering(*text, true);
  }
  if (!found) return {};
  return fmt::format("holds a character that is not printed: {}", code_point_name(*found));
}

std::string version_problem(std::string_view version) {
  if (parse_version(version)) return {};
  return fmt::format("gives the version \"{}\", but a version is three numbers, as in 1.0.0",
                     version);
}

/// What is wrong with an id, or nothing. An id names files and is typed in layouts.
std::string id_problem(std::string_view id) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  if (id.size() <= 64 && id.find_first_not_of(allowed) == std::string_view::npos) return {};
  return fmt::format("gives the id \"{}\", but an id is lower case letters, digits and hyphens",
                     id);
}

std::string generation_problem(const Json& json, int& generation) {
  const Json* value = json.find("generation");
  if (!value) return {};
  const bool digit = value->kind == Json::Kind::Number && value->text.size() == 1;
  if (!digit || value->text < "1") return "gives a `generation` that is no small number";
  generation = value->text.front() - '0';
  return {};
}

std::string read_heading(const Json& json, Manifest& manifest) {
  if (auto problem = missing_text(json, "id", manifest.id); !problem.empty()) return problem;
  if (auto problem = id_problem(manifest.id); !problem.empty()) return problem;
  if (auto problem = missing_text(json, "version", manifest.version); !problem.empty()) {
    return problem;
  }
  if (auto problem = version_problem(manifest.version); !problem.empty()) return problem;
  if (auto problem = missing_text(json, "title", manifest.title); !problem.empty()) return problem;
  (void)missing_text(json, "description", manifest.description);
  if (auto problem = steering_problem(json, manifest); !problem.empty()) return problem;
  return generation_problem(json, manifest.generation);
}

std::string read_parameters(const Json& json, Manifest& manifest) {
  const Json* parameters = json.find("parameters");
  if (!parameters) return "gives no `parameters`";
  auto type = read_schema(*parameters, "parameters");
  if (!type) return type.error();
  if (type->kind != model::TypeKind::Record) return "gives `parameters` that are no record";
  manifest.parameters = std::move(*type);
  return {};
}

/// A key that is there twice is likely to be so in the source, as all else is the compiler's.
std::string why_no_json(const std::string& reason) {
  if (!reason.ends_with("is given twice")) return "is no JSON: " + reason;
  return fmt::format(
      "is not sound: {}, by two fields of one record, or by a field and the .was() of another",
      reason);
}

}  // namespace

bool Manifest::declares(std::string_view block) const {
  return blocks.empty() || std::ranges::find(blocks, block) != blocks.end();
}

tl::expected<Manifest, std::string> parse_manifest(std::string text) {
  const auto json = parse_json(text);
  if (!json) return Problem(why_no_json(json.error().reason));
  if (json->kind != Json::Kind::Object) return Problem("is no JSON object");
  Manifest manifest;
  if (auto problem = read_heading(*json, manifest); !problem.empty()) return Problem(problem);
  // A later generation may describe parameters in words that are not known yet.
  if (manifest.generation <= kGeneration) {
    if (auto problem = read_parameters(*json, manifest); !problem.empty()) return Problem(problem);
  }
  if (const Json* blocks = json->find("blocks")) {
    for (const Json& kind : blocks->items) manifest.blocks.push_back(kind.text);
  }
  manifest.text = std::move(text);
  return manifest;
}

Path manifest_beside(const Path& library) {
  return renamed(library, kLibraryEnding, kManifestEnding);
}

Path library_beside(const Path& manifest) {
  return renamed(manifest, kManifestEnding, kLibraryEnding);
}

tl::expected<Manifest, std::string> read_manifest(const Path& file, const FileSystem& files,
                                                  ManifestCache* cache) {
  auto text = files.read(file, kLargest);
  if (!text) return Problem("cannot be read: " + text.error().reason);
  auto manifest = cache ? cache->parse(std::move(*text)) : parse_manifest(std::move(*text));
  if (!manifest) return manifest;
  manifest->file = file;
  manifest->library = library_beside(file);
  return manifest;
}

}  // namespace sheaf::plugin
