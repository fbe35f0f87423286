#include "cli/finding_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/diagnostic_printer.hpp"

namespace sheaf::cli {
namespace {

using config::Explanation;

/// What --set typed lies in no file.
bool is_file(std::string_view path) { return !path.empty() && !path.starts_with("--"); }

std::string message_of(const Diagnostic& one) {
  return one.help.empty() ? one.message : fmt::format("{}. {}", one.message, one.help);
}

/// RFC 3986: all but unreserved characters and slashes are percent-encoded.
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json text_object(std::string_view text) { return Json::object({{"text", Json::string(text)}}); }

Json artifact_of(const Location& place) {
  return Json::object({{"uri", Json::string(uri_of(place.path))}});
}

Json region_of(const Location& begin, const Location& end) {
  Json region = Json::object(
      {{"startLine", Json::number(begin.line)}, {"startColumn", Json::number(begin.column)}});
  if (end.line == 0) return region;
  return region.set("endLine", Json::number(end.line)).set("endColumn", Json::number(end.column));
}

Json location_of(const Location& place) {
  Json physical = Json::object({{"artifactLocation", artifact_of(place)}});
  if (place.line > 0) physical.set("region", region_of(place, {}));
  return Json::object({{"physicalLocation", std::move(physical)}});
}

Json related_of(const Diagnostic& one, const SourceMap& sources) {
  std::vector<Json> related;
  for (const Note& note : one.notes) {
    const Location place = sources.locate(note.source);
    if (!is_file(place.path)) continue;
    related.push_back(location_of(place).set("message", text_object(note.text)));
  }
  return Json::array(std::move(related));
}

/// SARIF wants one change for each file, with all its replacements.
Json fix_of(const Diagnostic& one, const SourceMap& sources) {
  std::vector<Json> changes;
  std::vector<std::string_view> paths;
  for (const Fix& fix : one.fixes) {
    const Location begin = sources.locate(fix.at), end = sources.locate(fix.at + fix.typed.size());
    if (std::ranges::find(paths, begin.path) == paths.end()) {
      paths.push_back(begin.path);
      changes.push_back(Json::object(
          {{"artifactLocation", artifact_of(begin)}, {"replacements", Json::array()}}));
    }
    const auto at = std::ranges::find(paths, begin.path) - paths.begin();
    changes[static_cast<std::size_t>(at)].members[1].second.items.push_back(
        Json::object({{"deletedRegion", region_of(begin, end)},
                      {"insertedContent", text_object(fix.replacement)}}));
  }
  return Json::object({{"description", text_object(one.help.empty() ? one.message : one.help)},
                       {"artifactChanges", Json::array(std::move(changes))}});
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::Advice: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return {};
}

Json result_of(const Diagnostic& one, std::size_t rule, const SourceMap& sources) {
  Json result = Json::object({{"ruleId", Json::string(one.id)},
                              {"ruleIndex", Json::number(static_cast<std::int64_t>(rule))},
                              {"level", Json::string(level_of(one.severity))},
                              {"message", text_object(message_of(one))}});
  const Location place = sources.locate(one.source);
  if (is_file(place.path)) result.set("locations", Json::array({location_of(place)}));
  if (Json related = related_of(one, sources); !related.items.empty()) {
    result.set("relatedLocations", std::move(related));
  }
  if (!one.fixes.empty()) result.set("fixes", Json::array({fix_of(one, sources)}));
  return result;
}

Json rule_of(const std::string& id, std::span<const Explanation> explanations) {
  Json rule = Json::object({{"id", Json::string(id)}});
  const auto at = std::ranges::find(explanations, id, &Explanation::id);
  if (at == explanations.end()) return rule;
  return rule.set("shortDescription", text_object(at->summary))
      .set("fullDescription", text_object(at->meaning))
      .set("help", text_object(fmt::format("{}\n\n{}", at->meaning, at->why)));
}

std::string escaped(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    out += signs.find(c) == std::string_view::npos
               ? std::string(1, c)
               : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::Advice ? "notice" : name_of(severity);
}

constexpr std::string_view kInMessage = "%\r\n", kInProperty = "%\r\n:,";

}  // namespace

Json sarif_of(const Diagnostics& diagnostics, const SourceMap& sources,
              std::span<const Explanation> explanations, std::string_view version) {
  std::vector<Json> rules, results;
  std::vector<std::string_view> ids;
  for (const Diagnostic* one : in_order(diagnostics)) {
    const auto known = std::ranges::find(ids, one->id);
    const auto rule = static_cast<std::size_t>(known - ids.begin());
    if (known == ids.end()) {
      ids.push_back(one->id);
      rules.push_back(rule_of(one->id, explanations));
    }
    results.push_back(result_of(*one, rule, sources));
  }
  Json driver = Json::object({{"name", Json::string("sheaf")},
                              {"version", Json::string(version)},
                              {"rules", Json::array(std::move(rules))}});
  Json run = Json::object({{"tool", Json::object({{"driver", std::move(driver)}})},
                           {"columnKind", Json::string("unicodeCodePoints")},
                           {"results", Json::array(std::move(results))}});
  return Json::object({{"$schema", Json::string("https://json.schemastore.org/sarif-2.1.0.json")},
                       {"version", Json::string("2.1.0")},
                       {"runs", Json::array({std::move(run)})}});
}

std::string github_of(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::string out;
  for (const Diagnostic* one : in_order(diagnostics)) {
    const Location place = sources.locate(one->source);
    std::string properties;
    if (is_file(place.path)) properties = fmt::format("file={},", escaped(place.path, kInProperty));
    if (place.line > 0 && !properties.empty())
      properties += fmt::format("line={},col={},", place.line, place.column);
    out += fmt::format("::{} {}title={}::{}\n", command_of(one->severity), properties,
                       escaped(one->id, kInProperty), escaped(message_of(*one), kInMessage));
  }
  return out;
}

}  // namespace sheaf::cli
