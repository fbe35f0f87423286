#include "plugin/manifest.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plugin/schema_reader.hpp"

namespace sheaf::plugin {
namespace {

using Problem = tl::unexpected<std::string>;

/// Fills `into` from a text member; an empty one counts as missing.
std::string missing_text(const Json& json, std::string_view key, std::string& into) {
  const Json* value = json.find(key);
  if (value && value->kind == Json::Kind::String) into = value->text;
  return into.empty() ? fmt::format("gives no `{}`", key) : std::string();
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
  if (auto problem = missing_text(json, "title", manifest.title); !problem.empty()) return problem;
  (void)missing_text(json, "description", manifest.description);
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

}  // namespace

bool Manifest::declares(std::string_view block) const {
  return blocks.empty() || std::ranges::find(blocks, block) != blocks.end();
}

tl::expected<Manifest, std::string> parse_manifest(std::string text) {
  const auto json = parse_json(text);
  if (!json) return Problem("is no JSON: " + json.error().reason);
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

}  // namespace sheaf::plugin
